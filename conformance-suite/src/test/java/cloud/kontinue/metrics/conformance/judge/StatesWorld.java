package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.Combination;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Executions over time, for tests of the states: a script that tells of them, and an API server that lists them.
 *
 * <p>Whatever the script's watch tells happened a little earlier on the server.
 */
final class StatesWorld {

    static final String OWN_NAME = "w1";
    static final double END = 75;

    private static final double WATCH_DELAY = 0.004;

    /** An Execution as a listing shows it. */
    record Item(String function, String phase, String namespace, String owner, String group) {

        Combination combination() {
            String state = phase.isEmpty() ? "Pending" : phase;
            return new Combination(function, state, namespace, state.equals("Pending") ? "" : owner);
        }
    }

    private record Step(double at, Optional<Item> item) {}

    private final Script script = Script.run();
    private final Map<String, List<Step>> executions = new LinkedHashMap<>();

    /** The world of a run: a pile, synthetic Executions in all phases, the metronome, and work of two groups. */
    static StatesWorld standard() {
        StatesWorld world = empty();
        world.scenery();
        world.work("g1", OWN_NAME, 8);
        world.work("g2", "w2", 10);
        world.work("g2", "w3", 11);
        world.work("g1", OWN_NAME, 45);
        for (int i = 0; i < 3; i++) {
            world.delete("vanishing-" + i, 20);
        }
        return world;
    }

    static StatesWorld empty() {
        return new StatesWorld();
    }

    void scenery() {
        for (int i = 0; i < 1_201; i++) {
            exists("pile-" + i, "conformance-pile", Script.NOBODY, "", "");
        }
        for (int i = 0; i < 4; i++) {
            exists("explicit-" + i, "conformance-explicit", Script.NOBODY, "Pending", "");
        }
        for (int i = 0; i < 3; i++) {
            exists("vanishing-" + i, "conformance-vanishing", Script.NOBODY, "Completed", "someone-else");
        }
        for (int i = 0; i < 7; i++) {
            exists("b/elsewhere-" + i, "conformance-elsewhere", Script.NOBODY, "", "");
        }
        List<String> phases = List.of("Executing", "Suspended", "Backoff", "Completed", "Failed", "Canceled");
        for (int i = 0; i < 2; i++) {
            exists("synthetic-Pending-" + i, "conformance-synthetic", Script.NOBODY, "Pending", "");
        }
        for (int phase = 0; phase < phases.size(); phase++) {
            for (int i = 0; i < phase + 1; i++) {
                exists(
                        "synthetic-owned-" + phase + "-" + i,
                        "conformance-synthetic",
                        Script.NOBODY,
                        phases.get(phase),
                        "someone-else");
            }
            for (int i = 0; i < (phase + 3) % 6 + 1; i++) {
                exists(
                        "synthetic-free-" + phase + "-" + i,
                        "conformance-synthetic",
                        Script.NOBODY,
                        phases.get(phase),
                        "");
            }
        }
        metronome(1, END);
    }

    void metronome(double from, double to) {
        for (int beat = 0; from + beat * 0.5 < to; beat++) {
            create("metronome-" + executions.size(), "conformance-metronome", Script.NOBODY, from + beat * 0.5);
        }
    }

    /** Six Executions that one worker takes: two succeed, one fails, two sleep, one is suspended. */
    void work(String group, String owner, double at) {
        String prefix = group + "-" + owner + "-" + at + "-";
        run(prefix + "succeed-1", "conformance-succeed", group, owner, at, 0.1, "Completed");
        run(prefix + "succeed-2", "conformance-succeed", group, owner, at, 0.2, "Completed");
        run(prefix + "fail", "conformance-fail", group, owner, at, 0.4, "Failed");
        run(prefix + "sleep-1", "conformance-sleep", group, owner, at, 1.4, "Completed");
        run(prefix + "sleep-2", "conformance-sleep", group, owner, at, 24.4, "Completed");
        run(prefix + "suspend", "conformance-suspend", group, owner, at, 5.4, "Completed");
    }

    void run(String name, String function, String group, String owner, double at, double seconds, String end) {
        create(name, function, group, at);
        phase(name, at + 0.3, "Executing", owner);
        phase(name, at + 0.3 + seconds, end, owner);
    }

    void exists(String name, String function, String group, String phase, String owner) {
        script.existing(name, function, group, 0.5, phase, owner);
        steps(name).add(new Step(0, Optional.of(item(name, function, group, phase, owner))));
    }

    void create(String name, String function, String group, double at) {
        script.create(name, function, group, at);
        steps(name).add(new Step(at + Script.REQUEST - WATCH_DELAY, Optional.of(item(name, function, group, "", ""))));
    }

    void phase(String name, double at, String phase, String owner) {
        script.observe(name, at, phase, owner);
        List<Step> steps = steps(name);
        Item before = steps.get(steps.size() - 1).item().orElseThrow();
        steps.add(new Step(
                at - WATCH_DELAY,
                Optional.of(new Item(before.function, phase, before.namespace, owner, before.group))));
    }

    void delete(String name, double at) {
        script.delete(name, at);
        steps(name).add(new Step(at + Script.REQUEST - WATCH_DELAY, Optional.empty()));
    }

    private List<Step> steps(String name) {
        return executions.computeIfAbsent(name, any -> new ArrayList<>());
    }

    private static Item item(String name, String function, String group, String phase, String owner) {
        String namespace = name.contains("/") ? name.substring(0, name.indexOf('/')) : Script.NAMESPACE;
        return new Item(function, phase, namespace, owner, group);
    }

    /** What the server lists at an instant, in the order of creation. */
    List<Item> list(double instant) {
        List<Item> items = new ArrayList<>();
        for (List<Step> steps : executions.values()) {
            Optional<Item> item = Optional.empty();
            for (Step step : steps) {
                if (step.at() <= instant) {
                    item = step.item();
                }
            }
            item.ifPresent(items::add);
        }
        return items;
    }

    /** Counts a listing by the series that each Execution is read as. */
    static Map<Combination, Integer> count(List<Item> items, Function<Item, Optional<Combination>> reading) {
        Map<Combination, Integer> counts = new HashMap<>();
        items.forEach(item -> reading.apply(item).ifPresent(series -> counts.merge(series, 1, Integer::sum)));
        return counts;
    }

    Script script() {
        return script;
    }

    /** Lets W1 list at these instants, read each Execution in some way, and show it until the next time. */
    StatesWorld shownByW1(Function<Item, Optional<Combination>> reading, double... listings) {
        return shownByW1(reading, UnaryOperator.identity(), listings);
    }

    /** The same, where a listing may return other Executions than there are. */
    StatesWorld shownByW1(
            Function<Item, Optional<Combination>> reading, UnaryOperator<List<Item>> listed, double... listings) {
        Exporter exporter = new Exporter();
        for (double listing : listings) {
            exporter.publishes(listing + 0.2, count(listed.apply(list(listing)), reading));
        }
        return shown("W1", "g1", exporter, listings);
    }

    /** A worker that lists at these instants, for 0.1 s, and whose pages an exporter makes. */
    StatesWorld shown(String worker, String group, Exporter exporter, double... listings) {
        script.worker(worker, group, 3, ":9090");
        for (double listing : listings) {
            script.lists(worker, listing - 0.02, listing + 0.08);
        }
        script.scrapes(worker, 3.5, END, exporter::page);
        return this;
    }
}
