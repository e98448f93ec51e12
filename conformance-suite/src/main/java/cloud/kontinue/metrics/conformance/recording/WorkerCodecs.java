package cloud.kontinue.metrics.conformance.recording;

import java.util.List;

/** How events of workers' processes, pods and ports are written. */
final class WorkerCodecs {

    private WorkerCodecs() {}

    static List<EventCodec<?>> all() {
        return List.of(
                new EventCodec<>(
                        "worker-started",
                        WorkerStarted.class,
                        (event, fields) -> fields.from(event.span())
                                .text("worker", event.worker())
                                .text("identity", event.identity())
                                .text("kind", event.kind())
                                .text("group", event.group())
                                .text("metricsBindAddress", event.metricsBindAddress()),
                        fields -> new WorkerStarted(
                                fields.span(),
                                fields.text("worker"),
                                fields.text("identity"),
                                fields.text("kind"),
                                fields.text("group"),
                                fields.optionalText("metricsBindAddress"))),
                new EventCodec<>(
                        "worker-stopped",
                        WorkerStopped.class,
                        (event, fields) -> fields.from(event.span())
                                .text("worker", event.worker())
                                .flag("byUs", event.byUs())
                                .number("exitStatus", event.exitStatus())
                                .text("output", event.output()),
                        fields -> new WorkerStopped(
                                fields.span(),
                                fields.text("worker"),
                                fields.flag("byUs"),
                                fields.optionalNumber("exitStatus"),
                                fields.text("output"))),
                new EventCodec<>(
                        "port-probed",
                        PortProbed.class,
                        (event, fields) -> fields.from(event.span())
                                .text("worker", event.worker())
                                .text("listener", event.listener())
                                .constant("outcome", event.outcome())
                                .text("detail", event.detail()),
                        fields -> new PortProbed(
                                fields.span(),
                                fields.text("worker"),
                                fields.text("listener"),
                                fields.constant("outcome", PortProbed.Outcome.class),
                                fields.text("detail"))),
                new EventCodec<>(
                        "sockets-listed",
                        SocketsListed.class,
                        (event, fields) -> fields.text("worker", event.worker()).texts("listeners", event.listeners()),
                        fields -> new SocketsListed(fields.at(), fields.text("worker"), fields.texts("listeners"))));
    }
}
