package cloud.kontinue.metrics.conformance.history;

import cloud.kontinue.metrics.conformance.recording.ExecutionWritten;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One Execution, as the recorder's watch and the run's own requests tell it.
 *
 * @param created the run's own request; empty for one that was there before or made by others
 * @param states what the watch told, in order; at least one
 * @param deleted when the watch told of its end
 */
public record ExecutionLife(
        String namespace,
        String name,
        String function,
        String group,
        Optional<ExecutionWritten> created,
        List<State> states,
        OptionalLong deleted) {

    /** The phases that an Execution never leaves. */
    public static final Set<String> TERMINAL = Set.of("Completed", "Failed", "Canceled");

    public ExecutionLife {
        states = List.copyOf(states);
    }

    /** What the watch told at one instant. */
    public record State(int event, long at, String phase, String owner) {}

    /** Returns {@code spec.arguments.seconds} of the run's own Executions. */
    public OptionalDouble seconds() {
        return created.isPresent() ? created.get().seconds() : OptionalDouble.empty();
    }

    /** Returns when the watch first told of a phase. */
    public OptionalLong firstSeen(String phase) {
        return states.stream()
                .filter(state -> state.phase().equals(phase))
                .mapToLong(State::at)
                .findFirst();
    }

    /** Returns the first state of a terminal phase. */
    public Optional<State> terminal() {
        return states.stream().filter(state -> TERMINAL.contains(state.phase())).findFirst();
    }

    /** Returns whether it ended well; false also while it has not ended. */
    public boolean succeeded() {
        return terminal().filter(state -> state.phase().equals("Completed")).isPresent();
    }

    /** Returns the last owner that the watch told of. */
    public Optional<String> owner() {
        return states.stream()
                .map(State::owner)
                .filter(owner -> !owner.isEmpty())
                .reduce((first, last) -> last);
    }
}
