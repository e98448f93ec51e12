package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.judge.Verdict.Violates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The verdicts on a whole history, by the id of their requirement. */
record Verdicts(Map<String, Verdict> byId) {

    static Verdicts on(History history) {
        return new Verdicts(Judge.judge(history).stream()
                .collect(Collectors.toMap(judgement -> judgement.requirement().id(), Judgement::verdict)));
    }

    Verdict of(String id) {
        return Optional.ofNullable(byId.get(id))
                .orElseThrow(() -> new IllegalArgumentException("Invalid id '" + id + "': must be in the catalogue"));
    }

    /** Returns the ids of the violated requirements whose id begins with a letter. */
    List<String> violated(String letter) {
        return byId.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(letter) && entry.getValue() instanceof Violates)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
