package cloud.kontinue.metrics.conformance.cluster.embedded;

import java.util.function.Predicate;

/**
 * Which objects of a type are asked for.
 *
 * @param namespace empty for all
 */
record Selection(ResourceType type, String namespace, LabelSelector labels, FieldSelector fields)
        implements Predicate<Stored> {

    static Selection of(ApiCall call) {
        ResourceType type = call.target().type();
        FieldSelector fields = FieldSelector.parse(
                type,
                call.target().name().isEmpty()
                        ? call.parameter("fieldSelector")
                        : "metadata.name=" + call.target().name());
        return new Selection(
                type, call.target().namespace(), LabelSelector.parse(call.parameter("labelSelector")), fields);
    }

    /** Tells whether it is every object of its namespaces. */
    boolean everything() {
        return labels.isEmpty() && fields.isEmpty();
    }

    @Override
    public boolean test(Stored object) {
        return (namespace.isEmpty() || namespace.equals(object.key().namespace()))
                && labels.test(object.labels())
                && fields.test(object);
    }
}
