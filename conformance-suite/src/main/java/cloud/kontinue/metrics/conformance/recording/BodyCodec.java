package cloud.kontinue.metrics.conformance.recording;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;

/**
 * Writes the bodies of one worker's scrapes one after the other, or reads them again.
 *
 * <p>A body is written as {@code "body": text}, as {@code "bodyBase64"} where it is no UTF-8, as {@code "sameBody":
 * true} where it equals the one before, or as {@code "bodyChanges"} where {@link LineChanges} are shorter.
 */
final class BodyCodec {

    /** After so many changes a body is written in full, so that a damaged line spoils little. */
    static final int CHANGES_BETWEEN_FULL_BODIES = 49;

    private byte[] last = {};
    /** Empty where the last body is no UTF-8, or there is none. */
    private Optional<String> lastText = Optional.empty();

    private boolean hasLast;
    private int changesSinceFull;

    void write(byte[] body, FieldWriter fields) {
        if (hasLast && Arrays.equals(last, body)) {
            fields.flag("sameBody", true);
            return;
        }
        Optional<String> text = decoded(body);
        if (text.isEmpty()) {
            fields.text("bodyBase64", Base64.getEncoder().encodeToString(body));
            changesSinceFull = 0;
        } else if (!writeChanges(text.get(), fields)) {
            fields.text("body", text.get());
            changesSinceFull = 0;
        }
        remember(body.clone(), text);
    }

    private boolean writeChanges(String text, FieldWriter fields) {
        if (lastText.isEmpty() || changesSinceFull == CHANGES_BETWEEN_FULL_BODIES) {
            return false;
        }
        List<LineChanges.Step> steps = LineChanges.between(lastText.get(), text);
        if (LineChanges.size(steps) >= text.length()) {
            return false;
        }
        ArrayNode array = fields.array("bodyChanges");
        LineChanges.write(steps, array);
        changesSinceFull++;
        return true;
    }

    byte[] read(FieldReader fields) throws FieldException {
        if (fields.has("sameBody")) {
            if (!fields.flag("sameBody") || !hasLast) {
                throw new FieldException("expected an earlier body of this worker for \"sameBody\", found none");
            }
            return last;
        }
        if (fields.has("bodyBase64")) {
            byte[] body = base64(fields.text("bodyBase64"));
            remember(body, decoded(body));
        } else if (fields.has("bodyChanges")) {
            String before = lastText.orElseThrow(() -> new FieldException(
                    "expected an earlier body of this worker that is text for \"bodyChanges\", found none"));
            String text = LineChanges.apply(LineChanges.read(fields), before);
            remember(text.getBytes(StandardCharsets.UTF_8), Optional.of(text));
        } else {
            String text = fields.text("body");
            remember(text.getBytes(StandardCharsets.UTF_8), Optional.of(text));
        }
        return last;
    }

    private void remember(byte[] body, Optional<String> text) {
        last = body;
        lastText = text;
        hasLast = true;
    }

    private static byte[] base64(String text) throws FieldException {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new FieldException("expected Base64 in the field \"bodyBase64\", found something else");
        }
    }

    private static Optional<String> decoded(byte[] body) {
        try {
            // A new decoder reports what is malformed; a string's constructor would replace it.
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
