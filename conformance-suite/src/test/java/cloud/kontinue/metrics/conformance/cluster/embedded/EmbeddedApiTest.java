package cloud.kontinue.metrics.conformance.cluster.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cloud.kontinue.metrics.conformance.cluster.ClusterException;
import cloud.kontinue.metrics.conformance.cluster.RequestLog.SeenRequest;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only the embedded cluster has: identities by port, a log, a short memory; and how it takes bad treatment. */
class EmbeddedApiTest {

    private static final String EXECUTIONS = "/apis/kontinue.cloud/v1alpha1/namespaces/default/executions";
    private static final int WINDOW = 5;

    private final HttpClient http = HttpClient.newHttpClient();
    private EmbeddedCluster cluster;

    @BeforeEach
    void start() throws ClusterException {
        cluster = EmbeddedCluster.start(0, WINDOW);
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    private URI at(String identity, String path) {
        Path kubeconfig = cluster.access(identity).kubeconfig();
        return URI.create(Config.fromKubeconfig(kubeconfig.toFile()).getMasterUrl())
                .resolve(path);
    }

    private HttpResponse<String> send(String method, String path, String type, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(at("", path))
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .header("Content-Type", type)
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String identity, String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(at(identity, path))
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                BodyHandlers.ofString());
    }

    private void create(String name) throws Exception {
        String body = "{\"metadata\":{\"name\":\"%s\"},\"spec\":{\"function\":\"f\"}}".formatted(name);
        assertThat(send("POST", EXECUTIONS, "application/json", body).statusCode())
                .isEqualTo(201);
    }

    @Test
    void requestsAreToldWithTheirIdentity() throws Exception {
        List<SeenRequest> seen = new CopyOnWriteArrayList<>();
        cluster.requests().orElseThrow().listen(seen::add);

        get("W1", EXECUTIONS + "?limit=500");

        await().untilAsserted(() -> assertThat(seen).singleElement().satisfies(request -> {
            assertThat(request.identity()).isEqualTo("W1");
            assertThat(request.verb()).isEqualTo("list");
            assertThat(request.resource()).isEqualTo("executions");
            assertThat(request.namespace()).isEqualTo("default");
            assertThat(request.query()).isEqualTo("limit=500");
            assertThat(request.status()).isEqualTo(200);
            assertThat(request.resourceVersion()).matches("\\d+");
            assertThat(request.toNanoTime()).isGreaterThanOrEqualTo(request.fromNanoTime());
        }));
    }

    @Test
    void onlyTheListingsOfADeniedIdentityAreForbidden() throws Exception {
        create("one");
        cluster.listingRights().orElseThrow().deny("W2");

        HttpResponse<String> denied = get("W2", EXECUTIONS);

        assertThat(denied.statusCode()).isEqualTo(403);
        assertThat(denied.body()).contains("\"reason\":\"Forbidden\"", "cannot list resource");
        assertThat(denied.headers().firstValue("Retry-After")).isEmpty();
        assertThat(get("W1", EXECUTIONS).statusCode()).isEqualTo(200);
        assertThat(get("W2", EXECUTIONS + "/one").statusCode()).isEqualTo(200);
        assertThat(get("W2", EXECUTIONS + "?watch=1&timeoutSeconds=1").statusCode())
                .isEqualTo(200);
        assertThat(get("W2", "/api/v1/pods").statusCode()).isEqualTo(200);
    }

    @Test
    void aRightThatIsGivenBackHoldsAtOnce() throws Exception {
        cluster.listingRights().orElseThrow().deny("W2");

        cluster.listingRights().orElseThrow().allow("W2");

        assertThat(get("W2", EXECUTIONS).statusCode()).isEqualTo(200);
    }

    @Test
    void aContinueTokenExpiresWithItsRevision() throws Exception {
        create("a");
        create("b");
        String token = get("", EXECUTIONS + "?limit=1").body().replaceAll("(?s).*\"continue\":\"([^\"]+)\".*", "$1");
        for (int i = 0; i <= WINDOW; i++) {
            create("later-" + i);
        }

        HttpResponse<String> page = get("", EXECUTIONS + "?limit=1&continue=" + token);

        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains("\"reason\":\"Expired\"");
    }

    @Test
    void aRevisionYetToComeIsATimeout() throws Exception {
        HttpResponse<String> list = get("", EXECUTIONS + "?resourceVersion=999999999");

        assertThat(list.statusCode()).isEqualTo(504);
        assertThat(list.body()).contains("Too large resource version");
    }

    @Test
    void aClientThatDoesNotReadHoldsNobodyUp() throws Exception {
        URI server = at("slow", "/");
        try (Socket slow = new Socket(InetAddress.getByName(server.getHost()), server.getPort())) {
            slow.setReceiveBufferSize(1024);
            slow.getOutputStream()
                    .write(("GET " + EXECUTIONS + "?watch=true HTTP/1.1\r\nHost: x\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String padding = "x".repeat(100_000);
            for (int i = 0; i < 200; i++) {
                String body = "{\"metadata\":{\"name\":\"e%d\"},\"spec\":{\"function\":\"%s\"}}".formatted(i, padding);
                assertThat(send("POST", EXECUTIONS, "application/json", body).statusCode())
                        .isEqualTo(201);
            }

            assertThat(get("", EXECUTIONS + "/e199").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nothing, '', '', 404",
        "GET, /apis/nothing.here/v1, '', '', 404",
        "GET, /apis/kontinue.cloud/v1alpha1/namespaces/default/executions/x/scale, '', '', 404",
        "GET, /api/v1/namespaces/%zz/pods, '', '', 400",
        "GET, /api/v1/pods?limit=-1, '', '', 400",
        "GET, /api/v1/pods?continue=rubbish, '', '', 400",
        "GET, /api/v1/pods?resourceVersionMatch=Exact, '', '', 422",
        "PUT, /api/v1/pods, application/json, '{}', 405",
        "BREW, /api/v1/pods, '', '', 405",
        "POST, /api/v1/namespaces, application/json, '{', 400",
        "POST, /api/v1/namespaces, application/json, '[]', 400",
        "POST, /api/v1/namespaces, application/json, '{\"kind\":\"Pod\"}', 400",
        "POST, /api/v1/namespaces, application/json, '{\"metadata\":{\"name\":\"A_B\"}}', 422",
        "POST, /api/v1/namespaces, application/json, '{\"metadata\":{}}', 422",
        "POST, /api/v1/namespaces, application/xml, '<a/>', 415",
        "POST, /api/v1/namespaces, application/vnd.kubernetes.protobuf, 'k8s', 400",
        "PATCH, /api/v1/namespaces/default, application/json, '{}', 415",
        "PATCH, /api/v1/namespaces/default, application/json-patch+json, '{}', 400",
        "PATCH, /api/v1/namespaces/default, application/json-patch+json, '[{\"op\":\"fly\"}]', 422",
        "PATCH, /api/v1/namespaces/default, application/merge-patch+json, '{\"metadata\":{\"labels\":5}}', 422",
        "PATCH, /api/v1/namespaces/default, application/merge-patch+json, '{\"metadata\":5}', 200",
        "DELETE, /api/v1/namespaces/default, application/json, '5', 400",
    })
    void whatIsWrongIsRefusedWithAStatus(String method, String path, String type, String body, int code)
            throws Exception {
        try (Socket raw = new Socket(at("", "/").getHost(), at("", "/").getPort())) {
            raw.setSoTimeout(20_000);
            String request =
                    "%s %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
                            .formatted(method, path, type, body.length(), body);
            raw.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String whole = new String(raw.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(whole).startsWith("HTTP/1.1 " + code + " ").doesNotContain("Exception", "\tat ");
            if (code >= 400) {
                assertThat(whole).contains("\"kind\":\"Status\"", "\"code\":" + code);
            }
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws Exception {
        HttpResponse<String> answer =
                send("POST", "/api/v1/namespaces", "application/json", " ".repeat(4 * 1024 * 1024));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void aHeadHasNoBody() throws Exception {
        HttpResponse<String> answer = send("HEAD", "/api/v1/namespaces/default", "application/json", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aTakenPortIsSaidInOneLine() {
        int taken = at("", "/").getPort();

        assertThatThrownBy(() -> EmbeddedCluster.start(taken))
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith("Cannot serve the embedded cluster on 127.0.0.1:" + taken)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void nothingIsLeftAfterwards() throws IOException {
        Path kubeconfig = cluster.access("W1").kubeconfig();
        URI server = at("W1", "/");

        cluster.close();

        assertThat(kubeconfig.getParent()).doesNotExist();
        assertThatThrownBy(() -> new Socket(server.getHost(), server.getPort()).close())
                .isInstanceOf(IOException.class);
        assertThat(Files.exists(kubeconfig)).isFalse();
    }
}
