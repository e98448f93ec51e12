package cloud.kontinue.metrics.conformance.exposition;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the versions of Prometheus make of a Content-Type, both without a configured fallback. */
public final class ContentTypes {

    private static final String PROTOBUF = "application/vnd.google.protobuf";

    private ContentTypes() {}

    /**
     * Returns why Prometheus 2 cannot read a text body of this Content-Type; empty if it can.
     *
     * <p>It takes whatever it does not know for the text format, a missing header too.
     */
    public static Optional<String> problemForPrometheus2(String contentType) {
        return isProtobuf(contentType) ? Optional.of(notText(contentType)) : Optional.empty();
    }

    /**
     * Returns why Prometheus 3 cannot read a text body of this Content-Type; empty if it can.
     *
     * <p>It fails the scrape where the header is missing, malformed, or names no format of its own; parameters such as
     * the version must be well formed but may have any value.
     */
    public static Optional<String> problemForPrometheus3(String contentType) {
        if (contentType.isEmpty()) {
            return Optional.of("expected a Content-Type, found none");
        }
        Optional<String> mediaType = wellFormed(contentType);
        if (mediaType.isEmpty()) {
            return Optional.of("expected a media type with parameters as name=value, found " + Quoted.of(contentType));
        }
        if (isProtobuf(contentType)) {
            return Optional.of(notText(contentType));
        }
        return Format.ofContentType(contentType).isPresent()
                ? Optional.empty()
                : Optional.of("expected text/plain or application/openmetrics-text, found " + Quoted.of(contentType));
    }

    private static boolean isProtobuf(String contentType) {
        return wellFormed(contentType).filter(PROTOBUF::equals).isPresent();
    }

    private static String notText(String contentType) {
        return "expected the Content-Type of a text format, found " + Quoted.of(contentType);
    }

    /** Returns the media type in lower case; empty unless it and all parameters are well formed, none given twice. */
    private static Optional<String> wellFormed(String contentType) {
        int semicolon = contentType.indexOf(';');
        String mediaType = (semicolon < 0 ? contentType : contentType.substring(0, semicolon)).strip();
        String[] parts = mediaType.split("/", -1);
        boolean typed = parts.length <= 2 && isToken(parts[0]) && isToken(parts[parts.length - 1]);
        return typed && (semicolon < 0 || areParameters(contentType, semicolon))
                ? Optional.of(mediaType.toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    private static boolean areParameters(String contentType, int from) {
        Map<String, String> values = new HashMap<>();
        int at = from;
        while (at < contentType.length()) {
            int end = endOfParameter(contentType, at + 1);
            String parameter = contentType.substring(at + 1, end).strip();
            at = end;
            if (parameter.isEmpty() && contentType.substring(at).isBlank()) {
                return true; // Prometheus allows for one semicolon at the end.
            }
            int equals = parameter.indexOf('=');
            if (equals < 0 || !isToken(parameter.substring(0, equals).strip())) {
                return false;
            }
            String value = parameter.substring(equals + 1).strip();
            if (!isToken(value) && !isQuoted(value)) {
                return false;
            }
            String name = parameter.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            String before = values.putIfAbsent(name, value);
            if (before != null && !before.equals(value)) {
                return false;
            }
        }
        return true;
    }

    /** Returns where the next semicolon stands that is not between quotes. */
    private static int endOfParameter(String text, int from) {
        boolean quoted = false;
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && quoted) {
                at++;
            } else if (c == ';' && !quoted) {
                return at;
            }
        }
        return text.length();
    }

    private static boolean isQuoted(String text) {
        return text.length() >= 2
                && text.startsWith("\"")
                && text.replaceAll("\\\\.", "").matches("\"[^\"\\r\\n]*\"");
    }

    private static boolean isToken(String text) {
        return !text.isEmpty()
                && text.chars().allMatch(c -> c > 0x20 && c < 0x7f && "()<>@,;:\\\"/[]?=".indexOf(c) < 0);
    }
}
