package cloud.kontinue.metrics.conformance.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import cloud.kontinue.metrics.conformance.recording.ExecutionObserved;
import cloud.kontinue.metrics.conformance.recording.ExecutionObserved.Change;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the watcher makes of an API server whose watches break off. */
@Timeout(60)
class BrokenWatchTest {

    private record Answer(int status, String body) {}

    private final Queue<Answer> lists = new ConcurrentLinkedQueue<>();
    private final Queue<String> watches = new ConcurrentLinkedQueue<>();
    private final List<String> queries = new CopyOnWriteArrayList<>();
    private final List<ExecutionObserved> observed = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private KubernetesClient client;
    private ExecutionWatcher watcher;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(io.fabric8.kubernetes.client.Config.empty())
                        .withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .build();
        ExecutionView view = new ExecutionView(Optional.of("status.worker"), observed::add);
        watcher = new ExecutionWatcher(new ExecutionApi(client), "", view, new RunClock(), note -> {});
    }

    @AfterEach
    void stop() {
        watcher.close();
        client.close();
        server.stop(0);
    }

    @Test
    void goesOnFromTheLastVersionWhenAWatchEnds() {
        lists.add(list("5", execution("e1", "5")));
        watches.add(event("ADDED", execution("e2", "6")));
        watches.add(event("ADDED", execution("e3", "7")));

        watcher.start();

        awaitObserved(tuple(Change.ADDED, "e1"), tuple(Change.ADDED, "e2"), tuple(Change.ADDED, "e3"));
        assertThat(queries)
                .filteredOn(query -> query.contains("watch"))
                .element(1)
                .asString()
                .endsWith("resourceVersion=6");
    }

    @Test
    void goesOnFromABookmark() {
        lists.add(list("5", ""));
        watches.add(event("BOOKMARK", "{\"metadata\": {\"resourceVersion\": \"40\"}}"));
        watches.add(event("ADDED", execution("e1", "41")));

        watcher.start();

        awaitObserved(tuple(Change.ADDED, "e1"));
        assertThat(queries).anyMatch(query -> query.endsWith("resourceVersion=40"));
    }

    @Test
    void listsAgainWhenTheServerForgotTheVersion() {
        lists.add(list("5", execution("e1", "5")));
        lists.add(list("90", execution("e2", "80")));
        watches.add(event("ERROR", "{\"kind\": \"Status\", \"code\": 410}"));

        watcher.start();

        awaitObserved(tuple(Change.ADDED, "e1"), tuple(Change.DELETED, "e1"), tuple(Change.ADDED, "e2"));
    }

    @Test
    void saysWhyExecutionsCannotBeListed() {
        lists.add(new Answer(403, "{\"kind\": \"Status\", \"message\": \"executions is forbidden\"}"));

        watcher.start();

        assertThatThrownBy(() -> watcher.awaitSynced(10))
                .isInstanceOfSatisfying(ApiException.class, refused -> assertThat(refused.status())
                        .isEqualTo(403))
                .hasMessage("cannot list Executions: status 403: executions is forbidden");
    }

    private void awaitObserved(org.assertj.core.groups.Tuple... changes) {
        await().untilAsserted(() -> assertThat(observed)
                .extracting(ExecutionObserved::change, ExecutionObserved::name)
                .containsExactly(changes));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        queries.add(query);
        Answer answer = query.contains("watch=true")
                ? new Answer(200, Optional.ofNullable(watches.poll()).orElse(""))
                : Optional.ofNullable(lists.poll()).orElse(list("1", ""));
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), 0);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Answer list(String version, String items) {
        return new Answer(
                200, "{\"metadata\": {\"resourceVersion\": \"" + version + "\"}, \"items\": [" + items + "]}");
    }

    private static String event(String type, String object) {
        return "{\"type\": \"" + type + "\", \"object\": " + object + "}\n";
    }

    private static String execution(String name, String version) {
        return ExecutionViewTest.execution(name, "uid-" + name, version, "", "").toString();
    }
}
