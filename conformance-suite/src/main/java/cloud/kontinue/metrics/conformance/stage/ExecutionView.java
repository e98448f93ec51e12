package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.cluster.ExecutionCrd;
import cloud.kontinue.metrics.conformance.recording.ExecutionObserved;
import cloud.kontinue.metrics.conformance.recording.ExecutionObserved.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** What a watch knows of Executions by now: tells each change once, also after a new listing. Not for several threads. */
final class ExecutionView {

    private record Key(String namespace, String name) {}

    private final List<String> ownerField;
    private final Consumer<ExecutionObserved> observer;
    private final Map<Key, ExecutionObserved> known = new HashMap<>();

    ExecutionView(Optional<String> ownerField, Consumer<ExecutionObserved> observer) {
        this.ownerField = ownerField.map(path -> List.of(path.split("\\."))).orElse(List.of());
        this.observer = observer;
    }

    /** Takes an event of the watch. */
    void changed(long at, Change change, JsonNode execution) {
        ExecutionObserved observed = observed(at, change, execution);
        if (change == Change.DELETED) {
            known.remove(key(observed));
            observer.accept(observed);
        } else {
            present(observed);
        }
    }

    /** Takes a whole listing: tells what it shows to have changed, in the order of the changes. */
    void listed(long at, List<JsonNode> executions) {
        List<ExecutionObserved> all = new ArrayList<>();
        executions.forEach(execution -> all.add(observed(at, Change.ADDED, execution)));
        Set<Key> present = new HashSet<>();
        all.forEach(observed -> present.add(key(observed)));
        List<ExecutionObserved> gone = new ArrayList<>();
        known.forEach((key, observed) -> {
            if (!present.contains(key)) {
                gone.add(with(observed, at, Change.DELETED));
            }
        });
        gone.forEach(deleted -> {
            known.remove(key(deleted));
            observer.accept(deleted);
        });
        all.stream()
                .sorted(Comparator.comparingInt(
                                (ExecutionObserved one) -> one.resourceVersion().length())
                        .thenComparing(ExecutionObserved::resourceVersion))
                .forEach(this::present);
    }

    private void present(ExecutionObserved observed) {
        Optional<ExecutionObserved> before = Optional.ofNullable(known.put(key(observed), observed));
        if (before.isEmpty()) {
            observer.accept(with(observed, observed.at(), Change.ADDED));
        } else if (!before.get().uid().equals(observed.uid())) {
            observer.accept(with(before.get(), observed.at(), Change.DELETED));
            observer.accept(with(observed, observed.at(), Change.ADDED));
        } else if (!before.get().resourceVersion().equals(observed.resourceVersion())) {
            observer.accept(with(observed, observed.at(), Change.MODIFIED));
        }
    }

    private static Key key(ExecutionObserved observed) {
        return new Key(observed.namespace(), observed.name());
    }

    private ExecutionObserved observed(long at, Change change, JsonNode execution) {
        JsonNode metadata = execution.path("metadata");
        return new ExecutionObserved(
                at,
                change,
                metadata.path("namespace").asString(""),
                metadata.path("name").asString(""),
                metadata.path("uid").asString(""),
                metadata.path("resourceVersion").asString(""),
                execution.path("spec").path("function").asString(""),
                metadata.path("labels").path(ExecutionCrd.GROUP_LABEL).asString(""),
                execution.path("status").path("phase").asString(""),
                owner(execution));
    }

    private String owner(JsonNode execution) {
        if (ownerField.isEmpty()) {
            return "";
        }
        JsonNode node = execution;
        for (String field : ownerField) {
            node = node.path(field);
        }
        return node.asString("");
    }

    private static ExecutionObserved with(ExecutionObserved one, long at, Change change) {
        return new ExecutionObserved(
                at,
                change,
                one.namespace(),
                one.name(),
                one.uid(),
                one.resourceVersion(),
                one.function(),
                one.group(),
                one.phase(),
                one.owner());
    }
}
