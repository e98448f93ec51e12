package cloud.kontinue.metrics.conformance.cluster.embedded;

import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a list goes on.
 *
 * @param revision that the whole list is of
 * @param after the last object that was answered
 * @param remaining how many are left after it; negative where that is not known
 */
record ContinueToken(long revision, Key after, long remaining) {

    static ContinueToken parse(String text) {
        try {
            ObjectNode token = Json.stored(Base64.getUrlDecoder().decode(text));
            return new ContinueToken(
                    token.required("rv").asLong(),
                    new Key(
                            token.required("namespace").asString(),
                            token.required("name").asString()),
                    token.required("remaining").asLong());
        } catch (RuntimeException e) {
            throw Problem.badRequest("continue key is not valid: it is not a token of this server");
        }
    }

    @Override
    public String toString() {
        ObjectNode token = Json.object()
                .put("rv", revision)
                .put("namespace", after.namespace())
                .put("name", after.name())
                .put("remaining", remaining);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.bytes(token));
    }
}
