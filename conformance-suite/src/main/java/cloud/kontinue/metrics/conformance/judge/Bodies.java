package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.exposition.Exposition;
import cloud.kontinue.metrics.conformance.exposition.ExpositionParser;
import cloud.kontinue.metrics.conformance.exposition.Format;
import cloud.kontinue.metrics.conformance.history.Scrape;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Answer;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Answered;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Unanswered;
import cloud.kontinue.metrics.conformance.requirement.MetricNames;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Tells what kind of answer came, before anything is held against its details. */
final class Bodies {

    private static final int BEGINNING = 64 * 1024;

    private Bodies() {}

    /**
     * Returns whether an answer is a metrics page at all, be it with faults: status 200, and samples or kontinue's names,
     * or nothing where the Content-Type says exposition.
     */
    static boolean isPage(Answered answer) {
        if (answer.status() != 200) {
            return false;
        }
        Optional<Format> format = Format.ofContentType(answer.contentType());
        if (namesKontinue(answer)) {
            return true;
        }
        Exposition exposition = ExpositionParser.parse(
                answer.cut() ? beginning(answer.body()) : answer.body(), format.orElse(Format.TEXT));
        boolean shows = !exposition.families().isEmpty();
        boolean faultless = exposition.problems().isEmpty();
        return format.isPresent() ? shows || faultless : shows && faultless;
    }

    /** A body without an end is long, and its first lines tell as well as all of them what it is. */
    private static byte[] beginning(byte[] body) {
        int end = Math.min(body.length, BEGINNING);
        while (end > 0 && body[end - 1] != '\n') {
            end--;
        }
        return Arrays.copyOf(body, end);
    }

    /** Returns whether a body has a name of kontinue's anywhere. */
    static boolean namesKontinue(Answered answer) {
        // One byte is one character here, so that nothing but ASCII can match.
        return new String(answer.body(), StandardCharsets.ISO_8859_1).contains(MetricNames.PREFIX);
    }

    /** Says in a few words how a scrape went. */
    static String outcome(Scrape scrape) {
        Answer answer = scrape.taken().answer();
        if (answer instanceof Unanswered unanswered) {
            return unanswered.problem();
        }
        Answered answered = (Answered) answer;
        if (answered.status() != 200) {
            return "status " + answered.status();
        }
        return isPage(answered)
                ? "a metrics page"
                : "status 200 with no metrics page (Content-Type '" + answered.contentType() + "')";
    }
}
