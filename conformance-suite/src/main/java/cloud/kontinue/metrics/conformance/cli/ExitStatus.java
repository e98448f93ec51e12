package cloud.kontinue.metrics.conformance.cli;

import cloud.kontinue.metrics.conformance.judge.Result;

/** What the process's exit status says. */
final class ExitStatus {

    static final int CONFORMING = 0;
    static final int NONCONFORMING = 1;

    /** Usage or set-up error: nothing was judged. */
    static final int ERROR = 2;

    static final int INCONCLUSIVE = 3;

    /** 128 and the number of SIGINT, as shells have it. */
    static final int INTERRUPTED = 130;

    private ExitStatus() {}

    /** Returns the status of a result; a partial one is inconclusive where completeness is required. */
    static int of(Result result, boolean requireComplete) {
        return switch (result) {
            case CONFORMING -> CONFORMING;
            case PARTIAL -> requireComplete ? INCONCLUSIVE : CONFORMING;
            case NONCONFORMING -> NONCONFORMING;
            case INCONCLUSIVE -> INCONCLUSIVE;
        };
    }
}
