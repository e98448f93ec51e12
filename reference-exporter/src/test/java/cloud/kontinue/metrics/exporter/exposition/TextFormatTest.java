package cloud.kontinue.metrics.exporter.exposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Summary;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFormatTest {

    @Test
    void writesACounterUnderExactlyItsName() {
        var counter = Counter.builder()
                .name("jobs_done")
                .help("Done.")
                .labelNames("f")
                .build();
        counter.labelValues("a").inc(3);

        var text = text(counter.collect());

        assertThat(text).isEqualTo("# HELP jobs_done Done.\n# TYPE jobs_done counter\njobs_done{f=\"a\"} 3\n");
    }

    @Test
    void writesNothingOfAFamilyWithoutSeries() {
        var counter = Counter.builder().name("jobs_done").labelNames("f").build();

        var text = text(counter.collect());

        assertThat(text).isEmpty();
    }

    @Test
    void escapesBackslashQuoteAndLineFeedInLabels() {
        var gauge = Gauge.builder().name("g").help("h").labelNames("f").build();
        gauge.labelValues("a\\b\"c\nd").set(1);

        var text = text(gauge.collect());

        assertThat(text).endsWith("g{f=\"a\\\\b\\\"c\\nd\"} 1\n");
    }

    @Test
    void leavesQuotesInHelpAsTheyAre() {
        var gauge = Gauge.builder().name("g").help("a \"b\" \\ c\nd").build();
        gauge.set(1);

        var text = text(gauge.collect());

        assertThat(text).startsWith("# HELP g a \"b\" \\\\ c\\nd\n");
    }

    @Test
    void writesNoHelpLineWithoutAHelp() {
        var gauge = Gauge.builder().name("g").build();
        gauge.set(1);

        var text = text(gauge.collect());

        assertThat(text).isEqualTo("# TYPE g gauge\ng 1\n");
    }

    @Test
    void writesBucketsCumulativeAndWithPlainBoundaries() {
        var histogram = Histogram.builder()
                .name("h")
                .help("x")
                .labelNames("f")
                .classicOnly()
                .classicUpperBounds(0.5, 1, 10)
                .build();
        histogram.labelValues("a").observe(0.25);
        histogram.labelValues("a").observe(1);
        histogram.labelValues("a").observe(64);

        var text = text(histogram.collect());

        assertThat(text.lines().skip(2))
                .containsExactly(
                        "h_bucket{f=\"a\",le=\"0.5\"} 1",
                        "h_bucket{f=\"a\",le=\"1\"} 2",
                        "h_bucket{f=\"a\",le=\"10\"} 2",
                        "h_bucket{f=\"a\",le=\"+Inf\"} 3",
                        "h_sum{f=\"a\"} 65.25",
                        "h_count{f=\"a\"} 3");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-3, -3",
        "0.1, 0.1",
        "9007199254740992, 9007199254740992",
        "1e300, 1.0E300",
        "Infinity, +Inf",
        "-Infinity, -Inf",
        "NaN, NaN"
    })
    void writesNumbersAsPrometheusReadsThem(double value, String written) {
        var gauge = Gauge.builder().name("g").help("h").build();
        gauge.set(value);

        var text = text(gauge.collect());

        assertThat(text).endsWith("\ng " + written + "\n");
    }

    @Test
    void refusesATypeThatItCannotWrite() {
        var summary = Summary.builder().name("s").quantile(0.5).build();
        summary.observe(1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextFormat.render(summary.collect()))
                .withMessage("Invalid metric 's': must be a counter, a gauge or a classic histogram");
    }

    @Test
    void refusesANativeHistogram() {
        var histogram = Histogram.builder().name("h").nativeOnly().build();
        histogram.observe(1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextFormat.render(histogram.collect()))
                .withMessageContaining("must have classic buckets");
    }

    private static String text(MetricSnapshot snapshot) {
        return new String(TextFormat.render(snapshot), StandardCharsets.UTF_8);
    }
}
