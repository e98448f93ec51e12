package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.Combination;
import cloud.kontinue.metrics.conformance.history.ExecutionLife;
import cloud.kontinue.metrics.conformance.history.Kind;
import cloud.kontinue.metrics.conformance.judge.Differences.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells which Executions a refresh leaves out.
 *
 * <p>Those of some states, if these are missing everywhere while another state is complete; those without a phase, if
 * none of them is counted; else it does not count all.
 */
final class Missing {

    private final List<Cell> all;
    private final Map<String, List<Row>> missing;

    private Missing(List<Cell> tooFew, List<Cell> all) {
        this.all = all;
        this.missing = Misreadings.tooLittleByState(tooFew);
    }

    /**
     * Explains cells that show too few.
     *
     * @param all these and the others of the same refresh
     */
    static List<Misreading> explain(List<Cell> tooFew, List<Cell> all) {
        return new Missing(tooFew, all).explain();
    }

    private List<Misreading> explain() {
        List<Row> rows = missing.values().stream().flatMap(List::stream).toList();
        Set<String> states = missing.keySet();
        if (ExecutionLife.TERMINAL.containsAll(states) && !confinedToOneOwner(rows)) {
            return List.of(new Misreading("S10", "finished Executions are not counted", rows));
        }
        if (states.equals(Set.of(Kind.PENDING)) && noneWithoutPhase()) {
            return List.of(new Misreading("S6", "Executions without a phase are not counted as Pending", rows));
        }
        if (states.stream().allMatch(this::goneEverywhere) && someStateIsComplete()) {
            return states.stream().sorted().map(this::stateLeftOut).toList();
        }
        return List.of(new Misreading("S5", notAll(), rows));
    }

    private Misreading stateLeftOut(String state) {
        String requirement = ExecutionLife.TERMINAL.contains(state) ? "S10" : state.equals(Kind.PENDING) ? "S6" : "S8";
        return new Misreading(
                requirement, state + " Executions are not counted", missing.getOrDefault(state, List.of()));
    }

    private String notAll() {
        long shown = Math.round(all.stream().mapToDouble(Cell::shownSum).sum());
        int truth = all.stream().mapToInt(Cell::truthSum).sum();
        return "only %d of %d Executions are counted".formatted(shown, truth);
    }

    private boolean goneEverywhere(String state) {
        return trueRows().stream()
                .filter(row -> row.combination().state().equals(state))
                .allMatch(row -> row.shown() == 0);
    }

    private boolean someStateIsComplete() {
        return trueRows().stream().map(row -> row.combination().state()).anyMatch(state -> !missing.containsKey(state));
    }

    /** One whose finished Executions are missing while others' are there: it is the owner that is left out. */
    private boolean confinedToOneOwner(List<Row> rows) {
        Set<String> owners =
                rows.stream().map(row -> row.combination().worker()).collect(Collectors.toSet());
        return owners.size() == 1
                && trueRows().stream()
                        .filter(row -> missing.containsKey(row.combination().state()))
                        .anyMatch(row -> !owners.contains(row.combination().worker()) && row.excess() == 0);
    }

    private boolean noneWithoutPhase() {
        return all.stream()
                .filter(cell -> cell.withoutPhase() > 0)
                .allMatch(cell -> cell.truthSum() - cell.shownSum() == cell.withoutPhase());
    }

    private List<Row> trueRows() {
        List<Row> rows = new ArrayList<>();
        for (Cell cell : all) {
            for (Map.Entry<Combination, Integer> entry : cell.truth().entrySet()) {
                rows.add(new Row(entry.getKey(), cell.shown().getOrDefault(entry.getKey(), 0.0), entry.getValue()));
            }
        }
        return rows;
    }
}
