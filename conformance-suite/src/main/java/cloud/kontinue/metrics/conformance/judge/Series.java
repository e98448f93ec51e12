package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.exposition.Sample;
import cloud.kontinue.metrics.conformance.requirement.MetricNames;

/** What one series of a worker's own metrics counts: the Executions of a function in a namespace. */
record Series(String function, String namespace) {

    static Series of(Sample sample) {
        return new Series(
                sample.labels().get(MetricNames.FUNCTION_LABEL).orElse(""),
                sample.labels().get(MetricNames.NAMESPACE_LABEL).orElse(""));
    }

    @Override
    public String toString() {
        return function + " in " + namespace;
    }
}
