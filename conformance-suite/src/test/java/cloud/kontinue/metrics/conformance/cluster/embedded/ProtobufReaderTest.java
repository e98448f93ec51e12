package cloud.kontinue.metrics.conformance.cluster.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects in protobuf, built field by field. */
class ProtobufReaderTest {

    private final ProtobufReader reader = new ProtobufReader();

    private static byte[] text(int field, String value) {
        return message(field, value.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] number(int field, int value) {
        return new byte[] {(byte) (field << 3), (byte) value};
    }

    private static byte[] message(int field, byte[]... parts) {
        byte[] content = join(parts);
        assertThat(content.length).isLessThan(128);
        return join(new byte[] {(byte) (field << 3 | 2), (byte) content.length}, content);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] envelope(String apiVersion, String kind, byte[]... raw) {
        return join(new byte[] {'k', '8', 's', 0}, message(1, text(1, apiVersion), text(2, kind)), message(2, raw));
    }

    @Test
    void readsMetadataAndMaps() {
        byte[] body = envelope(
                "v1",
                "ConfigMap",
                message(1, text(1, "settings"), text(3, "")),
                message(2, text(1, "a"), text(2, "b")));

        assertThat(reader.read(body))
                .hasToString("{\"kind\":\"ConfigMap\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"settings\"},"
                        + "\"data\":{\"a\":\"b\"}}");
    }

    @Test
    void readsTheMessagesOfAPod() {
        byte[] port = message(6, text(1, "metrics"), number(3, 80), text(4, "TCP"));
        byte[] body = envelope("v1", "Pod", message(2, message(2, text(1, "worker"), text(2, "image"), port)));

        assertThat(reader.read(body).at("/spec/containers/0/ports/0"))
                .hasToString("{\"name\":\"metrics\",\"containerPort\":80,\"protocol\":\"TCP\"}");
    }

    @Test
    void keepsAZeroThatIsMeant() {
        byte[] body = envelope("v1", "DeleteOptions", number(1, 0), text(4, "Background"));

        assertThat(reader.read(body).path("gracePeriodSeconds").asInt(-1)).isZero();
        assertThat(reader.read(body).path("propagationPolicy").asString()).isEqualTo("Background");
    }

    @Test
    void readsTimes() {
        byte[] body = envelope("coordination.k8s.io/v1", "Lease", message(2, message(3, number(1, 60), number(2, 0))));

        assertThat(reader.read(body).at("/spec/acquireTime").asString()).isEqualTo("1970-01-01T00:01:00Z");
    }

    @Test
    void doesNotKnowEveryType() {
        assertThatThrownBy(() -> reader.read(envelope("apps/v1", "Deployment")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(415));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 4, 6, 12, 20, 30})
    void refusesWhatIsCutOff(int length) {
        byte[] whole = envelope("v1", "ConfigMap", message(1, text(1, "settings")), text(99, "unknown"));

        assertThatThrownBy(() -> reader.read(Arrays.copyOf(whole, length))).isInstanceOf(Problem.class);
    }
}
