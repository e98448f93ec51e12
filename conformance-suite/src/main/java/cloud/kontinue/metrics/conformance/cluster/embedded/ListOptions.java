package cloud.kontinue.metrics.conformance.cluster.embedded;

import java.util.Optional;

/**
 * From which revision a list or watch is asked for, and how much.
 *
 * @param resourceVersion empty where it was not given
 * @param match how the revision is meant: {@link #EXACT}, {@link #NOT_OLDER_THAN} or empty
 * @param limit 0 for all
 */
record ListOptions(Optional<Long> resourceVersion, String match, long limit, Optional<ContinueToken> next) {

    static final String EXACT = "Exact";
    static final String NOT_OLDER_THAN = "NotOlderThan";

    static ListOptions ofList(ApiCall call) {
        ListOptions options = of(call);
        if (call.flag("sendInitialEvents")) {
            throw Problem.invalidOptions("sendInitialEvents", "Forbidden: sendInitialEvents is forbidden for list");
        }
        if (!options.match.isEmpty()) {
            if (options.resourceVersion.isEmpty()) {
                throw Problem.invalidOptions(
                        "resourceVersionMatch",
                        "Forbidden: resourceVersionMatch is forbidden unless resourceVersion is provided");
            }
            if (options.next.isPresent()) {
                throw Problem.invalidOptions(
                        "resourceVersionMatch",
                        "Forbidden: resourceVersionMatch is forbidden when continue is provided");
            }
            if (options.match.equals(EXACT)
                    && options.resourceVersion.filter(v -> v == 0).isPresent()) {
                throw Problem.invalidOptions(
                        "resourceVersionMatch",
                        "Forbidden: resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\"");
            }
        }
        if (options.next.isPresent()
                && options.resourceVersion.filter(v -> v != 0).isPresent()) {
            throw Problem.badRequest("specifying resource version is not allowed when using continue");
        }
        return options;
    }

    static ListOptions ofWatch(ApiCall call) {
        ListOptions options = of(call);
        boolean sendInitialEvents = !call.parameter("sendInitialEvents").isEmpty();
        if (sendInitialEvents && !options.match.equals(NOT_OLDER_THAN)) {
            throw Problem.invalidOptions(
                    "resourceVersionMatch",
                    "Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan");
        }
        if (!sendInitialEvents && !options.match.isEmpty()) {
            throw Problem.invalidOptions(
                    "resourceVersionMatch",
                    "Forbidden: resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided");
        }
        return options;
    }

    private static ListOptions of(ApiCall call) {
        String match = call.parameter("resourceVersionMatch");
        if (!match.isEmpty() && !match.equals(EXACT) && !match.equals(NOT_OLDER_THAN)) {
            throw Problem.invalidOptions(
                    "resourceVersionMatch",
                    "Unsupported value: \"" + match + "\": supported values: \"Exact\", \"NotOlderThan\"");
        }
        String next = call.parameter("continue");
        return new ListOptions(
                number(call, "resourceVersion"),
                match,
                number(call, "limit").orElse(0L),
                next.isEmpty() ? Optional.empty() : Optional.of(ContinueToken.parse(next)));
    }

    private static Optional<Long> number(ApiCall call, String name) {
        String text = call.parameter(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            long value = Long.parseLong(text);
            if (value >= 0) {
                return Optional.of(value);
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw Problem.badRequest("Invalid value: \"" + text + "\": " + name + " must be a number of 0 or more");
    }
}
