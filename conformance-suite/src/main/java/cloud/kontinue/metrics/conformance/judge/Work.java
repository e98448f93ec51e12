package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.ExecutionLife;
import cloud.kontinue.metrics.conformance.history.ExecutionLife.State;
import cloud.kontinue.metrics.conformance.recording.Span;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One Execution, and what its life lets a worker's metrics say of it at a given time.
 *
 * @param sure whether the worker is known to have run it; otherwise it only may have
 * @param earliestClaim the first instant at which the worker can have begun it, in nanoseconds since the run began
 */
record Work(ExecutionLife life, boolean sure, long earliestClaim) {

    private static final String EXECUTING = "Executing";
    private static final String COMPLETED = "Completed";
    private static final String FAILED = "Failed";
    private static final double GRAIN = Tolerances.seconds(Tolerances.CLOCK_GRAIN);

    Series series() {
        return new Series(life.function(), life.namespace());
    }

    String function() {
        return life.function();
    }

    /** Returns whether it was seen to pause, so that it does not run for all of its time. */
    boolean pauses() {
        return life.states().stream()
                .anyMatch(state ->
                        state.phase().equals("Suspended") || state.phase().equals("Backoff"));
    }

    /** Returns whether a right running gauge counts it all through a span. */
    boolean mustRun(Span span, long late) {
        OptionalLong executing = life.firstSeen(EXECUTING);
        if (!sure || pauses() || executing.isEmpty() || life.seconds().isEmpty()) {
            return false;
        }
        long from = executing.getAsLong() + Tolerances.HANDOVER + late;
        long end = Math.min(earliestEnd(), life.terminal().map(State::at).orElse(Long.MAX_VALUE));
        return from <= span.from() && span.to() <= end - Tolerances.HANDOVER;
    }

    /** Returns whether a right running gauge can count it at some instant of a span. */
    boolean mayRun(Span span, long late) {
        long end = Math.min(
                life.terminal().map(State::at).orElse(Long.MAX_VALUE),
                life.deleted().orElse(Long.MAX_VALUE));
        return begun(span) && (end == Long.MAX_VALUE || span.from() <= end + Tolerances.HANDOVER + late);
    }

    /** Returns whether it was there before the end of a span. */
    boolean begun(Span span) {
        return life.created()
                        .map(created -> created.span().from())
                        .orElse(life.states().get(0).at() - Tolerances.HANDOVER)
                <= span.to();
    }

    /** Returns whether a right counter has counted it before a span. */
    boolean mustBeDone(Span span, long late) {
        return sure && (succeeded() || failed()) && settled(span, late);
    }

    /** Returns whether its end lies so far before a span that every counter has moved. */
    boolean settled(Span span, long late) {
        return life.terminal()
                .filter(terminal -> terminal.at() + Tolerances.COMPLETION + late <= span.from())
                .isPresent();
    }

    /** Returns whether a right counter can have counted it before the end of a span. */
    boolean mayBeDone(Span span) {
        long seen = life.terminal().map(State::at).orElse(Long.MAX_VALUE);
        // One that ended before its time did so for a reason of its own, at any instant since it began.
        return begun(span) && (earliestEnd() <= span.to() || seen < earliestEnd());
    }

    boolean succeeded() {
        return ended(COMPLETED);
    }

    boolean failed() {
        return ended(FAILED);
    }

    /** Returns whether it can still end, or did end, well. */
    boolean maySucceed() {
        return life.terminal().isEmpty() || succeeded();
    }

    /** Returns whether it can still end, or did end, otherwise. */
    boolean mayFail() {
        return life.terminal().isEmpty() || !succeeded();
    }

    /** Returns the shortest latency that can be measured, in seconds. */
    double shortest() {
        return pauses() ? 0 : Math.max(0, life.seconds().orElse(0) - GRAIN);
    }

    /** Returns the longest latency that can be measured, in seconds; infinite while it has not ended. */
    double longest() {
        Optional<State> terminal = life.terminal();
        return terminal.isEmpty()
                ? Double.POSITIVE_INFINITY
                : Tolerances.seconds(terminal.get().at() - earliestClaim + Tolerances.HANDOVER);
    }

    private long earliestEnd() {
        return earliestClaim + Tolerances.nanos(Math.max(0, life.seconds().orElse(0) - GRAIN));
    }

    private boolean ended(String phase) {
        return life.terminal().filter(state -> state.phase().equals(phase)).isPresent();
    }
}
