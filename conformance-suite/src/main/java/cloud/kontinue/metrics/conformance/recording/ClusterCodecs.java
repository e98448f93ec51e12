package cloud.kontinue.metrics.conformance.recording;

import java.util.List;

/** How events of Executions and of the API server are written. */
final class ClusterCodecs {

    private ClusterCodecs() {}

    static List<EventCodec<?>> all() {
        return List.of(
                new EventCodec<>(
                        "execution-written",
                        ExecutionWritten.class,
                        (event, fields) -> fields.from(event.span())
                                .constant("action", event.action())
                                .text("namespace", event.namespace())
                                .text("name", event.name())
                                .text("function", event.function())
                                .text("group", event.group())
                                .real("seconds", event.seconds())
                                .text("problem", event.problem()),
                        fields -> new ExecutionWritten(
                                fields.span(),
                                fields.constant("action", ExecutionWritten.Action.class),
                                fields.text("namespace"),
                                fields.text("name"),
                                fields.text("function"),
                                fields.text("group"),
                                fields.optionalReal("seconds"),
                                fields.optionalText("problem"))),
                new EventCodec<>(
                        "execution-observed",
                        ExecutionObserved.class,
                        (event, fields) -> fields.constant("change", event.change())
                                .text("namespace", event.namespace())
                                .text("name", event.name())
                                .text("uid", event.uid())
                                .text("resourceVersion", event.resourceVersion())
                                .text("function", event.function())
                                .text("group", event.group())
                                .text("phase", event.phase())
                                .text("owner", event.owner()),
                        fields -> new ExecutionObserved(
                                fields.at(),
                                fields.constant("change", ExecutionObserved.Change.class),
                                fields.text("namespace"),
                                fields.text("name"),
                                fields.text("uid"),
                                fields.text("resourceVersion"),
                                fields.text("function"),
                                fields.text("group"),
                                fields.text("phase"),
                                fields.text("owner"))),
                new EventCodec<>(
                        "api-request-seen",
                        ApiRequestSeen.class,
                        (event, fields) -> fields.from(event.span())
                                .text("identity", event.identity())
                                .text("verb", event.verb())
                                .text("resource", event.resource())
                                .text("namespace", event.namespace())
                                .text("query", event.query())
                                .number("status", event.status())
                                .text("resourceVersion", event.resourceVersion()),
                        fields -> new ApiRequestSeen(
                                fields.span(),
                                fields.text("identity"),
                                fields.text("verb"),
                                fields.text("resource"),
                                fields.text("namespace"),
                                fields.text("query"),
                                fields.smallNumber("status"),
                                fields.text("resourceVersion"))),
                new EventCodec<>(
                        "listing-denied",
                        ListingDenied.class,
                        (event, fields) -> fields.from(event.span()).text("worker", event.worker()),
                        fields -> new ListingDenied(fields.span(), fields.text("worker"))));
    }
}
