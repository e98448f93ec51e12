package cloud.kontinue.metrics.conformance.stage;

import java.util.Arrays;
import java.util.OptionalLong;

/** An instant of the run that may not be known yet, because it hangs on something that has not happened. */
@FunctionalInterface
interface Moment {

    /** Returns it in nanoseconds since the run began; empty while it is not known. */
    OptionalLong due();

    /** Returns whether it is known and not after {@code now}. */
    default boolean reached(long now) {
        OptionalLong due = due();
        return due.isPresent() && due.getAsLong() <= now;
    }

    default Moment plus(double seconds) {
        return () -> {
            OptionalLong due = due();
            return due.isPresent() ? OptionalLong.of(due.getAsLong() + RunClock.nanos(seconds)) : due;
        };
    }

    static Moment at(double seconds) {
        return () -> OptionalLong.of(RunClock.nanos(seconds));
    }

    /** Returns the first of those that are known. */
    static Moment earliest(Moment... moments) {
        return () -> Arrays.stream(moments)
                .map(Moment::due)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .min();
    }

    /** Returns the last of them, once all are known. */
    static Moment latest(Moment... moments) {
        return () -> {
            OptionalLong[] dues = Arrays.stream(moments).map(Moment::due).toArray(OptionalLong[]::new);
            return Arrays.stream(dues).allMatch(OptionalLong::isPresent)
                    ? Arrays.stream(dues).mapToLong(OptionalLong::getAsLong).max()
                    : OptionalLong.empty();
        };
    }
}
