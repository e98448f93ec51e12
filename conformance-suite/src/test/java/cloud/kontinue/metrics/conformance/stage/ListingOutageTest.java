package cloud.kontinue.metrics.conformance.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.kontinue.metrics.conformance.cluster.ListingRights;
import cloud.kontinue.metrics.conformance.recording.Event;
import cloud.kontinue.metrics.conformance.recording.ListingDenied;
import cloud.kontinue.metrics.conformance.stage.FakeSubject.FakeWorker;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ListingOutageTest {

    private final RunClock clock = new RunClock();
    private final List<Event> events = new ArrayList<>();
    private final List<String> rights = new ArrayList<>();
    private final StagedWorker worker = new StagedWorker(
            Role.onPort("W2", "g2", 9090),
            "id-2",
            FakeWorker.serving(URI.create("http://127.0.0.1:1/metrics")),
            clock,
            events::add);
    private final ListingOutage outage = new ListingOutage(
            new ListingRights() {
                @Override
                public void deny(String identity) {
                    rights.add("deny " + identity);
                }

                @Override
                public void allow(String identity) {
                    rights.add("allow " + identity);
                }
            },
            clock,
            events::add);

    @Test
    void givesTheRightBackThreeSecondsAfterTheFirstDenial() throws Exception {
        Fact denied = new Fact();
        denied.happened(clock.now() - RunClock.nanos(2.5));

        outage.play(worker, denied);

        assertThat(rights).containsExactly("deny id-2", "allow id-2");
        assertThat(events).singleElement().isInstanceOfSatisfying(ListingDenied.class, told -> {
            assertThat(told.worker()).isEqualTo("W2");
            assertThat(told.span().to() - denied.due().orElseThrow()).isGreaterThanOrEqualTo(RunClock.nanos(3));
        });
        assertThat(outage.over().due()).hasValue(events.get(0).at());
    }

    @Test
    void givesTheRightBackWhenTheRunEnds() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> outage.play(worker, new Fact())).isInstanceOf(InterruptedException.class);

        assertThat(rights).containsExactly("deny id-2", "allow id-2");
        assertThat(events).hasSize(1);
    }
}
