package cloud.kontinue.metrics.conformance.recording;

import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Answered;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Unanswered;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Events of every kind, with every text hostile in the way that is asked for. */
record AnyEvents(String text) {

    static final List<String> HOSTILE = List.of(
            "",
            " ",
            "<script>alert(\"1\")</script> & ' </pre>",
            "\u001b[2J\u001b]0;title\u0007\u0000\u007f\u009b",
            "a\nb\r\nc\td\u2028e\u0085",
            "\\n \\u0041 \" {} [] \ufeff",
            "ünïcode 🚀 \u202e\u0301",
            "half of a pair: \ud83d and \ude80",
            "x".repeat(100_000));

    RunStarted start() {
        return new RunStarted(
                0,
                Instant.parse("2026-11-22T08:15:30.123456789Z"),
                text,
                new RunStarted.Subject(text, text, text),
                new RunStarted.Environment(text, text, text, 2),
                new RunStarted.Names(text, text, text, true, false));
    }

    ScrapeTaken scrape(long from, byte[] body) {
        Answered answered = new Answered(200, text, text, body, false);
        return new ScrapeTaken(
                new Span(from, from + 1), text, ScrapeTaken.Purpose.AS_PROMETHEUS_2, text, text, answered);
    }

    /** Every kind but the start, in order of time. */
    List<Event> others() {
        Span span = new Span(1, Long.MAX_VALUE / 2);
        long at = span.to();
        return List.of(
                new WorkerStarted(span, text, text, text, text, Optional.empty()),
                new WorkerStarted(span, text, text, text, text, Optional.of(text)),
                new WorkerStopped(span, text, true, OptionalInt.empty(), text),
                new WorkerStopped(span, text, false, OptionalInt.of(-9), text),
                new ScrapeTaken(
                        span,
                        text,
                        ScrapeTaken.Purpose.REGULAR,
                        text,
                        text,
                        new Answered(200, text, text, text.getBytes(StandardCharsets.UTF_8), true)),
                new ScrapeTaken(
                        span,
                        text,
                        ScrapeTaken.Purpose.OTHER_PATH,
                        text,
                        text,
                        new Answered(404, text, text, new byte[] {(byte) 0xff, 0, '\n', (byte) 0xc3}, false)),
                new ScrapeTaken(
                        span,
                        text,
                        ScrapeTaken.Purpose.EXCLUDED_ADDRESS,
                        text,
                        text,
                        new Unanswered(ScrapeTaken.Failure.TIMEOUT, text)),
                new PortProbed(span, text, text, PortProbed.Outcome.NO_METRICS, text),
                new SocketsListed(at, text, List.of(text, text)),
                new SocketsListed(at, text, List.of()),
                new ExecutionWritten(
                        span,
                        ExecutionWritten.Action.CREATE,
                        text,
                        text,
                        text,
                        text,
                        OptionalDouble.of(1.4),
                        Optional.empty()),
                new ExecutionWritten(
                        span,
                        ExecutionWritten.Action.DELETE,
                        text,
                        text,
                        text,
                        text,
                        OptionalDouble.empty(),
                        Optional.of(text)),
                new ExecutionObserved(
                        at, ExecutionObserved.Change.MODIFIED, text, text, text, text, text, text, text, text),
                new ApiRequestSeen(span, text, text, text, text, text, 410, text),
                new ListingDenied(span, text),
                new PrometheusStarted(at, text, true, text),
                new PrometheusAnswered(span, PrometheusAnswered.Topic.TARGETS, text, text, text, text),
                new LatenessMeasured(at, 123_456_789),
                new PrerequisiteMissing(at, PrerequisiteMissing.Prerequisite.PROMETHEUS_DISCOVERY, text, text),
                new Noted(at, text),
                new RunEnded(at, RunEnded.Outcome.SETUP_FAILED, text));
    }

    List<Event> all() {
        return Stream.concat(Stream.of(start()), others().stream()).toList();
    }
}
