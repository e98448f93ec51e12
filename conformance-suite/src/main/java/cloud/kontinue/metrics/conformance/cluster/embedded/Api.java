package cloud.kontinue.metrics.conformance.cluster.embedded;

import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** The whole API behind every listener: what is asked for goes to whoever answers it. */
final class Api {

    private static final Logger LOG = LoggerFactory.getLogger(Api.class);
    private static final Set<String> HEALTH = Set.of("healthz", "livez", "readyz");

    private final ResourceTypes types = new ResourceTypes();
    private final Discovery discovery = new Discovery(types);
    private final OpenApi openApi = new OpenApi(types);
    private final Resources resources;
    private final Requests requests;

    Api(Vertx vertx, Store store, Denials denials, Requests requests) {
        this.requests = requests;
        this.resources = new Resources(store, denials, new Watches(vertx, store));
        store.subscribe(store.revision(), types);
    }

    /** Answers a request, also one that is refused or that something goes wrong with. */
    Exchange answer(HttpCall http, long fromNanoTime) {
        Optional<ApiCall> call = Optional.empty();
        Answer answer;
        try {
            call = Target.of(types, http.path()).map(target -> ApiCall.of(http, target));
            answer = call.isPresent() ? resources.answer(call.get()) : other(http);
        } catch (Problem problem) {
            answer = refusal(problem);
        } catch (RuntimeException e) {
            LOG.error("The embedded cluster failed on {} {}: {}", http.method(), http.path(), e.toString());
            LOG.debug("Trace of the failure", e);
            answer = refusal(Problem.internal());
        }
        Optional<ApiCall> understood = call;
        Answer given = answer;
        return new Exchange(answer, () -> requests.seen(http, understood, given, fromNanoTime));
    }

    /**
     * An answer and what is to be done once it was sent.
     *
     * @param sent to be run once
     */
    record Exchange(Answer answer, Runnable sent) {}

    static Answer refusal(Problem problem) {
        return Answer.Document.json(problem.code(), problem.status());
    }

    private Answer other(HttpCall http) {
        boolean reading = http.method().equals("GET") || http.method().equals("HEAD");
        if (!reading) {
            throw Problem.noSuchPath();
        }
        if (HEALTH.contains(http.path().get(0))) {
            return new Answer.Document(200, "text/plain", "ok".getBytes(StandardCharsets.UTF_8), "", List.of());
        }
        return discovery.answer(http).or(() -> openApi.answer(http)).orElseThrow(Problem::noSuchPath);
    }

    /** Creates an object that is part of every cluster. */
    void seed(String path, ObjectNode object) {
        HttpCall http = HttpCall.of("", "POST", path, "", "", "application/json", Json.bytes(object));
        Answer answer = answer(http, System.nanoTime()).answer();
        if (answer.status() != 201) {
            throw new IllegalStateException("The embedded cluster refuses its own " + path + ": " + answer);
        }
    }
}
