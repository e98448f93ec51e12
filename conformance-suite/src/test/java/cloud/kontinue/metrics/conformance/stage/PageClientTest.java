package cloud.kontinue.metrics.conformance.stage;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.conformance.recording.ScrapeTaken;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Answer;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Answered;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Failure;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Unanswered;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PageClientTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/plain; version=0.0.4\r\n";
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final PageClient client = new PageClient();

    @Test
    void readsAPageUpToItsLength() throws Exception {
        Answered page = answered(OK + "Content-Length: 4\r\n\r\na 1\nmore");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.contentType()).isEqualTo("text/plain; version=0.0.4");
        assertThat(text(page)).isEqualTo("a 1\n");
        assertThat(page.cut()).isFalse();
    }

    @Test
    void readsAPageInChunks() throws Exception {
        Answered page = answered(OK + "Transfer-Encoding: chunked\r\n\r\n2;x=y\r\na \r\n2\r\n1\n\r\n0\r\n\r\n");

        assertThat(text(page)).isEqualTo("a 1\n");
    }

    @Test
    void readsAPageThatEndsWithTheConnection() throws Exception {
        assertThat(text(answered(OK + "\r\na 1\n"))).isEqualTo("a 1\n");
    }

    @Test
    void unpacksGzip() throws Exception {
        byte[] packed = gzip("a 1\n".repeat(1000).getBytes(StandardCharsets.UTF_8));
        try (NastyServer server = new NastyServer(out -> {
            out.write((OK + "Content-Encoding: gzip\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            out.write(packed);
        })) {
            Answered page = (Answered) client.get(server.page(), Map.of(), LONG);

            assertThat(text(page)).hasSize(4000);
            assertThat(page.contentEncoding()).isEqualTo("gzip");
        }
    }

    @Test
    void keepsWhatAnErrorPageSays() throws Exception {
        Answered page = answered("HTTP/1.1 500 Oops\r\nContent-Type: text/html\r\n\r\n<html>no</html>");

        assertThat(page.status()).isEqualTo(500);
        assertThat(text(page)).contains("<html>");
    }

    @Test
    void doesNotFollowRedirects() throws Exception {
        Answered page = answered("HTTP/1.1 302 Found\r\nLocation: http://192.0.2.1/\r\nContent-Length: 0\r\n\r\n");

        assertThat(page.status()).isEqualTo(302);
    }

    @Test
    void passesOverInterimAnswers() throws Exception {
        assertThat(text(answered("HTTP/1.1 103 Early Hints\r\n\r\n" + OK + "\r\nb 2\n")))
                .isEqualTo("b 2\n");
    }

    @Test
    void cutsABodyThatHasNoEnd() throws Exception {
        byte[] block = new byte[1 << 20];
        try (NastyServer server = new NastyServer(out -> {
            out.write((OK + "\r\n").getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 10_240; i++) {
                out.write(block);
            }
        })) {
            Answered page = (Answered) client.get(server.page(), Map.of(), LONG);

            assertThat(page.cut()).isTrue();
            assertThat(page.body()).hasSize(ScrapeTaken.MAX_BODY);
        }
    }

    @Test
    void cutsASmallAnswerThatUnpacksToALot() throws Exception {
        byte[] bomb = gzip(new byte[ScrapeTaken.MAX_BODY + 1]);
        try (NastyServer server = new NastyServer(out -> {
            out.write((OK + "Content-Encoding: gzip\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            out.write(bomb);
        })) {
            assertThat(((Answered) client.get(server.page(), Map.of(), LONG)).cut())
                    .isTrue();
        }
    }

    @Test
    void givesUpOnAServerThatSaysNothing() throws Exception {
        try (NastyServer server = new NastyServer(out -> TimeUnit.MINUTES.sleep(1))) {
            assertFailure(client.get(server.page(), Map.of(), SHORT), Failure.TIMEOUT, "no whole answer within 0.4 s");
        }
    }

    @Test
    void givesUpOnABodyThatDripsForEver() throws Exception {
        try (NastyServer server = new NastyServer(out -> {
            out.write((OK + "\r\n").getBytes(StandardCharsets.UTF_8));
            while (true) {
                out.write('x');
                out.flush();
                TimeUnit.MILLISECONDS.sleep(50);
            }
        })) {
            long begin = System.nanoTime();

            Answer answer = client.get(server.page(), Map.of(), SHORT);

            assertFailure(answer, Failure.TIMEOUT, "no whole answer");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void saysWhatGarbageBeginsWith() throws Exception {
        assertFailure(unanswered("SSH-2.0-OpenSSH_9.2\r\n"), Failure.OTHER, "it begins with 'SSH-2.0-OpenSSH_9.2'");
    }

    @Test
    void givesUpOnAHeadThatHasNoEnd() throws Exception {
        try (NastyServer server = new NastyServer(out -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.UTF_8));
            while (true) {
                out.write("X-Endless: yes\r\n".getBytes(StandardCharsets.UTF_8));
            }
        })) {
            assertFailure(client.get(server.page(), Map.of(), LONG), Failure.OTHER, "head is longer than");
        }
    }

    @Test
    void doesNotTakeHalfAPageForAWholeOne() throws Exception {
        assertFailure(unanswered(OK + "Content-Length: 100\r\n\r\na 1\n"), Failure.OTHER, "96 bytes too early");
    }

    @Test
    void doesNotTakeBrokenChunksForAPage() throws Exception {
        assertFailure(unanswered(OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\n"), Failure.OTHER, "chunk size 'zz'");
    }

    @Test
    void tellsARefusalFromAFailure() throws Exception {
        URI closed;
        try (NastyServer server = NastyServer.saying("")) {
            closed = server.page();
        }

        assertFailure(client.get(closed, Map.of(), LONG), Failure.REFUSED, "no connection");
    }

    @Test
    void tellsAConnectionThatIsClosedWithoutAnAnswer() throws Exception {
        assertFailure(unanswered(""), Failure.OTHER, "closed without an answer");
    }

    @Test
    void survivesAPortThatCannotBe() {
        assertFailure(
                client.get(URI.create("http://127.0.0.1:99999/metrics"), Map.of(), LONG),
                Failure.REFUSED,
                "no connection");
    }

    @Test
    void sendsTheHeadersItIsGiven() throws Exception {
        try (NastyServer server = NastyServer.saying(OK + "\r\n")) {
            client.get(server.page(), Map.of("Accept", "text/plain"), LONG);

            assertThat(server.requests())
                    .singleElement(InstanceOfAssertFactories.STRING)
                    .startsWith("GET /metrics HTTP/1.1\r\nHost: 127.0.0.1:")
                    .contains("\r\nAccept: text/plain\r\n");
        }
    }

    @Test
    void endsWhatIsUnderWayWhenItIsClosed() throws Exception {
        try (NastyServer server = new NastyServer(out -> {
            client.close();
            TimeUnit.MINUTES.sleep(1);
        })) {
            assertFailure(client.get(server.page(), Map.of(), LONG), Failure.OTHER, "");
        }
    }

    private Answered answered(String answer) throws IOException {
        return (Answered) get(answer);
    }

    private Unanswered unanswered(String answer) throws IOException {
        return (Unanswered) get(answer);
    }

    private Answer get(String answer) throws IOException {
        try (NastyServer server = NastyServer.saying(answer)) {
            return client.get(server.page(), Map.of(), LONG);
        }
    }

    private static void assertFailure(Answer answer, Failure failure, String problem) {
        assertThat(answer).isInstanceOfSatisfying(Unanswered.class, unanswered -> {
            assertThat(unanswered.failure()).isEqualTo(failure);
            assertThat(unanswered.problem()).contains(problem);
        });
    }

    private static String text(Answered page) {
        return new String(page.body(), StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
