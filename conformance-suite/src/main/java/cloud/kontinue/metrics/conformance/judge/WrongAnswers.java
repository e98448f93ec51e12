package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.history.Scrape;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Failure;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Unanswered;
import java.util.List;
import java.util.Optional;

/** What a worker answers that never serves a page. */
final class WrongAnswers {

    private WrongAnswers() {}

    /**
     * Returns the last HTTP answer; where there is none, the last answer that is no HTTP. A connection may break while
     * a worker starts, so that the latter counts only where it goes on for as long as a scrape may take.
     */
    static Optional<Scrape> last(List<Scrape> scrapes) {
        Optional<Scrape> answered =
                scrapes.stream().filter(scrape -> scrape.answered().isPresent()).reduce((first, last) -> last);
        List<Scrape> broken = scrapes.stream().filter(WrongAnswers::isBroken).toList();
        return answered.or(() -> broken.stream()
                .filter(scrape -> scrape.span().from() - broken.get(0).span().to() > Tolerances.SCRAPE)
                .reduce((first, last) -> last));
    }

    private static boolean isBroken(Scrape scrape) {
        return scrape.taken().answer() instanceof Unanswered unanswered && unanswered.failure() == Failure.OTHER;
    }
}
