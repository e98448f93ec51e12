package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.requirement.Requirement;

/** A requirement and its verdict. */
public record Judgement(Requirement requirement, Verdict verdict) {}
