package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.recording.RunEnded;

/**
 * How a run went.
 *
 * @param reason one sentence; empty where all acts were played
 * @param wallSeconds from the first to the last event
 * @param waitingSeconds the part of it in which no act was under way
 */
public record RunOutcome(RunEnded.Outcome outcome, String reason, double wallSeconds, double waitingSeconds) {}
