package cloud.kontinue.metrics.exporter.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.kontinue.metrics.exporter.server.BindAddress.Listen;
import java.net.Inet4Address;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BindAddressTest {

    @Test
    void isEightyEightyOnAllInterfacesByDefault() {
        assertThat(BindAddress.parse("")).isEqualTo(new Listen("", 8080));
    }

    @Test
    void isDisabledByExactlyZero() {
        assertThat(BindAddress.parse("0")).isEqualTo(new BindAddress.Disabled());
    }

    @ParameterizedTest
    @CsvSource({
        ":9090, '', 9090",
        ":0, '', 0",
        "':', '', 0",
        ":65535, '', 65535",
        "0.0.0.0:8080, 0.0.0.0, 8080",
        "127.0.0.1:8080, 127.0.0.1, 8080",
        "127.0.0.1:, 127.0.0.1, 0",
        "localhost:9090, localhost, 9090",
        "[::1]:9090, ::1, 9090",
        "[::]:9090, ::, 9090",
        "[fe80::1%lo]:9090, fe80::1%lo, 9090",
        "[localhost]:9090, localhost, 9090",
        "0:0, 0, 0",
    })
    void meansWhatItMeansToGo(String text, String host, int port) {
        assertThat(BindAddress.parse(text)).isEqualTo(new Listen(host, port));
    }

    @ParameterizedTest
    @CsvSource({
        "8080, missing port in address",
        "localhost, missing port in address",
        "00, missing port in address",
        "' 0', missing port in address",
        "::1, too many colons in address",
        "::1:8080, too many colons in address",
        "a:b:8080, too many colons in address",
        "[::1], missing port in address",
        "[::1]8080, missing port in address",
        "[::1]x:8080, missing port in address",
        "[::1]:80:80, too many colons in address",
        "[::1:8080, missing ']' in address",
        "[[::1]:8080, unexpected '[' in address",
        "::1]:8080, too many colons in address",
        "a]:8080, unexpected ']' in address",
        "a[:8080, unexpected '[' in address",
        ":99999, invalid port 99999",
        ":65536, invalid port 65536",
        ":-1, invalid port -1",
        ":http8, invalid port 'http8'",
        "': 80', invalid port ' 80'",
        ":99999999999999999999, invalid port '99999999999999999999'",
    })
    void isRefusedWithGosComplaint(String text, String complaint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BindAddress.parse(text))
                .withMessageStartingWith("Invalid metrics bind address '" + text + "': " + complaint + "; expected ");
    }

    @ParameterizedTest
    @CsvSource({":8080", "localhost:80", "[::1]:80"})
    void isWrittenAsItIsRead(String text) {
        assertThat(BindAddress.parse(text)).hasToString(text);
    }

    @Test
    void bindsTheIpv4AddressOfANameThatHasBoth() throws UnknownHostException {
        assertThat(new Listen("localhost", 0).resolve().getAddress()).isInstanceOf(Inet4Address.class);
    }

    @Test
    void cannotBindANameWithoutAnAddress() {
        assertThatThrownBy(() -> new Listen("no-such-host.invalid", 0).resolve())
                .isInstanceOf(UnknownHostException.class);
    }
}
