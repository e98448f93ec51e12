package cloud.kontinue.metrics.exporter.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import cloud.kontinue.metrics.exporter.exposition.Page;
import cloud.kontinue.metrics.exporter.server.BindAddress.Listen;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsServerTest {

    private static final String TEXT = "answer{l=\"ü\"} 42\n";

    private final HttpClient http = HttpClient.newHttpClient();
    private MetricsServer server;

    @BeforeEach
    void start() throws IOException {
        server = MetricsServer.start(new Listen("127.0.0.1", 0), page(TEXT));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void servesThePageAsTextOfVersionFour() throws Exception {
        var response = send(request("/metrics").GET());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(text(response)).isEqualTo(TEXT);
    }

    @Test
    void answersTheSameTypeWhateverIsAcceptable() throws Exception {
        var response = send(request("/metrics").header("Accept", "application/openmetrics-text; version=1.0.0"));

        assertThat(response.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
    }

    @Test
    void compressesForThoseWhoAcceptGzip() throws Exception {
        var response = send(request("/metrics").header("Accept-Encoding", "deflate, gzip;q=0.5"));

        assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip;q=0", "gzip; q=0.000", "gzipped"})
    void doesNotCompressForOthers(String accepted) throws Exception {
        var response = send(request("/metrics").header("Accept-Encoding", accepted));

        assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(text(response)).isEqualTo(TEXT);
    }

    @Test
    void answersHeadWithTheHeadersOfGet() throws Exception {
        var response = send(request("/metrics").method("HEAD", BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValueAsLong("Content-Length"))
                .hasValue(TEXT.getBytes(StandardCharsets.UTF_8).length);
        assertThat(response.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/metricsfoo", "/metrics/", "/metrics/foo", "/METRICS", "//metrics"})
    void servesNothingElsewhere(String path) throws Exception {
        var response = send(request(path));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(text(response)).doesNotContain("answer");
    }

    @Test
    void ignoresTheQuery() throws Exception {
        var response = send(request("/metrics?name[]=x".replace("[]", "%5B%5D")));

        assertThat(text(response)).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
    void refusesOtherMethods(String method) throws Exception {
        var response = send(request("/metrics").method(method, BodyPublishers.ofString("x")));

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @Test
    void tellsNoStackTraceWhenThePageFails() throws Exception {
        server.close();
        server = MetricsServer.start(new Listen("127.0.0.1", 0), new Page(List.of(out -> {
            out.write('x');
            throw new IllegalStateException("a secret of the worker");
        })));

        var response = send(request("/metrics"));

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(text(response)).isEqualTo("The metrics could not be rendered; the worker's log says why.\n");
    }

    @Test
    void answersSixteenScrapesAtOnce() {
        var scrapes = new ArrayList<CompletableFuture<HttpResponse<byte[]>>>();

        for (int i = 0; i < 16; i++) {
            scrapes.add(http.sendAsync(request("/metrics").build(), BodyHandlers.ofByteArray()));
        }

        assertThat(scrapes).allSatisfy(scrape -> assertThat(text(scrape.get())).isEqualTo(TEXT));
    }

    @Test
    void bindsTheGivenHostOnly() {
        assertThatIOException()
                .isThrownBy(() -> new Socket("127.0.0.2", server.address().getPort()).close())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void bindsEveryInterfaceWithoutAHost() throws Exception {
        server.close();
        server = MetricsServer.start(new Listen("", 0), page(TEXT));

        var response = http.send(
                HttpRequest.newBuilder(URI.create(
                                "http://127.0.0.2:" + server.address().getPort() + "/metrics"))
                        .build(),
                BodyHandlers.ofByteArray());

        assertThat(text(response)).isEqualTo(TEXT);
    }

    @Test
    void saysInOneLineThatAPortIsTaken() {
        var taken = new Listen("127.0.0.1", server.address().getPort());

        assertThatIOException()
                .isThrownBy(() -> MetricsServer.start(taken, page(TEXT)))
                .withMessageStartingWith(
                        "Cannot serve metrics on '" + taken + "': Address already in use; free the port");
    }

    @Test
    void saysInOneLineThatAHostIsUnknown() {
        assertThatIOException()
                .isThrownBy(() -> MetricsServer.start(new Listen("no-such-host.invalid", 0), page(TEXT)))
                .withMessageStartingWith("Cannot serve metrics on 'no-such-host.invalid:0': the host");
    }

    @Test
    void freesThePortWhenClosed() throws IOException {
        var address = new Listen("127.0.0.1", server.address().getPort());
        server.close();

        server = MetricsServer.start(address, page(TEXT));

        assertThat(server.address().getPort()).isEqualTo(address.port());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.address().getPort() + path));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static Page page(String text) {
        return new Page(List.of(out -> out.write(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
