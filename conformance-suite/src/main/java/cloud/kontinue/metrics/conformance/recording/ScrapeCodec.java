package cloud.kontinue.metrics.conformance.recording;

import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Answer;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Answered;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Unanswered;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** How scrapes are written; remembers each worker's last body, and so serves one recording, in one direction. */
final class ScrapeCodec {

    private final Map<String, BodyCodec> bodies = new HashMap<>();

    EventCodec<ScrapeTaken> codec() {
        return new EventCodec<>("scrape-taken", ScrapeTaken.class, this::write, this::read);
    }

    private void write(ScrapeTaken scrape, FieldWriter fields) {
        fields.from(scrape.span())
                .text("worker", scrape.worker())
                .constant("purpose", scrape.purpose())
                .text("url", scrape.url())
                .text("accept", scrape.accept());
        if (scrape.answer() instanceof Answered answered) {
            boolean tooLong = answered.body().length > ScrapeTaken.MAX_BODY;
            byte[] body = tooLong ? Arrays.copyOf(answered.body(), ScrapeTaken.MAX_BODY) : answered.body();
            fields.number("status", answered.status())
                    .text("contentType", answered.contentType())
                    .text("contentEncoding", answered.contentEncoding())
                    .flag("cut", answered.cut() || tooLong);
            bodies(scrape.worker()).write(body, fields);
        } else if (scrape.answer() instanceof Unanswered unanswered) {
            fields.constant("failure", unanswered.failure()).text("problem", unanswered.problem());
        }
    }

    private ScrapeTaken read(FieldReader fields) throws FieldException {
        String worker = fields.text("worker");
        return new ScrapeTaken(
                fields.span(),
                worker,
                fields.constant("purpose", ScrapeTaken.Purpose.class),
                fields.text("url"),
                fields.text("accept"),
                answer(worker, fields));
    }

    private Answer answer(String worker, FieldReader fields) throws FieldException {
        if (fields.has("failure")) {
            return new Unanswered(fields.constant("failure", ScrapeTaken.Failure.class), fields.text("problem"));
        }
        return new Answered(
                fields.smallNumber("status"),
                fields.text("contentType"),
                fields.text("contentEncoding"),
                bodies(worker).read(fields),
                fields.flag("cut"));
    }

    private BodyCodec bodies(String worker) {
        return bodies.computeIfAbsent(worker, any -> new BodyCodec());
    }
}
