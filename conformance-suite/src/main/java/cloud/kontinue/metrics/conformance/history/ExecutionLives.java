package cloud.kontinue.metrics.conformance.history;

import cloud.kontinue.metrics.conformance.recording.Event;
import cloud.kontinue.metrics.conformance.recording.ExecutionObserved;
import cloud.kontinue.metrics.conformance.recording.ExecutionObserved.Change;
import cloud.kontinue.metrics.conformance.recording.ExecutionWritten;
import cloud.kontinue.metrics.conformance.recording.ExecutionWritten.Action;
import cloud.kontinue.metrics.conformance.recording.Recording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Sorts a recording's events by Execution; one whose name is used again after its deletion is another Execution. */
final class ExecutionLives {

    private record Name(String namespace, String name) {}

    private static final class Draft {
        final ExecutionObserved first;
        final List<ExecutionLife.State> states = new ArrayList<>();
        OptionalLong deleted = OptionalLong.empty();

        Draft(ExecutionObserved first) {
            this.first = first;
        }
    }

    private ExecutionLives() {}

    static List<ExecutionLife> of(Recording recording) {
        Map<Name, List<ExecutionWritten>> created = new HashMap<>();
        recording
                .all(ExecutionWritten.class)
                .filter(written -> written.action() == Action.CREATE)
                .forEach(written -> created.computeIfAbsent(
                                new Name(written.namespace(), written.name()), name -> new ArrayList<>())
                        .add(written));
        return drafts(recording).stream()
                .map(draft -> new ExecutionLife(
                        draft.first.namespace(),
                        draft.first.name(),
                        draft.first.function(),
                        draft.first.group(),
                        creation(created, draft.first),
                        draft.states,
                        draft.deleted))
                .toList();
    }

    /** Returns the last creation under a name that was sent before the watch told of the Execution. */
    private static Optional<ExecutionWritten> creation(
            Map<Name, List<ExecutionWritten>> created, ExecutionObserved first) {
        return created.getOrDefault(new Name(first.namespace(), first.name()), List.of()).stream()
                .filter(written -> written.span().from() <= first.at())
                .reduce((earlier, later) -> later);
    }

    private static List<Draft> drafts(Recording recording) {
        Map<String, Draft> byUid = new LinkedHashMap<>();
        for (int index = 0; index < recording.events().size(); index++) {
            Event event = recording.events().get(index);
            if (event instanceof ExecutionObserved observed) {
                Draft draft = byUid.computeIfAbsent(observed.uid(), uid -> new Draft(observed));
                if (observed.change() == Change.DELETED) {
                    draft.deleted = OptionalLong.of(observed.at());
                } else {
                    draft.states.add(new ExecutionLife.State(index, observed.at(), observed.phase(), observed.owner()));
                }
            }
        }
        // One of whom only the deletion was told was never seen to be in any state.
        return byUid.values().stream().filter(draft -> !draft.states.isEmpty()).toList();
    }
}
