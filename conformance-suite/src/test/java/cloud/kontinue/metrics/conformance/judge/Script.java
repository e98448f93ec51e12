package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.recording.ApiRequestSeen;
import cloud.kontinue.metrics.conformance.recording.Event;
import cloud.kontinue.metrics.conformance.recording.ExecutionObserved;
import cloud.kontinue.metrics.conformance.recording.ExecutionObserved.Change;
import cloud.kontinue.metrics.conformance.recording.ExecutionWritten;
import cloud.kontinue.metrics.conformance.recording.ExecutionWritten.Action;
import cloud.kontinue.metrics.conformance.recording.LatenessMeasured;
import cloud.kontinue.metrics.conformance.recording.ListingDenied;
import cloud.kontinue.metrics.conformance.recording.PortProbed;
import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing;
import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import cloud.kontinue.metrics.conformance.recording.PrometheusAnswered;
import cloud.kontinue.metrics.conformance.recording.PrometheusAnswered.Topic;
import cloud.kontinue.metrics.conformance.recording.PrometheusStarted;
import cloud.kontinue.metrics.conformance.recording.Recording;
import cloud.kontinue.metrics.conformance.recording.RunStarted;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Answered;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Failure;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Purpose;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Unanswered;
import cloud.kontinue.metrics.conformance.recording.SocketsListed;
import cloud.kontinue.metrics.conformance.recording.Span;
import cloud.kontinue.metrics.conformance.recording.WorkerStarted;
import cloud.kontinue.metrics.conformance.recording.WorkerStopped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.DoubleFunction;

/**
 * Writes a recording by hand, for tests of judges.
 *
 * <p>Times are seconds since the run began and may be given in any order. Executions live in namespace {@code a} unless
 * their name says otherwise, as {@code b/e1}.
 */
final class Script {

    static final Instant STARTED_AT = Instant.parse("2026-01-01T00:00:00Z");
    static final String NAMESPACE = "a";
    static final String ELSEWHERE = "b";
    static final String NOBODY = "conformance-nobody";
    static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    /** How long each of our own requests takes. */
    static final double REQUEST = 0.01;

    private record Known(String function, String group, List<String> told) {}

    private final List<Event> events = new ArrayList<>();
    private final Map<String, Known> executions = new HashMap<>();
    private boolean ownerWritten = true;
    private boolean requestsSeen = true;
    private String prometheus = "";

    private Script() {}

    static Script run() {
        return new Script();
    }

    /** The worker under test does not write who owns an Execution. */
    Script withoutOwners() {
        ownerWritten = false;
        return this;
    }

    /** The cluster does not show the requests that a worker makes. */
    Script withoutRequests() {
        requestsSeen = false;
        return this;
    }

    /** A worker started at 0 as a process on a port of its own; its identity is {@code id-NAME}. */
    Script worker(String name, String group) {
        return worker(name, group, 0, ":9090");
    }

    Script worker(String name, String group, double at, String bindAddress) {
        return worker(name, group, at, Optional.of(bindAddress));
    }

    /** A worker that ran before and goes on after the run. */
    Script url(String name, String group) {
        return event(new WorkerStarted(request(0), name, "id-" + name, "url", group, Optional.empty()));
    }

    /** A worker with the default address. */
    Script defaultWorker(String name, String group, double at) {
        return worker(name, group, at, Optional.empty());
    }

    private Script worker(String name, String group, double at, Optional<String> bindAddress) {
        return event(new WorkerStarted(request(at), name, "id-" + name, "process", group, bindAddress));
    }

    Script stopped(String worker, double at) {
        return event(new WorkerStopped(request(at), worker, true, OptionalInt.of(143), ""));
    }

    Script endedByItself(String worker, double at, int exitStatus, String output) {
        return event(new WorkerStopped(request(at), worker, false, OptionalInt.of(exitStatus), output));
    }

    /** The run creates an Execution; the watch tells of it, without a phase, when the request is answered. */
    Script create(String name, String function, String group, double at) {
        return create(name, function, group, OptionalDouble.empty(), at);
    }

    Script create(String name, String function, String group, double at, double seconds) {
        return create(name, function, group, OptionalDouble.of(seconds), at);
    }

    private Script create(String name, String function, String group, OptionalDouble seconds, double at) {
        event(new ExecutionWritten(
                request(at), Action.CREATE, namespace(name), simple(name), function, group, seconds, Optional.empty()));
        return existing(name, function, group, at + REQUEST, "", "");
    }

    /** The watch tells of an Execution that the run did not create. */
    Script existing(String name, String function, String group, double at, String phase, String owner) {
        executions.put(name, new Known(function, group, new ArrayList<>()));
        return observe(name, at, phase, owner);
    }

    /** The watch tells of a phase and an owner. */
    Script observe(String name, double at, String phase, String owner) {
        List<String> told = known(name).told();
        told.add(phase);
        return observed(name, at, told.size() == 1 ? Change.ADDED : Change.MODIFIED, phase, owner);
    }

    /** The watch tells that an owner executes it, and that it ended in a phase. */
    Script executes(String name, String owner, double from, double to, String phase) {
        return observe(name, from, "Executing", owner).observe(name, to, phase, owner);
    }

    Script delete(String name, double at) {
        Known known = known(name);
        event(new ExecutionWritten(
                request(at),
                Action.DELETE,
                namespace(name),
                simple(name),
                known.function(),
                known.group(),
                OptionalDouble.empty(),
                Optional.empty()));
        return observed(name, at + REQUEST, Change.DELETED, "", "");
    }

    private Script observed(String name, double at, Change change, String phase, String owner) {
        Known known = known(name);
        return event(new ExecutionObserved(
                nanos(at),
                change,
                namespace(name),
                simple(name),
                "uid-" + name,
                String.valueOf(nanos(at) / 1_000_000),
                known.function(),
                known.group(),
                phase,
                owner));
    }

    private Known known(String name) {
        return Optional.ofNullable(executions.get(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "Invalid Execution '" + name + "': must be created or existing before"));
    }

    /** A scrape of the steady stream, answered with this text. */
    Script scrape(String worker, double at, String body) {
        return scrape(worker, Purpose.REGULAR, at, TEXT, body);
    }

    Script scrape(String worker, Purpose purpose, double at, String contentType, String body) {
        return scrape(worker, purpose, at, at + REQUEST, 200, contentType, body);
    }

    Script scrape(String worker, Purpose purpose, double from, double to, int status, String contentType, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return event(new ScrapeTaken(
                span(from, to),
                worker,
                purpose,
                "http://127.0.0.1:9090/metrics",
                "*/*",
                new Answered(status, contentType, "", bytes, false)));
    }

    /** The steady stream, two a second as in a run: a text for each instant in [from, to]. */
    Script scrapes(String worker, double from, double to, DoubleFunction<String> body) {
        for (int index = 0; from + index * 0.5 <= to; index++) {
            double at = from + index * 0.5;
            scrape(worker, at, body.apply(at));
        }
        return this;
    }

    Script unanswered(String worker, Purpose purpose, double from, double to, Failure failure) {
        return event(new ScrapeTaken(
                span(from, to),
                worker,
                purpose,
                "http://127.0.0.1:9090/metrics",
                "*/*",
                new Unanswered(failure, "no answer: " + failure)));
    }

    Script probe(String worker, double at, String listener, PortProbed.Outcome outcome) {
        return event(new PortProbed(request(at), worker, listener, outcome, outcome + " at " + listener));
    }

    Script sockets(String worker, double at, String... listeners) {
        return event(new SocketsListed(nanos(at), worker, List.of(listeners)));
    }

    /** A worker lists the Executions of the namespace; its resource version is the milliseconds of {@code to}. */
    Script lists(String worker, double from, double to) {
        return lists(worker, from, to, 200, String.valueOf(nanos(to) / 1_000_000));
    }

    Script lists(String worker, double from, double to, int status, String resourceVersion) {
        return event(new ApiRequestSeen(
                span(from, to), "id-" + worker, "list", "executions", NAMESPACE, "", status, resourceVersion));
    }

    Script listingDenied(String worker, double from, double to) {
        return event(new ListingDenied(span(from, to), worker));
    }

    Script prometheus(String version, boolean discovery) {
        prometheus = version;
        return event(new PrometheusStarted(0, version, discovery, ""));
    }

    Script answers(Topic topic, String worker, double at, String question, String json) {
        return event(new PrometheusAnswered(request(at), topic, worker, question, json, ""));
    }

    Script late(double at, double seconds) {
        return event(new LatenessMeasured(nanos(at), nanos(seconds)));
    }

    Script missing(Prerequisite prerequisite, String worker, String reason) {
        return event(new PrerequisiteMissing(0, prerequisite, worker, reason));
    }

    Script event(Event event) {
        events.add(event);
        return this;
    }

    Recording recording() {
        List<Event> ordered = new ArrayList<>();
        ordered.add(new RunStarted(
                0,
                STARTED_AT,
                "test",
                new RunStarted.Subject("worker", "command", ""),
                new RunStarted.Environment("embedded", "1.34", prometheus, 2),
                new RunStarted.Names(NAMESPACE, ELSEWHERE, NOBODY, ownerWritten, requestsSeen)));
        events.stream().sorted(Comparator.comparingLong(Event::at)).forEach(ordered::add);
        return new Recording(ordered);
    }

    History history() {
        return History.of(recording());
    }

    /** Returns the verdict of one check alone, whatever it builds on. */
    Verdict verdict(String id) {
        return Judge.check(id).judge(history());
    }

    static Span span(double from, double to) {
        return new Span(nanos(from), nanos(to));
    }

    static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }

    private static Span request(double at) {
        return span(at, at + REQUEST);
    }

    private static String namespace(String name) {
        return name.contains("/") ? name.substring(0, name.indexOf('/')) : NAMESPACE;
    }

    private static String simple(String name) {
        return name.substring(name.indexOf('/') + 1);
    }
}
