package cloud.kontinue.metrics.conformance.judge;

import static cloud.kontinue.metrics.conformance.judge.VerdictAssert.assertThat;

import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import cloud.kontinue.metrics.conformance.recording.PrometheusAnswered.Topic;
import org.junit.jupiter.api.Test;

final class StoredNameTest {

    @Test
    void storedUnderTheDocumentedNameConforms() {
        assertThat(stored("kontinue_executions_completed").verdict("C9")).conforms();
    }

    @Test
    void storedUnderAnotherNameIsAViolationThatShowsIt() {
        assertThat(stored("kontinue_executions_completed_total").verdict("C9"))
                .violatesObserving(
                        "no kontinue_executions_completed",
                        "it stored kontinue_execution_latency_count, kontinue_executions_completed_total");
    }

    @Test
    void prometheusThatStoredNothingOfTheWorkerIsNotVerified() {
        Script script = Script.run().answers(Topic.SERIES, "D", 30, "query", "{\"data\": {\"result\": []}}");

        assertThat(script.verdict("C9")).isNotVerifiedBecause("did not answer");
    }

    @Test
    void answerThatIsNoJsonIsNotVerified() {
        Script script = Script.run().answers(Topic.SERIES, "D", 30, "query", "<html>");

        assertThat(script.verdict("C9")).isNotVerifiedBecause("did not answer");
    }

    @Test
    void runWithoutPrometheusIsNotVerified() {
        Script script = Script.run().missing(Prerequisite.PROMETHEUS, "", "there is no Prometheus here");

        assertThat(script.verdict("C9")).isNotVerifiedBecause("there is no Prometheus here");
    }

    private static Script stored(String name) {
        return Script.run().answers(Topic.SERIES, "D", 30, "query", """
                        {"status": "success", "data": {"resultType": "matrix", "result": [
                          {"metric": {"__name__": "kontinue_execution_latency_count"},
                           "values": [[1, "1"], [11, "1"]]},
                          {"metric": {"__name__": "%s", "result": "success"}, "values": [[1, "1"], [11, "1"]]}]}}
                        """.formatted(name));
    }
}
