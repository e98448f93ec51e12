package cloud.kontinue.metrics.conformance.cluster.embedded;

import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What a request is answered with. */
sealed interface Answer {

    int status();

    /**
     * A body that is there at once.
     *
     * @param resourceVersion of an answered list; else empty
     * @param warnings for the user who asked
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Document(int status, String contentType, byte[] body, String resourceVersion, List<String> warnings)
            implements Answer {

        static Document json(int status, JsonNode tree) {
            return new Document(status, "application/json", Json.bytes(tree), "", List.of());
        }

        static Document json(int status, byte[] body) {
            return new Document(status, "application/json", body, "", List.of());
        }
    }

    /**
     * Events until one of the two ends it.
     *
     * @param start begins the watch once there is a channel for it
     */
    record Stream(Function<WatchChannel, Watch> start) implements Answer {

        @Override
        public int status() {
            return 200;
        }
    }
}
