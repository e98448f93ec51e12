package cloud.kontinue.metrics.exporter.execution;

/** Tells of the Executions of one worker group. */
public interface ExecutionFeed extends AutoCloseable {

    /**
     * Tells of every Execution there is and goes on telling of changes until closed; returns once those there are known.
     *
     * <p>The same Execution may be told of more than once, and at an older version than before.
     *
     * @throws ClusterException where the Executions there are cannot be listed; nothing follows then
     */
    void start(Listener listener) throws ClusterException, InterruptedException;

    /** Ends the telling; never throws. */
    @Override
    void close();

    /** Is told of Executions, by one thread at a time. */
    interface Listener {

        /** The Execution is there, new or changed. */
        void seen(Execution execution);

        /** The Execution was deleted. */
        void gone(Execution execution);
    }
}
