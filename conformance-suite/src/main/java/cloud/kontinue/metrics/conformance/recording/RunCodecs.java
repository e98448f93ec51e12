package cloud.kontinue.metrics.conformance.recording;

import cloud.kontinue.metrics.conformance.exposition.Quoted;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** How events of the run as a whole are written. */
final class RunCodecs {

    /** The version of the format that this suite writes, and the only one that it reads. */
    static final int FORMAT_VERSION = 1;

    private RunCodecs() {}

    static List<EventCodec<?>> all() {
        return List.of(
                new EventCodec<>("run-started", RunStarted.class, RunCodecs::writeStart, RunCodecs::readStart),
                new EventCodec<>(
                        "lateness-measured",
                        LatenessMeasured.class,
                        (event, fields) -> fields.number("nanos", event.nanos()),
                        fields -> new LatenessMeasured(fields.at(), fields.number("nanos"))),
                new EventCodec<>(
                        "prerequisite-missing",
                        PrerequisiteMissing.class,
                        (event, fields) -> fields.constant("prerequisite", event.prerequisite())
                                .text("worker", event.worker())
                                .text("reason", event.reason()),
                        fields -> new PrerequisiteMissing(
                                fields.at(),
                                fields.constant("prerequisite", PrerequisiteMissing.Prerequisite.class),
                                fields.text("worker"),
                                fields.text("reason"))),
                new EventCodec<>(
                        "noted",
                        Noted.class,
                        (event, fields) -> fields.text("text", event.text()),
                        fields -> new Noted(fields.at(), fields.text("text"))),
                new EventCodec<>(
                        "run-ended",
                        RunEnded.class,
                        (event, fields) ->
                                fields.constant("outcome", event.outcome()).text("reason", event.reason()),
                        fields -> new RunEnded(
                                fields.at(),
                                fields.constant("outcome", RunEnded.Outcome.class),
                                fields.text("reason"))));
    }

    private static void writeStart(RunStarted event, FieldWriter fields) {
        fields.number("formatVersion", FORMAT_VERSION)
                .text("startedAt", event.startedAt().toString())
                .text("suiteVersion", event.suiteVersion());
        fields.object("subject")
                .text("name", event.subject().name())
                .text("kind", event.subject().kind())
                .text("digest", event.subject().digest());
        fields.object("environment")
                .text("cluster", event.environment().cluster())
                .text("kubernetes", event.environment().kubernetes())
                .text("prometheus", event.environment().prometheus())
                .number("cpus", event.environment().cpus());
        fields.object("names")
                .text("namespace", event.names().namespace())
                .text("elsewhere", event.names().elsewhere())
                .text("nobody", event.names().nobody())
                .flag("ownerWritten", event.names().ownerWritten())
                .flag("requestsSeen", event.names().requestsSeen());
    }

    private static RunStarted readStart(FieldReader fields) throws FieldException {
        long version = fields.number("formatVersion");
        if (version != FORMAT_VERSION) {
            throw new FieldException("expected a recording of format version " + FORMAT_VERSION + ", found version "
                    + version + "; judge it with the suite that wrote it, or a newer one");
        }
        FieldReader subject = fields.object("subject");
        FieldReader environment = fields.object("environment");
        FieldReader names = fields.object("names");
        return new RunStarted(
                fields.at(),
                instant(fields),
                fields.text("suiteVersion"),
                new RunStarted.Subject(subject.text("name"), subject.text("kind"), subject.text("digest")),
                new RunStarted.Environment(
                        environment.text("cluster"),
                        environment.text("kubernetes"),
                        environment.text("prometheus"),
                        environment.smallNumber("cpus")),
                new RunStarted.Names(
                        names.text("namespace"),
                        names.text("elsewhere"),
                        names.text("nobody"),
                        names.flag("ownerWritten"),
                        names.flag("requestsSeen")));
    }

    private static Instant instant(FieldReader fields) throws FieldException {
        String text = fields.text("startedAt");
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new FieldException("expected a time such as 2026-11-22T08:00:00Z in the field \"startedAt\", found "
                    + Quoted.of(text));
        }
    }
}
