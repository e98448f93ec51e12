package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.recording.ExecutionObserved.Change;
import cloud.kontinue.metrics.conformance.stage.ExecutionApi.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The recorder's own eye on Executions: lists them once, then follows the watch; where that breaks off it goes on from
 * the last version, and where the server no longer has that, it lists again and tells what changed meanwhile.
 */
final class ExecutionWatcher extends Background {

    private static final int GONE = 410;
    private static final long SILENCE_SECONDS = 15;
    private static final long RETRY_MILLIS = 200;
    private static final long PAUSE_MILLIS = 20;
    private static final Set<String> CHANGES = Set.of("ADDED", "MODIFIED", "DELETED");

    private final ExecutionApi api;
    private final String namespace;
    private final ExecutionView view;
    private final RunClock clock;
    private final Consumer<String> notes;
    private final CompletableFuture<Void> synced = new CompletableFuture<>();

    /**
     * @param namespace which to watch; empty: all
     * @param notes is told where the watch broke off
     */
    ExecutionWatcher(ExecutionApi api, String namespace, ExecutionView view, RunClock clock, Consumer<String> notes) {
        super("watch-" + (namespace.isEmpty() ? "all" : namespace));
        this.api = api;
        this.namespace = namespace;
        this.view = view;
        this.clock = clock;
        this.notes = notes;
    }

    /** Waits until the first listing is there; fails with a {@link ApiException} where there was none. */
    void awaitSynced(long seconds) throws InterruptedException {
        try {
            synced.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new ApiException(0, "cannot list Executions: no answer within " + seconds + " s");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ApiException problem) {
                throw problem;
            }
            throw new ApiException(0, "cannot list Executions: " + Reason.of(e));
        }
    }

    @Override
    void run() throws InterruptedException {
        Optional<String> version = Optional.empty();
        while (!closed()) {
            try {
                if (version.isEmpty()) {
                    version = Optional.of(list());
                    synced.complete(null);
                }
                version = follow(version.get());
            } catch (ApiException | JacksonException e) {
                if (!synced.isDone()) {
                    synced.completeExceptionally(e);
                    return;
                }
                notes.accept("the watch of Executions broke off and is taken up again: " + Reason.of(e));
                if (e instanceof ApiException refused && refused.status() == GONE) {
                    version = Optional.empty();
                }
                TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
            }
        }
    }

    private String list() throws InterruptedException {
        while (true) {
            List<JsonNode> executions = new ArrayList<>();
            try {
                String token = "";
                do {
                    Reply page = api.list(namespace, token);
                    page.body().path("items").forEach(executions::add);
                    token = page.body().path("metadata").path("continue").asString("");
                    if (token.isEmpty()) {
                        view.listed(clock.now(), executions);
                        return page.body()
                                .path("metadata")
                                .path("resourceVersion")
                                .asString("");
                    }
                } while (true);
            } catch (ApiException e) {
                if (e.status() != GONE || closed()) {
                    throw e;
                }
            }
        }
    }

    /** Follows a watch to its end; returns from which version to go on, empty where a new listing is needed. */
    private Optional<String> follow(String from) throws InterruptedException {
        String version = from;
        try (WatchStream stream = WatchStream.begin(api, namespace, version, clock)) {
            while (!closed()) {
                Optional<WatchStream.Line> line = stream.next(SILENCE_SECONDS);
                if (line.isEmpty() || line.get().end()) {
                    // A server that ends each watch at once must not be asked without a pause.
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                    return Optional.of(version);
                }
                JsonNode event = ExecutionApi.json(line.get().text());
                String type = event.path("type").asString("");
                JsonNode object = event.path("object");
                if (type.equals("ERROR")) {
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                    return Optional.empty();
                }
                version = object.path("metadata").path("resourceVersion").asString(version);
                if (CHANGES.contains(type)) {
                    view.changed(line.get().at(), Change.valueOf(type), object);
                }
            }
        }
        return Optional.of(version);
    }
}
