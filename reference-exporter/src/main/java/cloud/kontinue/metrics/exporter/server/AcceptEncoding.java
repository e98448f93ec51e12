package cloud.kontinue.metrics.exporter.server;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the {@code Accept-Encoding} header. */
final class AcceptEncoding {

    private static final Pattern ZERO = Pattern.compile("q=0(\\.0{0,3})?");

    private AcceptEncoding() {}

    /** Returns whether gzip is named and not refused by {@code q=0}. */
    static boolean allowsGzip(@Nullable List<String> values) {
        if (values == null) {
            return false;
        }
        for (String coding : String.join(",", values).toLowerCase(Locale.ROOT).split(",", -1)) {
            var parts = coding.replace(" ", "").split(";", 2);
            if (parts[0].equals("gzip")) {
                return parts.length == 1 || !ZERO.matcher(parts[1]).matches();
            }
        }
        return false;
    }
}
