package cloud.kontinue.metrics.conformance.prometheus;

/** A Prometheus that scrapes while a run is on. */
public interface Prometheus extends AutoCloseable {

    /** Returns its version, such as {@code 3.5.3}. */
    String version();

    /** Returns whether it discovers pods by the documented job; otherwise it scrapes by address. */
    boolean discovers();

    /** Returns the configuration that it was given; empty for one that already ran. */
    String configuration();

    /**
     * Asks its HTTP API.
     *
     * @param path below {@code /api/v1/}, with its query, such as {@code query?query=up}
     */
    Answer ask(String path);

    /** Ends it; never throws. */
    @Override
    void close();

    /** An answer: the JSON body, or why there is none. Exactly one of them is empty. */
    record Answer(String body, String problem) {}
}
