package cloud.kontinue.metrics.exporter.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.exporter.execution.Execution;
import cloud.kontinue.metrics.exporter.execution.StateCounts;
import cloud.kontinue.metrics.exporter.execution.StateKey;
import cloud.kontinue.metrics.exporter.testing.Executions;
import cloud.kontinue.metrics.exporter.testing.Texts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ExecutionStatesTest {

    private final ExecutionStates states = new ExecutionStates();

    @Test
    void showsNothingBeforeTheFirstListing() {
        assertThat(Texts.lines(states)).isEmpty();
    }

    @Test
    void showsWhatThePageShows() {
        states.replace(counted(
                Executions.in("default", "daily-report", "Pending", ""),
                Executions.in("default", "daily-report", "Executing", "worker-abc123"),
                Executions.in("default", "daily-report", "Executing", "worker-abc123")));

        assertThat(Texts.lines(states))
                .contains(
                        "# TYPE kontinue_execution_states gauge",
                        "kontinue_execution_states{function=\"daily-report\",namespace=\"default\",state=\"Pending\",worker=\"\"} 1",
                        "kontinue_execution_states{function=\"daily-report\",namespace=\"default\",state=\"Executing\",worker=\"worker-abc123\"} 2");
    }

    @Test
    void countsAnExecutionWithoutAPhaseAsPending() {
        states.replace(counted(Executions.in("default", "f", "", ""), Executions.in("default", "f", "Pending", "")));

        assertThat(Texts.lines(states))
                .contains(
                        "kontinue_execution_states{function=\"f\",namespace=\"default\",state=\"Pending\",worker=\"\"} 2");
    }

    @Test
    void keepsAPhaseItDoesNotKnowVerbatim() {
        states.replace(counted(Executions.in("default", "f", "BackOff2", "w")));

        assertThat(Texts.lines(states))
                .contains(
                        "kontinue_execution_states{function=\"f\",namespace=\"default\",state=\"BackOff2\",worker=\"w\"} 1");
    }

    @Test
    void dropsACombinationThatIsNoMore() {
        states.replace(counted(Executions.in("default", "f", "Pending", "")));

        states.replace(counted(Executions.in("default", "f", "Completed", "w")));

        assertThat(Texts.lines(states))
                .noneMatch(line -> line.contains("Pending"))
                .anyMatch(line -> line.contains("Completed"));
    }

    @Test
    void neverShowsHalfOfARefresh() throws Exception {
        var stop = new AtomicBoolean();
        var threads = Executors.newSingleThreadExecutor();
        var seen = new HashSet<Set<String>>();
        try {
            states.replace(series(200, 1));
            var writer = threads.submit(() -> {
                for (long generation = 2; !stop.get(); generation++) {
                    states.replace(series(200, generation));
                }
            });

            for (int scrape = 0; scrape < 500 || (seen.size() < 2 && scrape < 100_000); scrape++) {
                var values = new HashSet<String>();
                Texts.lines(states).stream()
                        .filter(line -> !line.startsWith("#"))
                        .forEach(line -> values.add(line.substring(line.lastIndexOf(' '))));
                seen.add(values);
            }

            stop.set(true);
            writer.get();
        } finally {
            threads.shutdownNow();
        }
        assertThat(seen).hasSizeGreaterThan(1).allSatisfy(values -> assertThat(values)
                .hasSize(1));
    }

    private static StateCounts counted(Execution... executions) {
        var tally = new StateCounts.Tally();
        for (Execution execution : executions) {
            tally.add(execution);
        }
        return tally.counts();
    }

    private static StateCounts series(int count, long value) {
        var counts = new HashMap<StateKey, Long>();
        for (int i = 0; i < count; i++) {
            counts.put(new StateKey("f" + i, "Pending", "default", ""), value);
        }
        return new StateCounts(counts);
    }
}
