package cloud.kontinue.metrics.conformance.cli;

import cloud.kontinue.metrics.conformance.stage.Progress;

/**
 * What a person is told while a run is on.
 *
 * @param ending makes room for the conclusion
 */
record Told(Progress progress, Runnable ending) {}
