package cloud.kontinue.metrics.exporter.testing;

import cloud.kontinue.metrics.exporter.execution.Execution;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;

/** As much of a Kubernetes API server as a worker asks, over real HTTP; faults on demand. */
public final class FakeApi implements AutoCloseable {

    private static final String END = "";
    private static final Pattern SELECTOR = Pattern.compile("kontinue\\.cloud/worker-group=(.*)");

    private final Map<String, Execution> executions = new LinkedHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Watch> watches = new CopyOnWriteArrayList<>();
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private long version = 100;

    /** Answers requests that contain the text with that status, so many times. */
    private static final class Fault {
        final String part;
        final int status;
        int times;

        Fault(String part, int status, int times) {
            this.part = part;
            this.status = status;
            this.times = times;
        }
    }

    private record Watch(String group, BlockingQueue<String> events) {}

    public FakeApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Returns how it is reached, and nothing that the surroundings say. */
    public Config config() {
        return new ConfigBuilder(Config.empty())
                .withMasterUrl(uri().toString())
                .withOauthToken("token-of-the-test")
                .build();
    }

    /** Returns the requests so far, as {@code METHOD path?query}. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Answers the next requests that contain the text with that status. */
    public void fail(String part, int status, int times) {
        faults.add(new Fault(part, status, times));
    }

    /** Ends all watches there are, as a server does from time to time. */
    public void endWatches() {
        watches.forEach(watch -> watch.events().add(END));
    }

    /** Tells all watches that their resource version is too old. */
    public void expireWatches() {
        watches.forEach(
                watch -> watch.events()
                        .add(
                                "{\"type\":\"ERROR\",\"object\":{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"code\":410,\"message\":\"too old\"}}"));
    }

    /** Returns how many watches there are. */
    public int watches() {
        return watches.size();
    }

    public synchronized Execution create(
            String namespace, String group, String function, Map<String, String> arguments) {
        var number = Long.toString(++version);
        var created = new Execution(
                namespace, function + "-" + number, "uid-" + number, number, "", group, function, arguments, "", "");
        return store("ADDED", created);
    }

    /** Changes what is stored, as somebody else would. */
    public synchronized Execution change(Execution execution, String phase, String worker) {
        return store("MODIFIED", now(execution).written(Long.toString(++version), phase, worker));
    }

    public synchronized void delete(Execution execution) {
        var deleted = now(execution);
        executions.remove(execution.uid());
        tell("DELETED", deleted.written(Long.toString(++version), deleted.phase(), deleted.worker()));
    }

    /** Returns an Execution as it is stored. */
    public synchronized Execution now(Execution execution) {
        return Objects.requireNonNull(executions.get(execution.uid()));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private Execution store(String type, Execution execution) {
        executions.put(execution.uid(), execution);
        tell(type, execution);
        return execution;
    }

    private void tell(String type, Execution execution) {
        watches.stream()
                .filter(watch -> watch.group().equals(execution.group()))
                .forEach(watch -> watch.events().add("{\"type\":\"" + type + "\",\"object\":" + json(execution) + "}"));
    }

    private void handle(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        var request = exchange.getRequestMethod() + " " + uri;
        requests.add(request);
        try (exchange) {
            if (!"Bearer token-of-the-test".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                refuse(exchange, 401, "Unauthorized");
                return;
            }
            var fault = faults.stream()
                    .filter(some -> some.times > 0 && request.contains(some.part))
                    .findFirst();
            if (fault.isPresent()) {
                fault.get().times--;
                refuse(exchange, fault.get().status, "a fault\nof the test");
                return;
            }
            var query = query(uri.getRawQuery());
            if (exchange.getRequestMethod().equals("PATCH")) {
                patch(exchange, part(uri, 5), part(uri, 7));
            } else if (uri.getPath().matches(".*/executions/[^/]+")) {
                get(exchange, part(uri, 5), part(uri, 7));
            } else if (query.containsKey("watch")) {
                watch(exchange, query);
            } else {
                list(exchange, uri.getPath(), query);
            }
        }
    }

    private void list(HttpExchange exchange, String path, Map<String, String> query) throws IOException {
        String body;
        synchronized (this) {
            var matching = executions.values().stream()
                    .filter(execution -> !path.contains("/namespaces/")
                            || path.contains("/namespaces/" + execution.namespace() + "/"))
                    .filter(execution ->
                            group(query).map(execution.group()::equals).orElse(true))
                    .toList();
            var from = Integer.parseInt(query.getOrDefault("continue", "0"));
            var to = Math.min(matching.size(), from + Integer.parseInt(query.get("limit")));
            var items = new ArrayList<String>();
            matching.subList(from, to).forEach(execution -> items.add(json(execution)));
            body =
                    "{\"kind\":\"ExecutionList\",\"apiVersion\":\"kontinue.cloud/v1alpha1\",\"metadata\":{\"resourceVersion\":\""
                            + version + "\",\"continue\":\"" + (to < matching.size() ? to : "") + "\"},\"items\":["
                            + String.join(",", items) + "]}";
        }
        answer(exchange, 200, body);
    }

    private void watch(HttpExchange exchange, Map<String, String> query) throws IOException {
        var watch = new Watch(group(query).orElse(""), new LinkedBlockingQueue<>());
        synchronized (this) {
            executions.values().stream()
                    .filter(execution -> execution.group().equals(watch.group()))
                    .filter(execution ->
                            Long.parseLong(execution.resourceVersion()) > Long.parseLong(query.get("resourceVersion")))
                    .forEach(execution ->
                            watch.events().add("{\"type\":\"MODIFIED\",\"object\":" + json(execution) + "}"));
            watches.add(watch);
        }
        try {
            exchange.sendResponseHeaders(200, 0);
            for (var event = watch.events().take();
                    !event.equals(END);
                    event = watch.events().take()) {
                exchange.getResponseBody().write((event + "\n").getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            watches.remove(watch);
        }
    }

    private void get(HttpExchange exchange, String namespace, String name) throws IOException {
        var found = find(namespace, name);
        if (found.isEmpty()) {
            refuse(exchange, 404, "not found");
        } else {
            answer(exchange, 200, json(found.get()));
        }
    }

    private void patch(HttpExchange exchange, String namespace, String name) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Optional<Execution> written;
        synchronized (this) {
            var found = find(namespace, name);
            if (found.isEmpty()) {
                refuse(exchange, 404, "not found");
                return;
            }
            written = found.filter(now -> now.resourceVersion().equals(field(body, "resourceVersion")))
                    .map(now -> change(now, field(body, "phase"), field(body, "worker")));
        }
        if (written.isEmpty()) {
            refuse(exchange, 409, "the object has been modified");
        } else {
            answer(exchange, 200, json(written.get()));
        }
    }

    private synchronized Optional<Execution> find(String namespace, String name) {
        return executions.values().stream()
                .filter(execution -> execution.namespace().equals(namespace)
                        && execution.name().equals(name))
                .findFirst();
    }

    private static void refuse(HttpExchange exchange, int status, String message) throws IOException {
        answer(
                exchange,
                status,
                "{\"kind\":\"Status\",\"details\":{\"message\":\"inner\"},\"message\":\"" + message.replace("\n", "\\n")
                        + "\",\"code\":" + status + "}");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String part(URI uri, int index) {
        return uri.getPath().split("/", -1)[index];
    }

    private static Optional<String> group(Map<String, String> query) {
        return Optional.ofNullable(query.get("labelSelector")).map(selector -> {
            var found = SELECTOR.matcher(selector);
            if (!found.matches()) {
                throw new IllegalArgumentException("Unexpected selector " + selector);
            }
            return found.group(1);
        });
    }

    private static Map<String, String> query(String raw) {
        var query = new LinkedHashMap<String, String>();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            var parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private static String field(String json, String name) {
        var found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        if (!found.find()) {
            throw new IllegalArgumentException("No " + name + " in " + json);
        }
        return found.group(1);
    }

    private static String json(Execution execution) {
        var arguments = new ArrayList<String>();
        execution.arguments().forEach((name, value) -> arguments.add("\"" + name + "\":" + value));
        var status = execution.phase().isEmpty()
                ? ""
                : ",\"status\":{\"phase\":\"" + execution.phase() + "\",\"worker\":\"" + execution.worker() + "\"}";
        return ("{\"apiVersion\":\"kontinue.cloud/v1alpha1\",\"kind\":\"Execution\",\"metadata\":{\"name\":\"%s\","
                        + "\"namespace\":\"%s\",\"uid\":\"%s\",\"resourceVersion\":\"%s\",\"managedFields\":[{\"f:spec\":{}}],"
                        + "\"labels\":{\"kontinue.cloud/worker-group\":\"%s\",\"app\":\"x\"}},"
                        + "\"spec\":{\"function\":\"%s\",\"arguments\":{%s}}%s}")
                .formatted(
                        execution.name(),
                        execution.namespace(),
                        execution.uid(),
                        execution.resourceVersion(),
                        execution.group(),
                        execution.function(),
                        String.join(",", arguments),
                        status);
    }
}
