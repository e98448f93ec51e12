package cloud.kontinue.metrics.conformance.cluster.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A watch whose client is slow, or gone. */
class WatchTest {

    private static final ResourceType TYPE = ResourceTypes.PODS;
    private static final WatchEvent EVENT = new WatchEvent.Bookmark(TYPE, 1, false);

    private final FakeChannel channel = new FakeChannel();
    private final Watch watch = new Watch(
            new Selection(TYPE, "", LabelSelector.parse(""), FieldSelector.parse(TYPE, "")),
            new PlainRendering(),
            channel);

    private static final class FakeChannel implements WatchChannel {
        private final List<String> sent = new ArrayList<>();
        private boolean full;
        private boolean closed;
        private boolean aborted;

        @Override
        public boolean closed() {
            return closed;
        }

        @Override
        public boolean full() {
            return full;
        }

        @Override
        public void send(byte[] event) {
            sent.add(new String(event, StandardCharsets.UTF_8));
        }

        @Override
        public void end() {
            closed = true;
        }

        @Override
        public void abort() {
            aborted = true;
        }
    }

    private static Stored pod(String name) {
        return new Stored(TYPE, new Key("a", name), 1, "", Map.of(), "{}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void holdsEventsBackWhileItsClientIsBehind() {
        channel.full = true;
        watch.offer(EVENT);
        assertThat(channel.sent).isEmpty();

        channel.full = false;
        watch.drain();

        assertThat(channel.sent).hasSize(1);
    }

    @Test
    void breaksOffWhenItsClientStaysBehind() {
        channel.full = true;
        for (int i = 0; i < Watch.BACKLOG; i++) {
            watch.offer(EVENT);
        }
        assertThat(channel.aborted).isFalse();

        watch.offer(EVENT);

        assertThat(channel.aborted).isTrue();
    }

    @Test
    void doesNotCountWhatWasThereBefore() {
        channel.full = true;
        watch.initial(Collections.nCopies(2 * Watch.BACKLOG, pod("p")));

        watch.offer(EVENT);

        assertThat(channel.aborted).isFalse();
    }

    @Test
    void endsWhenItsClientHasGone() {
        List<String> endings = new ArrayList<>();
        watch.onEnd(() -> endings.add("ended"));
        channel.closed = true;

        watch.offer(EVENT);
        watch.end();

        assertThat(channel.sent).isEmpty();
        assertThat(endings).containsExactly("ended");
    }
}
