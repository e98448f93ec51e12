package cloud.kontinue.metrics.conformance.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTypesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "TEXT/Plain; Version=0.0.4",
                "text/plain; version=0.0.4; charset=utf-8; escaping=values",
                "text/plain; version=1.0.0; escaping=allow-utf-8",
                "text/plain;version=\"0.0.4\"",
                "text/plain; version=\"a;b\\\"c\"",
                "text/plain;",
                "text/plain ; ",
                "text/plain; a=1; A=1",
                "application/openmetrics-text; version=1.0.0; charset=utf-8"
            })
    void isAcceptedByBothWhereItNamesATextFormat(String contentType) {
        assertThat(ContentTypes.problemForPrometheus3(contentType)).isEmpty();
        assertThat(ContentTypes.problemForPrometheus2(contentType)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "text/html",
                "text",
                "text/plain/x",
                "text/",
                "application/json",
                "text/plain; version",
                "text/plain; =0.0.4",
                "text/plain; version=",
                "text/plain; version=\"0.0.4",
                "text/plain; a=1; a=2",
                "text/plain;;version=0.0.4",
                "text/plain, text/plain",
                "text/plain version=0.0.4"
            })
    void isRefusedByPrometheus3AloneWhereItIsNotOfAnExposition(String contentType) {
        assertThat(ContentTypes.problemForPrometheus3(contentType))
                .get()
                .asString()
                .startsWith("expected ");
        assertThat(ContentTypes.problemForPrometheus2(contentType)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/vnd.google.protobuf",
                "application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily; encoding=delimited"
            })
    void isRefusedByBothWhereItNamesNoText(String contentType) {
        assertThat(ContentTypes.problemForPrometheus3(contentType)).isPresent();
        assertThat(ContentTypes.problemForPrometheus2(contentType)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/plain; version=0.0.4", "Text/PLAIN;charset=x", "text/plain; version"})
    void isTextWhateverItsParameters(String contentType) {
        assertThat(Format.ofContentType(contentType)).contains(Format.TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text/html; charset=utf-8", "text/plainer", "application/json"})
    void isNoFormatWhereItNamesNone(String contentType) {
        assertThat(Format.ofContentType(contentType)).isEmpty();
    }
}
