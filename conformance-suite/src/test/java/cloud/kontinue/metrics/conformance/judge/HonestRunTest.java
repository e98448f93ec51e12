package cloud.kontinue.metrics.conformance.judge;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.conformance.judge.Verdict.Conforms;
import cloud.kontinue.metrics.conformance.judge.Verdict.Violates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Honest workers of all tempers, within what the page's reading grants them, are never accused. */
final class HonestRunTest {

    private static final String SLEEP = "conformance-sleep";
    private static final String FAIL = "conformance-fail";
    private static final String SUCCEED = "conformance-succeed";
    private static final String SUSPEND = "conformance-suspend";

    /** What really happened to one Execution; the gauge and the counters follow in their own time. */
    private record Deed(
            String worker, String function, double began, double ended, double raised, double lowered, double counted) {

        boolean runsAt(double at, boolean countsSuspended) {
            boolean counts = countsSuspended || !function.equals(SUSPEND);
            return counts && at >= raised && at < lowered;
        }
    }

    private final Script script = Script.run();
    private final List<Deed> deeds = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24})
    void honestWorkersAreNotAccused(long seed) {
        boolean countsSuspended = seed % 2 == 0;

        List<Judgement> judgements = run(new Random(seed), countsSuspended);

        assertThat(ids(judgements, Violates.class)).isEqualTo(countsSuspended ? List.of("R8") : List.of());
        assertThat(ids(judgements, Conforms.class))
                .contains("E1", "E3", "E5")
                .contains("R1", "R2", "R3", "R4", "R5", "R6", "R7", "R9")
                .contains("L1", "L2", "L3", "L4", "L5", "L6", "L7", "L8", "L9", "L10")
                .contains("C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8");
    }

    private static List<String> ids(List<Judgement> judgements, Class<? extends Verdict> kind) {
        return judgements.stream()
                .filter(judgement -> kind.isInstance(judgement.verdict()))
                .map(judgement -> judgement.requirement().id())
                .toList();
    }

    private List<Judgement> run(Random random, boolean countsSuspended) {
        script.worker("W1", "g1", 0, ":9091")
                .worker("W2", "g2", 1, ":9092")
                .worker("W3", "g2", 1, ":9093")
                .defaultWorker("D", "gD", 8);
        several(random, 5, SUCCEED, "g1", "w1", 2, 0);
        several(random, 2, FAIL, "g1", "w1", 2, 1.4);
        several(random, 3, SLEEP, "g1", "w1", 2, 1.4);
        several(random, 2, SLEEP, "g1", "w1", 2, 10.4);
        several(random, 1, SUSPEND, "g1", "w1", 2, 5.4);
        several(random, 4, SLEEP, "g2", "w2", 6, 6.4);
        several(random, 8, SLEEP, "g2", "w3", 6, 6.4);
        several(random, 2, SLEEP, "gD", "d", 0, 1.4);
        several(random, 3, FAIL, "g1", "w1", 30, 0.4);
        script.existing("synthetic", SLEEP, Script.NOBODY, 0, "Executing", "someone-else");
        for (Map.Entry<String, Double> worker :
                Map.of("W1", 0.5, "W2", 1.5, "W3", 1.5, "D", 9.0).entrySet()) {
            String own = worker.getKey().toLowerCase(Locale.ROOT);
            script.scrapes(
                    worker.getKey(),
                    worker.getValue() + random.nextDouble() / 2,
                    45,
                    at -> page(own, at, countsSuspended));
        }
        return Judge.judge(script.history()).stream()
                .filter(judgement ->
                        "ERLC".contains(judgement.requirement().id().substring(0, 1)))
                .toList();
    }

    private void several(
            Random random, int number, String function, String group, String worker, double at, double seconds) {
        for (int index = 0; index < number; index++) {
            String name = function + "-" + group + "-" + worker + "-" + (int) at + "-" + seconds + "-" + index;
            double created = at + index * 0.02;
            double began = Math.max(created, group.equals("gD") ? 9 : 0) + 0.02 + random.nextDouble() * 0.4;
            double ended = began + seconds + random.nextDouble() * 0.05;
            double endSeen = ended + 0.01 + random.nextDouble() * 0.3;
            script.create(name, function, group, created, seconds);
            script.observe(name, began + 0.01 + random.nextDouble() * 0.2, "Executing", worker);
            if (function.equals(SUSPEND)) {
                script.observe(name, began + 0.3, "Suspended", worker);
            }
            script.observe(
                    name, Math.max(endSeen, began + 0.3), function.equals(FAIL) ? "Failed" : "Completed", worker);
            deeds.add(new Deed(
                    worker,
                    function,
                    began,
                    ended,
                    began + random.nextDouble() * 0.9,
                    ended + random.nextDouble() * 0.9,
                    ended + random.nextDouble() * 2.9));
        }
    }

    private String page(String worker, double at, boolean countsSuspended) {
        PageText page = PageText.page();
        Map<String, List<Deed>> byFunction = new TreeMap<>();
        deeds.stream()
                .filter(deed -> deed.worker().equals(worker) && at >= deed.raised())
                .forEach(deed -> byFunction
                        .computeIfAbsent(deed.function(), function -> new ArrayList<>())
                        .add(deed));
        byFunction.forEach((function, own) -> {
            double running = own.stream()
                    .mapToDouble(deed -> deed.runsAt(at, countsSuspended) ? 1 : 0)
                    .sum();
            page.running(function, worker, running);
            double[] durations = own.stream()
                    .filter(deed -> at >= deed.counted())
                    .mapToDouble(deed -> deed.ended() - deed.began())
                    .toArray();
            if (durations.length > 0) {
                page.latency(function, worker, durations);
                page.completed(function, function.equals(FAIL) ? "error" : "success", durations.length);
            }
        });
        return page.text();
    }
}
