package cloud.kontinue.metrics.conformance.exposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cloud.kontinue.metrics.conformance.exposition.Problem.Rule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpositionParserTest {

    static List<Corpus> corpora() {
        return Corpus.all().toList();
    }

    @ParameterizedTest
    @MethodSource("corpora")
    void namesLineColumnAndRuleOfEachProblem(Corpus corpus) {
        Exposition exposition = ExpositionParser.parse(corpus.body(), corpus.format());

        assertThat(exposition.problems())
                .extracting(problem -> problem.line() + ":" + problem.column() + " " + problem.rule())
                .containsExactlyElementsOf(corpus.problems());
    }

    @ParameterizedTest
    @MethodSource("corpora")
    void saysWhatWasExpectedAndWhatWasFoundOnOneLine(Corpus corpus) {
        Exposition exposition = ExpositionParser.parse(corpus.body(), corpus.format());

        assertThat(exposition.problems()).extracting(Problem::message).allSatisfy(message -> assertThat(message)
                .matches("expected .+, found .+")
                .doesNotContainPattern("\\p{Cntrl}"));
    }

    @Test
    void readsAllFamiliesOfAWorkersPage() {
        Corpus page = corpus("text/kontinue-go");

        Exposition exposition = ExpositionParser.parse(page.body(), page.format());

        assertThat(exposition.families())
                .extracting(
                        Family::name, Family::type, family -> family.samples().size(), Family::line)
                .containsExactly(
                        tuple("go_goroutines", FamilyType.GAUGE, 1, 1),
                        tuple("kontinue_execution_latency", FamilyType.HISTOGRAM, 6, 4),
                        tuple("kontinue_execution_states", FamilyType.GAUGE, 4, 12),
                        tuple("kontinue_executions_completed", FamilyType.COUNTER, 2, 18),
                        tuple("kontinue_executions_running", FamilyType.GAUGE, 1, 22));
    }

    @Test
    void namesAnOpenMetricsCounterWithoutTheSuffixOfItsSamples() {
        Corpus page = corpus("openmetrics/kontinue-python");

        Exposition exposition = ExpositionParser.parse(page.body(), page.format());

        assertThat(exposition
                        .family("kontinue_executions_completed")
                        .orElseThrow()
                        .samples())
                .extracting(Sample::name)
                .containsExactly("kontinue_executions_completed_total", "kontinue_executions_completed_created");
    }

    @Test
    void keepsTheSampleOfAnOpenMetricsCounterThatLacksItsSuffix() {
        Exposition exposition = openMetrics("# TYPE c counter\nc{a=\"b\"} 1\n# EOF\n");

        assertThat(exposition.family("c").orElseThrow().samples()).hasSize(1);
    }

    @Test
    void readsTheLinesAroundAWrongOne() {
        Exposition exposition = text("a 1\nb one\nc 3\n");

        assertThat(exposition.families()).extracting(Family::name).containsExactly("a", "c");
    }

    @Test
    void undoesTheEscapesOfLabelValues() {
        Exposition exposition = text("a{b=\"\\\\ \\\" \\n ü🚀\"} 1\n");

        assertThat(only(exposition).labels().get("b")).contains("\\ \" \n ü🚀");
    }

    @Test
    void undoesTheEscapesOfHelp() {
        Exposition exposition = text("# HELP a one\\ntwo \\\\ \"three\"\n");

        assertThat(exposition.family("a").orElseThrow().help()).contains("one\ntwo \\ \"three\"");
    }

    @Test
    void readsTimestampsOfTheTextFormatAsMilliseconds() {
        Exposition exposition = text("a 1 -1500\n");

        assertThat(only(exposition).timestampSeconds()).isEqualTo(OptionalDouble.of(-1.5));
    }

    @Test
    void readsTimestampsOfOpenMetricsAsSeconds() {
        Exposition exposition = openMetrics("a 1 1.5e3\n# EOF\n");

        assertThat(only(exposition).timestampSeconds()).isEqualTo(OptionalDouble.of(1500));
    }

    @Test
    void takesSamplesWithoutTypeForUntyped() {
        Exposition exposition = text("a_total 1\n");

        assertThat(exposition.family("a_total").orElseThrow().type()).isEqualTo(FamilyType.UNTYPED);
    }

    @Test
    void keepsTheFirstOfTwoSamplesOfOneSeries() {
        Exposition exposition = text("a{x=\"1\",y=\"2\"} 1\na{y=\"2\",x=\"1\"} 2\n");

        assertThat(only(exposition).value()).isEqualTo(1);
    }

    @Test
    void readsMoreLabelsThanAnyoneWrites() {
        StringBuilder labels = new StringBuilder();
        for (int i = 999; i >= 0; i--) {
            labels.append("l").append(i).append("=\"").append(i).append("\",");
        }

        Exposition exposition = text("a{" + labels + "} 1\n");

        assertThat(only(exposition).labels().names()).hasSize(1000);
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 40})
    void findsALabelGivenTwiceHoweverManyThereAre(int number) {
        StringBuilder labels = new StringBuilder();
        for (int i = 0; i < number; i++) {
            labels.append("l").append(i).append("=\"\",");
        }

        Exposition exposition = text("a{" + labels + "l0=\"\"} 1\n");

        assertThat(exposition.problems()).extracting(Problem::rule).containsExactly(Rule.DUPLICATE_LABEL);
    }

    @Test
    void countsTheProblemsBeyondTheFirstHundredOfARule() {
        Exposition exposition = text("!\n".repeat(5000));

        assertThat(exposition.problems()).hasSize(101).last().satisfies(last -> assertThat(last.message())
                .endsWith("(and 4899 more of this kind)"));
    }

    @Test
    void showsNothingThatATerminalWouldObey() {
        Exposition exposition = text("a{b=\u001b[31m\u202e} 1\n");

        assertThat(exposition.problems())
                .extracting(Problem::message)
                .containsExactly("expected a label value in double quotes, found \"\\u{1b}[31m\\u{202e}}\"");
    }

    private static Corpus corpus(String name) {
        return Corpus.all()
                .filter(corpus -> corpus.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Exposition text(String body) {
        return ExpositionParser.parse(body.getBytes(StandardCharsets.UTF_8), Format.TEXT);
    }

    private static Exposition openMetrics(String body) {
        return ExpositionParser.parse(body.getBytes(StandardCharsets.UTF_8), Format.OPENMETRICS);
    }

    private static Sample only(Exposition exposition) {
        assertThat(exposition.families()).hasSize(1);
        assertThat(exposition.families().get(0).samples()).hasSize(1);
        return exposition.families().get(0).samples().get(0);
    }
}
