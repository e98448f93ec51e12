package cloud.kontinue.metrics.exporter.metrics;

/** How an Execution ended. */
public enum Result {
    SUCCESS("success"),
    ERROR("error");

    private final String label;

    Result(String label) {
        this.label = label;
    }

    /** Returns the value of the {@code result} label. */
    public String label() {
        return label;
    }
}
