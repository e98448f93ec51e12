package cloud.kontinue.metrics.exporter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.kontinue.metrics.exporter.execution.ClusterException;
import cloud.kontinue.metrics.exporter.kubernetes.ClusterAccess.ClientCertificate;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsTest {

    private HttpsServer server;

    /** Answers the name in the client's certificate, which it insists on. */
    @BeforeEach
    void start() throws IOException {
        var context = Tls.context(access(Optional.of("ca.crt"), false, Optional.of("server")));
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                var wanted = getSSLContext().getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        server.createContext("/", exchange -> {
            try (exchange) {
                var name = ((HttpsExchange) exchange)
                        .getSSLSession()
                        .getPeerPrincipal()
                        .getName();
                exchange.sendResponseHeaders(200, name.length());
                exchange.getResponseBody().write(name.getBytes(StandardCharsets.UTF_8));
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"ec-sec1, CN=ec-sec1", "ec-pkcs8, CN=ec-sec1", "rsa-pkcs1, CN=rsa-pkcs1", "rsa-pkcs8, CN=rsa-pkcs1"})
    void provesWhoItIsWithAnyKindOfKey(String client, String name) throws Exception {
        var api = new ApiClient(access(Optional.of("ca.crt"), false, Optional.of(client)));

        var answer = api.get("/", body -> new String(body.readAllBytes(), StandardCharsets.UTF_8));

        assertThat(answer).isEqualTo(name);
    }

    @Test
    void doesNotTrustAServerOfAnotherAuthority() throws IOException {
        var api = new ApiClient(access(Optional.of("rsa-pkcs1.crt"), false, Optional.of("ec-sec1")));

        assertThatThrownBy(() -> api.get("/", body -> ""))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("SSLHandshakeException");
    }

    @Test
    void trustsAnyServerWhereItIsToldTo() throws Exception {
        var api = new ApiClient(access(Optional.of("rsa-pkcs1.crt"), true, Optional.of("ec-sec1")));

        var answer = api.get("/", body -> new String(body.readAllBytes(), StandardCharsets.UTF_8));

        assertThat(answer).isEqualTo("CN=ec-sec1");
    }

    @Test
    void saysThatAKeyIsNone() {
        var access = new ClusterAccess(
                URI.create("https://host"),
                Optional.empty(),
                false,
                Optional.of(new ClientCertificate(resource("ec-sec1.crt"), "no key")),
                Optional::empty);

        assertThatIOException()
                .isThrownBy(() -> new ApiClient(access))
                .withMessage(
                        "Cannot use the certificates for https://host: the client key is no unencrypted PEM private key");
    }

    private ClusterAccess access(Optional<String> authority, boolean insecure, Optional<String> client) {
        var port = server == null ? 0 : server.getAddress().getPort();
        return new ClusterAccess(
                URI.create("https://127.0.0.1:" + port),
                authority.map(TlsTest::resource),
                insecure,
                client.map(name -> new ClientCertificate(resource(name + ".crt"), resource(name + ".pem"))),
                Optional::empty);
    }

    private static String resource(String name) {
        try (var in = TlsTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
