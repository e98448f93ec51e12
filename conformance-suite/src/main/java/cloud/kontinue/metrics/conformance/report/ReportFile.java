package cloud.kontinue.metrics.conformance.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a report.json of an earlier run says.
 *
 * @param name the worker's
 * @param result the one word over all verdicts
 * @param entries in the file's order
 */
public record ReportFile(String name, String result, List<Entry> entries) {

    /** A requirement and its verdict. */
    public record Entry(String id, String title, String verdict) {}

    public ReportFile {
        entries = List.copyOf(entries);
    }

    /**
     * Reads report.json in an output folder, or the file itself.
     *
     * @throws ReportFileException if there is none, or it is none that this version reads
     */
    public static ReportFile read(Path place) throws ReportFileException {
        Path file = Files.isDirectory(place) ? place.resolve(ReportFolder.REPORT_JSON) : place;
        if (!Files.isRegularFile(file)) {
            throw new ReportFileException("no report.json at " + place
                    + ": expected the output folder of a run; make one with 'run --output'");
        }
        try {
            return read(file, Json.MAPPER.readTree(Files.readString(file)));
        } catch (IOException | JacksonException e) {
            throw new ReportFileException(
                    "cannot read " + file + ": expected the JSON that a run writes; run it again");
        }
    }

    /** Returns the verdict on a requirement, or a dash where the report does not judge it. */
    String verdict(String id) {
        return entries.stream()
                .filter(entry -> entry.id().equals(id))
                .map(Entry::verdict)
                .findFirst()
                .orElse("–");
    }

    private static ReportFile read(Path file, JsonNode json) throws ReportFileException {
        int version = json.path("schemaVersion").asInt(0);
        if (version != Report.SCHEMA_VERSION) {
            throw new ReportFileException("cannot use " + file + ": expected schemaVersion " + Report.SCHEMA_VERSION
                    + ", found " + (version == 0 ? "none" : String.valueOf(version))
                    + "; judge its recording again with this version");
        }
        List<Entry> entries = new ArrayList<>();
        for (JsonNode entry : json.path("requirements")) {
            entries.add(new Entry(text(entry, "id"), text(entry, "title"), text(entry, "verdict")));
        }
        return new ReportFile(text(json.path("subject"), "name"), text(json, "result"), entries);
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asString("");
    }
}
