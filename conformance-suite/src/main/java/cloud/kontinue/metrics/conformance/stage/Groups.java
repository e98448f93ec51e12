package cloud.kontinue.metrics.conformance.stage;

/** The worker groups of a run; each carries the run's id, as several runs may share a cluster. */
record Groups(String nobody, String first, String shared, String byDefault, String disabled, String idle) {

    /** Names them; a worker that already runs has its own group, and is W1. */
    static Groups of(StagePlan plan) {
        String suffix = "-" + plan.runId();
        return new Groups(
                "conformance-nobody" + suffix,
                plan.profile().group().orElse("conformance-g1" + suffix),
                "conformance-g2" + suffix,
                "conformance-gd" + suffix,
                "conformance-gz" + suffix,
                "conformance-idle" + suffix);
    }
}
