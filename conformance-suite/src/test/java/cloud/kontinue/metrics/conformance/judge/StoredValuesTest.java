package cloud.kontinue.metrics.conformance.judge;

import static cloud.kontinue.metrics.conformance.judge.VerdictAssert.assertThat;

import cloud.kontinue.metrics.conformance.recording.PrometheusAnswered.Topic;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** P4 and P5. */
final class StoredValuesTest {

    private static final long START = Script.STARTED_AT.getEpochSecond();

    private static final String RUNNING = """
            # TYPE kontinue_executions_running gauge
            kontinue_executions_running{function="f",namespace="a",worker="w"} 1
            """;

    private static final String HARNESS_UP =
            result(of("'__name__':'up','job':'kontinue-conformance-harness'", "[0,'1']"));

    private static final List<String> ALL = List.of(
            "'__name__':'kontinue_executions_running','function':'f','namespace':'a','worker':'w'",
            "'__name__':'kontinue_execution_latency_bucket','function':'f','namespace':'a','worker':'w','le':'1.0'",
            "'__name__':'kontinue_execution_latency_sum','function':'f','namespace':'a','worker':'w'",
            "'__name__':'kontinue_execution_latency_count','function':'f','namespace':'a','worker':'w'",
            "'__name__':'kontinue_executions_completed','function':'f','result':'success'",
            "'__name__':'kontinue_execution_states','function':'f','namespace':'a','state':'Pending'");

    @Test
    void acceptsAllNamesWithTheirLabels() {
        assertThat(stored(ALL).verdict("P4")).conforms();
    }

    @Test
    void acceptsANamespaceThatCollidesWithATargetLabel() {
        List<String> exported = ALL.stream()
                .map(series -> series.replace("'namespace'", "'exported_namespace'"))
                .toList();

        assertThat(stored(exported).verdict("P4")).conforms();
    }

    @Test
    void reportsALabelThatIsMissing() {
        List<String> without =
                ALL.stream().map(series -> series.replace(",'worker':'w'", "")).toList();

        assertThat(stored(without).verdict("P4"))
                .violatesObserving("a stored series of kontinue_executions_running has no label worker");
    }

    @Test
    void reportsAMetricThatWasShownButIsNotStored() {
        List<String> renamed = ALL.stream()
                .map(series -> series.replace("completed", "completed_total"))
                .toList();

        assertThat(stored(renamed).verdict("P4"))
                .violatesObserving("Prometheus has no series named kontinue_executions_completed, which D had shown");
    }

    @Test
    void doubtsAMetricThatWasNeverShown() {
        List<String> without =
                ALL.stream().filter(series -> !series.contains("states")).toList();

        assertThat(stored(without).verdict("P4")).isNotVerifiedBecause("had shown kontinue_execution_states");
    }

    @Test
    void acceptsAGaugeThatWasShownOnlyBetweenTwoScrapesOfPrometheus() {
        List<String> without =
                ALL.stream().filter(series -> !series.contains("running")).toList();

        Script briefly = Script.run()
                .prometheus("3.5.3", true)
                .defaultWorker("D", "gD", 8)
                .scrapes("D", 10, 40, at -> page(1) + (at > 15 && at < 17 ? RUNNING : ""))
                .answers(Topic.UP, "D", 30, "query?query=up", HARNESS_UP);

        assertThat(stored(briefly, without).verdict("P4")).conforms();
    }

    @Test
    void acceptsValuesRatesAndQuantilesThatAgree() {
        assertThat(known("2", "0.1", "0.9").verdict("P5")).conforms();
    }

    @Test
    void reportsAStoredValueThatWasNeverShown() {
        assertThat(known("7", "0.1", "0.9").verdict("P5")).violatesObserving("Prometheus stored 7", "while D showed 2");
    }

    @Test
    void reportsARateOfACounterThatRisesWithoutOne() {
        assertThat(known("2", "0", "0.9").verdict("P5")).violatesObserving("its rate is not above 0");
    }

    @Test
    void reportsAQuantileOutsideTheBucketsWithObservations() {
        assertThat(known("2", "0.1", "8.5").verdict("P5")).violatesObserving("histogram_quantile gives 8.5", "0 to 1");
    }

    @Test
    void ignoresAQuantileOfNothing() {
        assertThat(known("2", "0.1", "NaN").verdict("P5")).isNotVerifiedBecause("no quantile");
    }

    @Test
    void leavesTheSeriesOfOtherWorkersAlone() {
        Script script = known("2", "0.1", "0.9")
                .answers(
                        Topic.SERIES,
                        "D",
                        31,
                        "query",
                        result(of(
                                "'__name__':'kontinue_executions_completed','function':'f','result':'success',"
                                        + "'instance':'127.0.0.1:9999'",
                                "[" + (START + 30) + ",'99']")));

        assertThat(script.verdict("P5")).conforms();
    }

    @Test
    void computesNothingWhereTheCounterStoodStill() {
        Script script =
                worker().answers(Topic.SERIES, "D", 30, "query", result(completed("[" + (START + 22) + ",'2']")));

        assertThat(script.verdict("P5")).isNotVerifiedBecause("there is no rate");
    }

    /** D shows 1 until 15 s and 2 from then on; Prometheus stored a value for 30 s. */
    private static Script known(String value, String rate, String quantile) {
        return worker().answers(
                        Topic.SERIES,
                        "D",
                        34,
                        "query",
                        result(completed("[" + (START + 12) + ",'1'],[" + (START + 30) + ",'" + value + "']")))
                .answers(
                        Topic.RATE,
                        "D",
                        34,
                        "query",
                        result(of("'function':'f'", "[" + (START + 34) + ",'" + rate + "']")))
                .answers(
                        Topic.QUANTILE,
                        "D",
                        34,
                        "query",
                        result(of("'function':'f'", "[" + (START + 34) + ",'" + quantile + "']")));
    }

    private static Script stored(List<String> metrics) {
        return stored(worker(), metrics);
    }

    private static Script stored(Script worker, List<String> metrics) {
        String results = metrics.stream()
                .map(metric -> of(metric, "[" + (START + 30) + ",'1']"))
                .collect(Collectors.joining(","));
        return worker.answers(Topic.SERIES, "D", 34, "query", result(results));
    }

    private static Script worker() {
        return Script.run()
                .prometheus("3.5.3", true)
                .defaultWorker("D", "gD", 8)
                .scrapes("D", 10, 40, at -> page(at < 15 ? 1 : 2))
                .answers(Topic.UP, "D", 30, "query?query=up", HARNESS_UP);
    }

    private static String page(int completed) {
        return Stream.of(
                        "# TYPE kontinue_executions_completed counter",
                        "kontinue_executions_completed{function=\"f\",result=\"success\"} " + completed,
                        "# TYPE kontinue_execution_latency histogram",
                        bucket("1", completed),
                        bucket("10", completed),
                        bucket("+Inf", completed),
                        "kontinue_execution_latency_sum{function=\"f\",namespace=\"a\",worker=\"w\"} 0.5",
                        "kontinue_execution_latency_count{function=\"f\",namespace=\"a\",worker=\"w\"} " + completed)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String bucket(String bound, int count) {
        return "kontinue_execution_latency_bucket{function=\"f\",namespace=\"a\",worker=\"w\",le=\"" + bound + "\"} "
                + count;
    }

    private static String completed(String values) {
        return of("'__name__':'kontinue_executions_completed','function':'f','result':'success'", values);
    }

    private static String of(String metric, String values) {
        return "{'metric':{" + metric + "},'values':[" + values + "]}";
    }

    private static String result(String results) {
        return ("{'status':'success','data':{'resultType':'matrix','result':[" + results + "]}}").replace('\'', '"');
    }
}
