package cloud.kontinue.metrics.conformance.simulation;

/** The labels of one series of the states. */
record StateLabels(String function, String state, String namespace, String worker) {

    @Override
    public String toString() {
        return "{function=\"%s\",namespace=\"%s\",state=\"%s\",worker=\"%s\"}"
                .formatted(function, namespace, state, worker);
    }
}
