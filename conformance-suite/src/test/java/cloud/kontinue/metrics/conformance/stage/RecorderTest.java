package cloud.kontinue.metrics.conformance.stage;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.conformance.recording.Event;
import cloud.kontinue.metrics.conformance.recording.Noted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecorderTest {

    private final List<Event> sink = new ArrayList<>();
    private final Recorder recorder = new Recorder(sink::add, new RunClock());

    @Test
    void passesEventsOnInTheOrderOfTheirTimes() {
        Noted first = new Noted(RunClock.nanos(1), "first");
        Noted second = new Noted(RunClock.nanos(2), "second");

        recorder.record(second);
        recorder.record(first);
        recorder.close();

        assertThat(sink).containsExactly(first, second);
    }

    @Test
    void keepsTheOrderInWhichEventsOfOneTimeCame() {
        Noted one = new Noted(5, "one");
        Noted other = new Noted(5, "other");

        recorder.record(one);
        recorder.record(other);
        recorder.close();

        assertThat(sink).containsExactly(one, other);
    }

    @Test
    void recordsNothingAfterItsEnd() {
        recorder.close();

        recorder.record(new Noted(1, "too late"));

        assertThat(sink).isEmpty();
    }

    @Test
    void asksASinkThatFailedForNothingMore() {
        List<Event> asked = new ArrayList<>();
        Recorder full = new Recorder(
                event -> {
                    asked.add(event);
                    throw new UncheckedIOException(new IOException("no space left"));
                },
                new RunClock());

        full.record(new Noted(1, "one"));
        full.record(new Noted(2, "other"));
        full.close();

        assertThat(asked).hasSize(1);
        assertThat(full.failed()).isTrue();
    }

    @Test
    void tellsListenersAtOnce() {
        List<Event> heard = new ArrayList<>();
        recorder.listen(heard::add);
        Noted noted = new Noted(RunClock.nanos(100), "not passed on yet");

        recorder.record(noted);

        assertThat(heard).containsExactly(noted);
        assertThat(sink).isEmpty();
    }
}
