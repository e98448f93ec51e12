package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.Combination;
import cloud.kontinue.metrics.conformance.history.Kind;
import cloud.kontinue.metrics.conformance.history.Refresh;
import cloud.kontinue.metrics.conformance.history.Truth;
import cloud.kontinue.metrics.conformance.judge.Differences.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Explains a refresh that was true at no instant.
 *
 * <p>Each function in each namespace is looked at for itself. Where all are there in the right states, but under other
 * workers, the worker label is misread; where all are there, but in other states, the state; where there are too few,
 * {@link Missing} tells which are left out; where there are too many, some are counted that are gone. What fits none of
 * these, such as a function or namespace that does not exist or values of different times, stays unexplained.
 */
final class Misreadings {

    private final StatesSeen seen;
    private final Refresh refresh;
    private final Cells cells;
    private final List<Misreading> found = new ArrayList<>();

    private Misreadings(StatesSeen seen, Refresh refresh) {
        this.seen = seen;
        this.refresh = refresh;
        this.cells = Cells.of(seen, refresh);
    }

    /** Returns what explains the refresh; empty where nothing does. */
    static List<Misreading> of(StatesSeen seen, Refresh refresh) {
        return new Misreadings(seen, refresh).explain();
    }

    private List<Misreading> explain() {
        if (strange()) {
            return List.of();
        }
        List<Cell> otherWorkers = new ArrayList<>();
        List<Cell> otherStates = new ArrayList<>();
        List<Cell> tooFew = new ArrayList<>();
        List<Cell> tooMany = new ArrayList<>();
        long since = seen.worker().started().span().from();
        for (Cell cell : cells.wrong()) {
            if (cell.shownSum() > cell.truthSum()) {
                tooMany.add(cell);
            } else if (!Cells.outdated(seen.truth(), cell, since, cells.version())) {
                boolean fewer = cell.shownSum() < cell.truthSum();
                boolean moved = !fewer && cell.excessByState().isEmpty();
                (fewer ? tooFew : moved ? otherWorkers : otherStates).add(cell);
            }
        }
        workers(otherWorkers);
        states(otherStates);
        if (!tooFew.isEmpty()) {
            found.addAll(Missing.explain(tooFew, cells.all()));
        }
        gone(tooMany);
        return found;
    }

    /** Functions where there never were any, or nothing at all where there should be something: labels are wrong. */
    private boolean strange() {
        Truth truth = seen.truth();
        Set<String> known = new HashSet<>();
        truth.combinations().forEach(combination -> known.add(combination.namespace() + "/" + combination.function()));
        boolean unknown = cells.all().stream()
                .filter(cell -> !cell.shown().isEmpty())
                .anyMatch(cell -> !known.contains(cell.namespace() + "/" + cell.function()));
        boolean elsewhereOnly =
                !refresh.shown().isEmpty() && refresh.shown().keySet().stream().noneMatch(seen::compares);
        return unknown || elsewhereOnly;
    }

    private void workers(List<Cell> wrong) {
        List<Row> rows = rows(wrong);
        if (rows.isEmpty()) {
            return;
        }
        List<Row> owned = rows.stream().filter(row -> !pending(row)).toList();
        if (owned.isEmpty()) {
            found.add(new Misreading("S6", "Pending Executions are shown with another worker than \"\"", rows));
        } else {
            found.add(new Misreading("S7", "Executions are shown under another worker than their owner", owned));
        }
    }

    private void states(List<Cell> wrong) {
        List<Cell> misnamed = wrong.stream()
                .filter(cell -> cell.withoutPhase() == 0
                        || !cell.excessByState().getOrDefault(Kind.PENDING, 0.0).equals((double) -cell.withoutPhase()))
                .toList();
        if (!misnamed.isEmpty()) {
            found.add(new Misreading("S8", "Executions are shown in another state than their phase", rows(misnamed)));
        } else if (!wrong.isEmpty()) {
            found.add(new Misreading("S6", "Executions without a phase are not shown as Pending", rows(wrong)));
        }
    }

    private void gone(List<Cell> tooMany) {
        List<Row> vanished = rows(tooMany).stream()
                .filter(row -> row.truth() == 0 && was(row.combination()))
                .toList();
        if (!vanished.isEmpty()) {
            found.add(new Misreading("S9", "combinations are shown that do not exist any more", vanished));
        }
    }

    private boolean was(Combination combination) {
        return seen.truth().versions(combination, 0).asList().stream()
                        .filter(span -> span.from() <= cells.version())
                        .count()
                > 1;
    }

    static List<Row> rows(List<Cell> cells) {
        return cells.stream().flatMap(cell -> cell.rows().stream()).toList();
    }

    static boolean pending(Row row) {
        return row.combination().state().equals(Kind.PENDING);
    }

    /** Returns the series that read too little, by state. */
    static Map<String, List<Row>> tooLittleByState(List<Cell> cells) {
        Map<String, List<Row>> byState = new HashMap<>();
        for (Row row : rows(cells)) {
            if (row.excess() < 0) {
                byState.computeIfAbsent(row.combination().state(), any -> new ArrayList<>())
                        .add(row);
            }
        }
        return byState;
    }
}
