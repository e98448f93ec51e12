package cloud.kontinue.metrics.conformance.stage;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** Something that happens at most once in a run; the first time that is told counts. */
final class Fact implements Moment {

    private static final long NOT_YET = Long.MIN_VALUE;

    private final AtomicLong at = new AtomicLong(NOT_YET);

    void happened(long nanos) {
        at.compareAndSet(NOT_YET, nanos);
    }

    boolean known() {
        return at.get() != NOT_YET;
    }

    @Override
    public OptionalLong due() {
        long nanos = at.get();
        return nanos == NOT_YET ? OptionalLong.empty() : OptionalLong.of(nanos);
    }
}
