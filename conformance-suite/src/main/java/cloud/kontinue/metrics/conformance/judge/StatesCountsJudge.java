package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.Combination;
import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.history.Kind;
import cloud.kontinue.metrics.conformance.history.Refresh;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Judges which Executions are counted, and under which labels.
 *
 * <p>A refresh that was true as a whole at some instant before it was shown meets all of these requirements whose matter
 * was there at that instant. One that never was is explained by {@link Misreadings}; where those explain it by another
 * requirement, or not at all, it says nothing of this one.
 */
final class StatesCountsJudge {

    /** More than two pages of the usual 500. */
    private static final int TWO_PAGES = 1_000;

    private static final Set<String> PHASES =
            Set.of(Kind.PENDING, "Executing", "Suspended", "Backoff", "Completed", "Failed", "Canceled");

    private final String requirement;
    private final Findings findings;
    private final Matter matter;

    /** Whether what a requirement is about was there. */
    @FunctionalInterface
    private interface Matter {

        boolean there(StatesSeen seen, int refresh, Map<Kind, Integer> kinds);
    }

    private StatesCountsJudge(String requirement, String expected, Matter matter) {
        this.requirement = requirement;
        this.findings = new Findings(expected);
        this.matter = matter;
    }

    /** S5: all of the worker's namespace. */
    static Verdict all(History history) {
        return new StatesCountsJudge(
                        "S5",
                        "all Executions of the worker's namespace: every page of the list, every owner, every group",
                        (seen, refresh, kinds) -> all(seen, kinds))
                .judge(history, "more than " + TWO_PAGES + " Executions with other owners and of other groups");
    }

    /** S6: Pending and without a phase. */
    static Verdict pending(History history) {
        return new StatesCountsJudge(
                        "S6",
                        "Executions that are Pending or have no phase yet as state=\"Pending\" with worker=\"\"",
                        (seen, refresh, kinds) ->
                                any(kinds, kind -> kind.phase().isEmpty())
                                        && any(kinds, kind -> kind.phase().equals(Kind.PENDING)))
                .judge(history, "Executions without a phase and Pending ones");
    }

    /** S7: the worker label is the owner. */
    static Verdict owner(History history) {
        if (!history.head().names().ownerWritten()) {
            return Findings.notVerified("the worker does not write into an Execution who owns it");
        }
        return new StatesCountsJudge(
                        "S7",
                        "in the worker label the owner of the Executions, whoever exports them",
                        (seen, refresh, kinds) -> any(kinds, kind -> strangersWork(seen, kind)))
                .judge(history, "an Execution that another worker owns");
    }

    /** S8: states are phases. */
    static Verdict phases(History history) {
        return new StatesCountsJudge(
                        "S8",
                        "the phases as states, verbatim and each for itself: "
                                + Text.list(PHASES.stream().sorted().toList()),
                        (seen, refresh, kinds) -> kinds.keySet().stream()
                                .map(kind -> kind.combination().state())
                                .collect(Collectors.toSet())
                                .containsAll(PHASES))
                .judge(history, "Executions in all seven phases");
    }

    /** S9: what does not exist any more disappears. */
    static Verdict vanished(History history) {
        return new StatesCountsJudge(
                        "S9",
                        "no series, or 0, for combinations that do not exist any more",
                        (seen, refresh, kinds) -> somethingVanished(seen, refresh))
                .judge(history, "a combination that had been shown and was gone at the next refresh");
    }

    /** S10: finished ones are counted. */
    static Verdict finished(History history) {
        return new StatesCountsJudge(
                        "S10",
                        "finished Executions counted while they exist",
                        (seen, refresh, kinds) -> any(kinds, Kind::finished))
                .judge(history, "a finished Execution");
    }

    private Verdict judge(History history, String needed) {
        StatesReading.all(history).forEach(this::judge);
        return findings.verdict(
                "right in " + findings.seen() + " refreshes", "no refresh was true at a time when there was " + needed);
    }

    private void judge(StatesReading reading) {
        if (reading.truth()
                .filter(kinds -> matter.there(reading.seen(), reading.index(), kinds))
                .isPresent()) {
            findings.looked();
        }
        reading.misreadings().stream()
                .filter(misreading -> misreading.requirement().equals(requirement))
                .forEach(misreading -> violated(reading.seen(), reading.refresh(), misreading));
    }

    private void violated(StatesSeen seen, Refresh refresh, Misreading misreading) {
        Combination first = misreading.rows().get(0).combination();
        findings.violation(
                refresh.first().taken().at(),
                "%s at %s: %s"
                        .formatted(
                                seen.worker().name(),
                                Text.seconds(refresh.first().span().to()),
                                misreading.text()),
                seen.where(refresh.first(), first));
    }

    private static boolean all(StatesSeen seen, Map<Kind, Integer> kinds) {
        String own = seen.history().head().names().namespace();
        int sum = kinds.entrySet().stream()
                .filter(entry -> entry.getKey().namespace().equals(own))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return sum > TWO_PAGES
                && any(kinds, kind -> !kind.group().equals(seen.worker().group()))
                && any(kinds, kind -> strangersWork(seen, kind));
    }

    private static boolean strangersWork(StatesSeen seen, Kind kind) {
        return !kind.owner().isEmpty()
                && !kind.combination().state().equals(Kind.PENDING)
                && !kind.group().equals(seen.worker().group());
    }

    private static boolean somethingVanished(StatesSeen seen, int refresh) {
        List<Refresh> earlier = seen.refreshes().subList(0, refresh);
        return earlier.stream()
                .flatMap(before -> before.shown().keySet().stream())
                .filter(seen::compares)
                .anyMatch(combination -> seen.refreshes().get(refresh).value(combination) == 0);
    }

    private static boolean any(Map<Kind, Integer> kinds, Predicate<Kind> wanted) {
        return kinds.keySet().stream().anyMatch(wanted);
    }
}
