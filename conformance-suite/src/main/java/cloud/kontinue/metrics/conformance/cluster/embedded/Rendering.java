package cloud.kontinue.metrics.conformance.cluster.embedded;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** The form in which a client wants its objects. */
interface Rendering {

    byte[] one(Stored object);

    byte[] list(Page page);

    /** Returns one event of a watch, with a line feed at its end. */
    default byte[] event(WatchEvent event) {
        if (event instanceof WatchEvent.Seen change) {
            return frame(change.kind().name(), one(change.object()));
        }
        if (event instanceof WatchEvent.Bookmark bookmark) {
            return frame("BOOKMARK", bookmark(bookmark));
        }
        return frame("ERROR", Json.bytes(((WatchEvent.Failure) event).status()));
    }

    byte[] bookmark(WatchEvent.Bookmark bookmark);

    private static byte[] frame(String type, byte[] object) {
        return Bytes.of("{\"type\":\"" + type + "\",\"object\":", object, "}\n");
    }

    /**
     * Picks the first form in an Accept header that can be served.
     *
     * @throws Problem 406 if there is none
     */
    static Rendering negotiate(HttpCall call) {
        if (call.accept().isBlank()) {
            return new PlainRendering();
        }
        for (String range : call.accept().toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = range.strip().split("\\s*;\\s*", -1);
            String as = "";
            for (String part : parts) {
                as = part.startsWith("as=") ? part.substring(3) : as;
            }
            boolean json =
                    parts[0].equals("application/json") || parts[0].equals("*/*") || parts[0].equals("application/*");
            if (json && as.isEmpty()) {
                return new PlainRendering();
            } else if (json && as.equals("table") && List.of(parts).contains("v=v1")) {
                return new TableRendering(call.parameter("includeObject"), Clock.systemUTC());
            } else if (json
                    && as.startsWith("partialobjectmetadata")
                    && List.of(parts).contains("v=v1")) {
                return new PartialRendering();
            }
        }
        throw Problem.notAcceptable();
    }

    /** Text and bytes, one after the other. */
    final class Bytes {

        private Bytes() {}

        static byte[] of(String head, byte[] middle, String tail) {
            byte[] first = head.getBytes(StandardCharsets.UTF_8);
            byte[] last = tail.getBytes(StandardCharsets.UTF_8);
            byte[] all = new byte[first.length + middle.length + last.length];
            System.arraycopy(first, 0, all, 0, first.length);
            System.arraycopy(middle, 0, all, first.length, middle.length);
            System.arraycopy(last, 0, all, first.length + middle.length, last.length);
            return all;
        }
    }
}
