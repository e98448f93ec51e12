package cloud.kontinue.metrics.conformance.report;

import cloud.kontinue.metrics.conformance.requirement.Requirement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The metrics page that this suite judges by. */
final class Specification {

    private static final String PAGE = "metrics-page.txt";

    private Specification() {}

    /** Returns the SHA-256 of the page's text, in hexadecimal. */
    static String sha256() {
        try (InputStream page = Requirement.class.getResourceAsStream(PAGE)) {
            if (page == null) {
                throw new IllegalStateException("Missing " + PAGE + ": it must be packaged beside the catalogue");
            }
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(page.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
