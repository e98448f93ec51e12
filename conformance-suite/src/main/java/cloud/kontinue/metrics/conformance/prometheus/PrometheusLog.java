package cloud.kontinue.metrics.conformance.prometheus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a Prometheus of ours logs. */
record PrometheusLog(Path file) {

    private static final Pattern LISTENING = Pattern.compile("msg=\"Listening on\".* address=127\\.0\\.0\\.1:(\\d+)");
    private static final Pattern ERROR = Pattern.compile("\\berr=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** Returns the port that the system gave it; empty until it listens. */
    Optional<Integer> port() {
        Matcher listening = LISTENING.matcher(text());
        return listening.find() ? Optional.of(Integer.valueOf(listening.group(1))) : Optional.empty();
    }

    /** Returns why it ended, as one line: its last error, else its last line. */
    String complaint() {
        String text = text();
        Optional<String> error =
                ERROR.matcher(text).results().reduce((first, second) -> second).map(match -> match.group(1));
        return error.or(() -> text.lines().reduce((first, second) -> second)).orElse("it logged nothing");
    }

    private String text() {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException notYet) {
            return "";
        }
    }
}
