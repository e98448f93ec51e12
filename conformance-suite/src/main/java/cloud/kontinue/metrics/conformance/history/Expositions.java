package cloud.kontinue.metrics.conformance.history;

import cloud.kontinue.metrics.conformance.exposition.Exposition;
import cloud.kontinue.metrics.conformance.exposition.ExpositionParser;
import cloud.kontinue.metrics.conformance.exposition.Format;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Answered;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Parses the bodies of scrapes, a body like the worker's last one only once. */
final class Expositions {

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Last(byte[] body, Format format, Exposition exposition) {}

    private final Map<String, Last> lastOfWorker = new HashMap<>();

    Optional<Exposition> of(ScrapeTaken taken) {
        if (!(taken.answer() instanceof Answered answered) || answered.status() != 200 || answered.cut()) {
            return Optional.empty();
        }
        return Format.ofContentType(answered.contentType())
                .map(format -> parse(taken.worker(), answered.body(), format));
    }

    private Exposition parse(String worker, byte[] body, Format format) {
        Last last = lastOfWorker.get(worker);
        if (last != null && last.format() == format && Arrays.equals(last.body(), body)) {
            return last.exposition();
        }
        Exposition exposition = ExpositionParser.parse(body, format);
        lastOfWorker.put(worker, new Last(body, format, exposition));
        return exposition;
    }
}
