package cloud.kontinue.metrics.conformance.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingReaderTest {

    private final Path directory;

    RecordingReaderTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            not json                                              | expected a JSON object, found "not json"
            {"event":"noted","at":1,"text":"cut                   | expected a JSON object, found "{"event":
            []                                                    | expected a JSON object, found []
            {"event":"noted","at":1,"text":""} {}                 | expected a JSON object, found "{"event":
            {"event":"noted","at":1,"at":2,"text":""}             | expected a JSON object, found "{"event":
            {"at":1}                                              | expected a text in the field "event", found no such field
            {"event":"teleported","at":1}                         | expected an event that this suite knows, found "teleported"; a newer suite wrote it
            {"event":"noted","text":""}                           | expected a whole number in the field "at", found no such field
            {"event":"noted","at":1.5,"text":""}                  | expected a whole number in the field "at", found 1.5
            {"event":"noted","at":"1","text":""}                  | expected a whole number in the field "at", found "1"
            {"event":"noted","at":9223372036854775808,"text":""}  | expected a whole number in the field "at", found 9223372036854775808
            {"event":"noted","at":1,"text":null}                  | expected a text in the field "text", found null
            {"event":"run-started","at":1}                        | expected a whole number in the field "formatVersion", found no such field
            {"event":"listing-denied","at":1,"from":2,"worker":""} | expected "at" not before "from", found 1 before 2
            {"event":"sockets-listed","at":1,"worker":"","listeners":[1]} | expected a list of texts in the field "listeners", found 1
            {"event":"run-ended","at":1,"outcome":"won","reason":""} | expected one of complete, interrupted, setup-failed in the field "outcome", found "won"
            {"event":"scrape-taken","at":1,"from":1,"worker":"W1","purpose":"regular","url":"","accept":"","status":200,"contentType":"","contentEncoding":"","cut":false,"sameBody":true} | expected an earlier body of this worker for "sameBody", found none
            {"event":"scrape-taken","at":1,"from":1,"worker":"W1","purpose":"regular","url":"","accept":"","status":200,"contentType":"","contentEncoding":"","cut":false,"bodyChanges":[1]} | expected an earlier body of this worker that is text for "bodyChanges", found none
            {"event":"scrape-taken","at":1,"from":1,"worker":"W2","purpose":"regular","url":"","accept":"","status":200,"contentType":"","contentEncoding":"","cut":false,"bodyChanges":[3]} | expected "bodyChanges" for a body of 2 lines, found changes for a longer one
            {"event":"scrape-taken","at":1,"from":1,"worker":"W2","purpose":"regular","url":"","accept":"","status":200,"contentType":"","contentEncoding":"","cut":false,"bodyChanges":[1]} | expected "bodyChanges" for a body of 2 lines, found changes for 1
            {"event":"scrape-taken","at":1,"from":1,"worker":"W2","purpose":"regular","url":"","accept":"","status":200,"contentType":"","contentEncoding":"","cut":false,"bodyChanges":[0]} | expected numbers of lines and texts in the field "bodyChanges", found 0
            {"event":"scrape-taken","at":1,"from":1,"worker":"W2","purpose":"regular","url":"","accept":"","status":200,"contentType":"","contentEncoding":"","cut":false,"bodyBase64":"!"} | expected Base64 in the field "bodyBase64"
            {"event":"scrape-taken","at":1,"from":1,"worker":"W2","purpose":"regular","url":"","accept":"","status":4294967296,"contentType":"","contentEncoding":"","cut":false,"body":""} | expected a whole number of 32 bits in the field "status", found 4294967296
            """)
    void namesFileLineAndWhatWasExpected(String line, String problem) throws IOException {
        byte[] body = "a 1\nb 2\n".getBytes(StandardCharsets.UTF_8);
        Path file = write(List.of(new AnyEvents("W2").start(), new AnyEvents("W2").scrape(0, body)));
        Files.writeString(file, Files.readString(file) + line + "\n");

        assertThatThrownBy(() -> RecordingReader.read(directory))
                .isInstanceOf(RecordingException.class)
                .hasMessageStartingWith(file + ", line 3: " + problem)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void refusesAnotherVersionOfTheFormat() throws IOException {
        Path file = write(new AnyEvents("f").all());
        Files.writeString(file, Files.readString(file).replace("\"formatVersion\":1,", "\"formatVersion\":2,"));

        assertThatThrownBy(() -> RecordingReader.read(directory))
                .hasMessage(file + ", line 1: expected a recording of format version 1, found version 2;"
                        + " judge it with the suite that wrote it, or a newer one");
    }

    @Test
    void passesOverFieldsThatItDoesNotKnow() throws IOException, RecordingException {
        Path file = write(new AnyEvents("f").all());
        Files.writeString(file, Files.readString(file).replace("{\"event\"", "{\"mood\":[\"good\"],\"event\""));

        Recording recording = RecordingReader.read(directory);

        assertThat(recording.events())
                .usingRecursiveComparison()
                .withEqualsForType(Arrays::equals, byte[].class)
                .isEqualTo(new AnyEvents("f").all());
    }

    @Test
    void leavesOutALastLineThatWasCutWhereverThatWas() throws IOException, RecordingException {
        List<Event> events = List.of(new AnyEvents("f").start(), new Noted(1, "one"), new Noted(2, "two \u00fc"));
        byte[] whole = Files.readAllBytes(write(events));
        int endOfStart = new String(whole, StandardCharsets.US_ASCII).indexOf('\n');
        for (int length = endOfStart; length <= whole.length; length++) {
            Files.write(directory.resolve("events.jsonl"), Arrays.copyOf(whole, length));

            Recording recording = RecordingReader.read(directory);

            assertThat(events)
                    .as("cut at %d", length)
                    .startsWith(recording.events().toArray(Event[]::new));
        }
    }

    @Test
    void refusesARecordingThatWasCutInItsFirstLine() throws IOException {
        Path file = write(List.of(new AnyEvents("f").start()));
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 40));

        assertThatThrownBy(() -> RecordingReader.read(directory))
                .hasMessage(file + ", line 1: expected the start of a run, found the end of the file");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        Path file = Files.createFile(directory.resolve("events.jsonl"));

        assertThatThrownBy(() -> RecordingReader.read(directory))
                .hasMessage(file + ", line 1: expected the start of a run, found the end of the file");
    }

    @Test
    void refusesADirectoryWithoutEvents() {
        assertThatThrownBy(() -> RecordingReader.read(directory))
                .hasMessage(directory + ": expected a recording with a file events.jsonl, found none");
    }

    @Test
    void refusesADirectoryThatIsMissing() {
        Path missing = directory.resolve("missing");

        assertThatThrownBy(() -> RecordingReader.read(missing))
                .hasMessage(missing + ": expected the directory of a recording, found nothing");
    }

    @Test
    void refusesAFileInPlaceOfADirectory() throws IOException {
        Path file = Files.createFile(directory.resolve("recording"));

        assertThatThrownBy(() -> RecordingReader.read(file))
                .hasMessage(file + ": expected the directory of a recording, found a file");
    }

    @Test
    void refusesEventsFarOutOfTheirOrder() throws IOException {
        Path file = write(List.of(
                new AnyEvents("f").start(), new Noted(100_000_000_000L, "late"), new Noted(1_000_000_000L, "early")));

        assertThatThrownBy(() -> RecordingReader.read(directory))
                .hasMessage(file + ", line 3: expected events in the order of their times, found 1000000000 after"
                        + " 100000000000");
    }

    @Test
    void takesEventsThatThreadsToldInAnotherOrder() throws IOException, RecordingException {
        List<Event> events = List.of(new AnyEvents("f").start(), new Noted(2_000_000, "b"), new Noted(1_000_000, "a"));
        write(events);

        Recording recording = RecordingReader.read(directory);

        assertThat(recording.events()).isEqualTo(events);
    }

    @Test
    void refusesARecordingThatDoesNotBeginWithTheStartOfTheRun() throws IOException {
        Path file = write(List.of(new Noted(0, "first")));

        assertThatThrownBy(() -> RecordingReader.read(directory))
                .hasMessage(
                        file + ", line 1: expected the start of a run as first event and nowhere else, found another"
                                + " event");
    }

    @Test
    void refusesASecondStart() throws IOException {
        Path file = write(List.of(new AnyEvents("f").start(), new AnyEvents("f").start()));

        assertThatThrownBy(() -> RecordingReader.read(directory))
                .hasMessageStartingWith(file + ", line 2: expected the start of a run as first event and nowhere else");
    }

    @Test
    void refusesASecondEnd() throws IOException {
        RunEnded end = new RunEnded(1, RunEnded.Outcome.COMPLETE, "");
        Path file = write(List.of(new AnyEvents("f").start(), end, end));

        assertThatThrownBy(() -> RecordingReader.read(directory))
                .hasMessage(file + ", line 3: expected one end of the run, found a second");
    }

    private Path write(List<Event> events) throws IOException {
        try (RecordingWriter writer = RecordingWriter.create(directory)) {
            events.forEach(writer::record);
        }
        return directory.resolve("events.jsonl");
    }
}
