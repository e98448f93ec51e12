package cloud.kontinue.metrics.conformance.requirement;

import java.util.List;

/** The names that the metrics page documents: the only place of the suite's main code that spells them. */
public final class MetricNames {

    /** What the names of all four families begin with. */
    public static final String PREFIX = "kontinue_";

    public static final String RUNNING = "kontinue_executions_running";
    public static final String LATENCY = "kontinue_execution_latency";
    public static final String LATENCY_BUCKET = LATENCY + "_bucket";
    public static final String LATENCY_SUM = LATENCY + "_sum";
    public static final String LATENCY_COUNT = LATENCY + "_count";
    public static final String COMPLETED = "kontinue_executions_completed";
    public static final String STATES = "kontinue_execution_states";

    /** The four families, in the order of the page. */
    public static final List<String> FAMILIES = List.of(RUNNING, LATENCY, COMPLETED, STATES);

    public static final String FUNCTION_LABEL = "function";
    public static final String NAMESPACE_LABEL = "namespace";
    public static final String WORKER_LABEL = "worker";
    public static final String STATE_LABEL = "state";
    public static final String RESULT_LABEL = "result";
    public static final String BUCKET_LABEL = "le";

    public static final String RESULT_SUCCESS = "success";
    public static final String RESULT_ERROR = "error";

    private MetricNames() {}
}
