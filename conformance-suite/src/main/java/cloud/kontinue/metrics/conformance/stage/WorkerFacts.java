package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.requirement.MetricNames;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** What is known of one worker by now, as far as the run's own going on hangs on it. */
final class WorkerFacts {

    /** Changes so soon after a refresh began belong to it. */
    private static final long SAME_REFRESH = RunClock.nanos(5);

    /** Its page answered with 200. */
    final Fact served = new Fact();

    /** Something answered at its address, whatever it was. */
    final Fact answered = new Fact();

    /** An Execution of its group left Pending. */
    final Fact claimed = new Fact();

    /** It ended by itself. */
    final Fact died = new Fact();

    /** A listing of it was denied. */
    final Fact denied = new Fact();

    private final List<Long> refreshes = new CopyOnWriteArrayList<>();
    private String states = "";

    /** Takes a page of it that was complete at an instant. */
    synchronized void page(long at, byte[] body) {
        String now = new String(body, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith(MetricNames.STATES + "{"))
                .collect(Collectors.joining("\n"));
        if (now.isEmpty() || now.equals(states)) {
            return;
        }
        states = now;
        if (refreshes.isEmpty() || at - refreshes.get(refreshes.size() - 1) > SAME_REFRESH) {
            refreshes.add(at);
        }
    }

    /** Returns when its states changed for the nth time, where the first time they were there at all. */
    Moment refresh(int nth) {
        return () -> refreshes.size() < nth ? OptionalLong.empty() : OptionalLong.of(refreshes.get(nth - 1));
    }

    /** Returns when its states first changed after a moment. */
    Moment refreshAfter(Moment moment) {
        return () -> {
            OptionalLong from = moment.due();
            return from.isEmpty()
                    ? OptionalLong.empty()
                    : refreshes.stream()
                            .filter(at -> at > from.getAsLong())
                            .mapToLong(Long::longValue)
                            .findFirst();
        };
    }
}
