package cloud.kontinue.metrics.exporter.execution;

/** The phases that this code writes or asks for; an Execution may carry others, which are kept verbatim. */
public final class Phases {

    public static final String PENDING = "Pending";
    public static final String EXECUTING = "Executing";
    public static final String SUSPENDED = "Suspended";
    public static final String COMPLETED = "Completed";
    public static final String FAILED = "Failed";

    private Phases() {}
}
