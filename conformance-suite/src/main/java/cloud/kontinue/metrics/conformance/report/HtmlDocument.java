package cloud.kontinue.metrics.conformance.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A page that is one file: it needs no network and no script, and allows neither. */
final class HtmlDocument {

    private static final String STYLE = style();

    private HtmlDocument() {}

    /** Returns the whole document; the body is markup, the title is text. */
    static String of(String title, String body) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="UTF-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '%s'; base-uri 'none'; form-action 'none'">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                %s</body>
                </html>
                """.formatted(digest(), Markup.escape(title), STYLE, body);
    }

    /** Only our own style applies, not one that a worker smuggles in. */
    private static String digest() {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(sha256);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }

    private static String style() {
        try (InputStream css = HtmlDocument.class.getResourceAsStream("report.css")) {
            if (css == null) {
                throw new IllegalStateException("Missing report.css: it must be packaged beside the report's classes");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
