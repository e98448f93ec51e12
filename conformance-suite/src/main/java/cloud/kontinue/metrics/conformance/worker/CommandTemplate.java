package cloud.kontinue.metrics.conformance.worker;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A shell command with placeholders for the parts of an {@link Assignment}. */
record CommandTemplate(String command) {

    /** What {@code {metricsBindAddress}} stands for where the address is left unset: the documented default. */
    static final String DEFAULT_BIND_ADDRESS = ":8080";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(kubeconfig|namespace|group|metricsBindAddress)}");
    private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    CommandTemplate {
        if (command.isBlank()) {
            throw new IllegalArgumentException("Invalid worker command '" + command + "': must not be blank");
        }
        if (command.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("Invalid worker command: must not contain a NUL character");
        }
    }

    /** Returns the command with each placeholder replaced by its value as one word of the shell; other braces stay. */
    String fill(Assignment assignment) {
        Map<String, String> values = Map.of(
                "kubeconfig",
                assignment.access().kubeconfig().toAbsolutePath().toString(),
                "namespace",
                assignment.namespace(),
                "group",
                assignment.group(),
                "metricsBindAddress",
                assignment.metricsBindAddress().orElse(DEFAULT_BIND_ADDRESS));
        return PLACEHOLDER
                .matcher(command)
                .replaceAll(match -> Matcher.quoteReplacement(quoted(values.getOrDefault(match.group(1), ""))));
    }

    private static String quoted(String value) {
        if (NEEDS_NO_QUOTES.matcher(value).matches()) {
            return value;
        }
        return "'" + value.replace("'", "'\\''") + "'";
    }
}
