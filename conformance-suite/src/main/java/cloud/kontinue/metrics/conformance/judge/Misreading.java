package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.judge.Differences.Row;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A way in which a refresh misreads the Executions.
 *
 * @param requirement the id of the requirement that this breaks
 * @param what one line for people
 * @param rows the series that show it; at least one
 */
record Misreading(String requirement, String what, List<Row> rows) {

    private static final int ENOUGH_ROWS = 3;

    Misreading {
        rows = List.copyOf(rows);
    }

    /** Returns it with its first series, as one line. */
    String text() {
        String more = rows.size() > ENOUGH_ROWS ? "; and " + (rows.size() - ENOUGH_ROWS) + " more" : "";
        return what + ": " + rows.stream().limit(ENOUGH_ROWS).map(Row::toString).collect(Collectors.joining("; "))
                + more;
    }
}
