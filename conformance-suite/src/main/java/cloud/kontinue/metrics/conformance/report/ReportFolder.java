package cloud.kontinue.metrics.conformance.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;

/** Writes a report's files into the output folder. */
public final class ReportFolder {

    /** The file that machines read. */
    public static final String REPORT_JSON = "report.json";

    /** The file that people read. */
    public static final String REPORT_HTML = "report.html";

    /** The folder of the recording. */
    public static final String RECORDING = "recording";

    /** The schema of the file that machines read. */
    public static final String SCHEMA = "report.schema.json";

    private static final String JUNIT = "junit.xml";
    private static final String SUMMARY = "summary.md";
    private static final String BADGE = "badge.json";

    /** Everything that the suite ever puts into an output folder. */
    public static final Set<String> OWN = Set.of(REPORT_JSON, REPORT_HTML, RECORDING, SCHEMA, JUNIT, SUMMARY, BADGE);

    private ReportFolder() {}

    /** Writes all files, each whole or not at all; files of those names are replaced, others left alone. */
    public static void write(Report report, Path folder) throws IOException {
        Files.createDirectories(folder);
        write(folder, SCHEMA, schema());
        write(folder, REPORT_JSON, JsonReport.write(report));
        write(folder, REPORT_HTML, HtmlReport.write(report));
        write(folder, JUNIT, JUnitXml.write(report));
        write(folder, SUMMARY, MarkdownSummary.write(report));
        write(folder, BADGE, BadgeJson.write(report));
    }

    /** Removes the files of an earlier report, so that no old verdict stands beside a new recording. */
    public static void clear(Path folder) throws IOException {
        for (String name : OWN) {
            if (!name.equals(RECORDING)) {
                Files.deleteIfExists(folder.resolve(name));
            }
        }
    }

    private static void write(Path folder, String name, String content) throws IOException {
        Path draft = folder.resolve("." + name + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            // Unlike writeString, getBytes replaces the lone surrogates that a worker may send.
            Files.write(draft, content.getBytes(StandardCharsets.UTF_8));
            Files.move(draft, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static String schema() throws IOException {
        try (InputStream schema = ReportFolder.class.getResourceAsStream(SCHEMA)) {
            if (schema == null) {
                throw new IllegalStateException(
                        "Missing " + SCHEMA + ": it must be packaged beside the report's classes");
            }
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
