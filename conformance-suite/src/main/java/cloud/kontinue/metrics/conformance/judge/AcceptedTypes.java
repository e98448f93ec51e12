package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.exposition.ContentTypes;
import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.history.Scrape;
import cloud.kontinue.metrics.conformance.history.WorkerLife;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Answered;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Purpose;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** E4: looks whether Prometheus 2 and 3 take the Content-Type that they are answered with. */
final class AcceptedTypes {

    private static final Map<Purpose, String> VERSIONS =
            Map.of(Purpose.AS_PROMETHEUS_2, "Prometheus 2", Purpose.AS_PROMETHEUS_3, "Prometheus 3");

    private static final Set<String> ENCODINGS = Set.of("", "identity", "gzip");

    private AcceptedTypes() {}

    static Verdict byBothVersions(History history) {
        Findings findings = new Findings("a Content-Type that Prometheus 2 and Prometheus 3 both take");
        boolean both = true;
        for (Map.Entry<Purpose, String> version : VERSIONS.entrySet()) {
            boolean seen = false;
            for (WorkerLife worker : history.workers()) {
                for (Scrape scrape : worker.scrapes(version.getKey())) {
                    seen |= judge(worker, scrape, version.getKey(), version.getValue(), findings);
                }
            }
            both &= seen;
        }
        if (!both) {
            findings.doubt("no answer to the headers of both versions of Prometheus was seen");
        }
        return findings.verdict("taken by both", Pages.NONE);
    }

    private static boolean judge(WorkerLife worker, Scrape scrape, Purpose purpose, String version, Findings findings) {
        if (scrape.answered().isEmpty()) {
            return false;
        }
        Answered answer = scrape.answered().get();
        if (answer.status() != 200) {
            findings.violation(
                    scrape, worker.name() + " answers status " + answer.status() + " to the headers of " + version);
        } else if (!ENCODINGS.contains(answer.contentEncoding().toLowerCase(Locale.ROOT))) {
            findings.violation(
                    scrape,
                    worker.name() + " answers " + version + " with Content-Encoding '" + answer.contentEncoding()
                            + "', which it cannot unpack");
        } else if (problem(purpose, answer.contentType()).isPresent()) {
            findings.violation(
                    scrape,
                    version + " does not take the Content-Type of " + worker.name() + ": "
                            + problem(purpose, answer.contentType()).get());
        } else {
            findings.looked();
        }
        return true;
    }

    private static Optional<String> problem(Purpose purpose, String contentType) {
        return purpose == Purpose.AS_PROMETHEUS_2
                ? ContentTypes.problemForPrometheus2(contentType)
                : ContentTypes.problemForPrometheus3(contentType);
    }
}
