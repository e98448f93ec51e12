package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.judge.Verdict.NotVerified;
import cloud.kontinue.metrics.conformance.judge.Verdict.Violates;
import cloud.kontinue.metrics.conformance.requirement.Catalogue;
import cloud.kontinue.metrics.conformance.requirement.Requirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges a history by the whole catalogue, each requirement after those it builds on. */
public final class Judge {

    private static final Map<String, Check> CHECKS = checks();

    private final History history;
    private final Map<String, Verdict> verdicts = new HashMap<>();
    /** Requirements that could not be judged, and the violated one behind it. */
    private final Map<String, String> blockedBy = new HashMap<>();

    private Judge(History history) {
        this.history = history;
    }

    /** Returns one judgement per requirement, in the order of the catalogue. */
    public static List<Judgement> judge(History history) {
        return new Judge(history).judgeAll();
    }

    private List<Judgement> judgeAll() {
        List<Judgement> judgements = new ArrayList<>();
        for (Requirement requirement : Catalogue.all()) {
            judgements.add(new Judgement(requirement, verdict(requirement)));
        }
        return judgements;
    }

    private Verdict verdict(Requirement requirement) {
        Verdict known = verdicts.get(requirement.id());
        if (known != null) {
            return known;
        }
        Optional<String> blocker = requirement.buildsOn().stream()
                .flatMap(id -> Catalogue.find(id).stream())
                .flatMap(this::blocker)
                .findFirst();
        Verdict verdict;
        if (blocker.isPresent()) {
            blockedBy.put(requirement.id(), blocker.get());
            verdict = new NotVerified("because of " + blocker.get() + ", which is violated", Map.of());
        } else {
            verdict = judge(check(requirement.id()), history);
        }
        verdicts.put(requirement.id(), verdict);
        return verdict;
    }

    /** Returns a check's verdict; a mistake in a check neither hides the other verdicts nor counts against the worker. */
    static Verdict judge(Check check, History history) {
        try {
            return check.judge(history);
        } catch (RuntimeException e) {
            return new NotVerified(
                    "the suite could not judge this (" + e + " at " + place(e)
                            + "); please report it with the recording",
                    Map.of());
        }
    }

    private static String place(RuntimeException e) {
        return e.getStackTrace().length == 0 ? "an unknown place" : e.getStackTrace()[0].toString();
    }

    /** Returns the check of one requirement, which judges it whatever it builds on. */
    static Check check(String id) {
        Check check = CHECKS.get(id);
        if (check == null) {
            throw new IllegalStateException("No check for " + id + ": every requirement must have one");
        }
        return check;
    }

    private Stream<String> blocker(Requirement prerequisite) {
        if (verdict(prerequisite) instanceof Violates) {
            return Stream.of(prerequisite.id());
        }
        return Optional.ofNullable(blockedBy.get(prerequisite.id())).stream();
    }

    private static Map<String, Check> checks() {
        Map<String, Check> checks = new HashMap<>();
        checks.putAll(EndpointJudge.checks());
        checks.putAll(RunningJudge.checks());
        checks.putAll(LatencyJudge.checks());
        checks.putAll(CompletedJudge.checks());
        checks.putAll(StatesJudge.checks());
        checks.putAll(ConfigurationJudge.checks());
        checks.putAll(PrometheusJudge.checks());
        return Map.copyOf(checks);
    }
}
