package cloud.kontinue.metrics.conformance.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RecordingWriterTest {

    private static final AnyEvents EVENTS = new AnyEvents("W1");

    private final Path directory;

    RecordingWriterTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void hasWrittenAnEventWhenItReturns() throws IOException, RecordingException {
        try (RecordingWriter writer = RecordingWriter.create(directory)) {
            writer.record(EVENTS.start());

            writer.record(new Noted(1, "still running"));

            assertThat(RecordingReader.read(directory).events()).hasSize(2);
        }
    }

    @Test
    void takesEventsOfManyThreads() throws IOException, RecordingException, InterruptedException, ExecutionException {
        InMemoryRecording memory = new InMemoryRecording();
        try (RecordingWriter writer = RecordingWriter.create(directory)) {
            RecordingSink both = writer.and(memory);
            both.record(EVENTS.start());

            tellFromThreads(both);
        }

        assertThat(told(RecordingReader.read(directory))).hasSize(8 * 200).isEqualTo(told(memory.recording()));
    }

    private static List<String> told(Recording recording) {
        return recording
                .all(ScrapeTaken.class)
                .map(scrape -> scrape.worker() + " " + scrape.span() + " "
                        + new String(((ScrapeTaken.Answered) scrape.answer()).body(), StandardCharsets.UTF_8))
                .toList();
    }

    private static void tellFromThreads(RecordingSink sink) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            CountDownLatch start = new CountDownLatch(8);
            List<Future<?>> told = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                AnyEvents worker = new AnyEvents("W" + thread % 3);
                told.add(threads.submit(() -> {
                    start.countDown();
                    start.await();
                    for (int i = 0; i < 200; i++) {
                        sink.record(worker.scrape(i, ("page " + i / 2).getBytes(StandardCharsets.UTF_8)));
                    }
                    return null;
                }));
            }
            for (Future<?> future : told) {
                future.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void replacesARecordingThatIsThere() throws IOException, RecordingException {
        for (int notes : List.of(5, 1)) {
            try (RecordingWriter writer = RecordingWriter.create(directory)) {
                writer.record(EVENTS.start());
                for (int i = 0; i < notes; i++) {
                    writer.record(new Noted(i, "note"));
                }
            }
        }

        assertThat(RecordingReader.read(directory).events()).hasSize(2);
    }

    @Test
    void passesOverWhatIsToldAfterTheEnd() throws IOException, RecordingException {
        RecordingWriter writer = RecordingWriter.create(directory);
        writer.record(EVENTS.start());
        writer.close();

        writer.record(new Noted(1, "too late"));

        assertThat(RecordingReader.read(directory).events()).hasSize(1);
    }

    @Test
    void cutsABodyThatIsTooLong() throws IOException, RecordingException {
        byte[] body = new byte[ScrapeTaken.MAX_BODY + 1];
        Arrays.fill(body, (byte) 'a');
        try (RecordingWriter writer = RecordingWriter.create(directory)) {
            writer.record(EVENTS.start());
            writer.record(EVENTS.scrape(1, body));
        }

        ScrapeTaken scrape = RecordingReader.read(directory)
                .all(ScrapeTaken.class)
                .findFirst()
                .orElseThrow();

        assertThat(scrape.answer()).isInstanceOfSatisfying(ScrapeTaken.Answered.class, answered -> {
            assertThat(answered.cut()).isTrue();
            assertThat(answered.body().length).isEqualTo(ScrapeTaken.MAX_BODY);
        });
    }

    @Test
    void saysWhereItCannotWrite() throws IOException {
        Path file = Files.createFile(directory.resolve("taken"));

        assertThatThrownBy(() -> RecordingWriter.create(file.resolve("recording")))
                .isInstanceOf(IOException.class);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void tellsOfAFullDiskAtOnceAndAgainAtTheEnd() throws IOException {
        Files.createSymbolicLink(directory.resolve("events.jsonl"), Path.of("/dev/full"));
        RecordingWriter writer = RecordingWriter.create(directory);

        assertThatThrownBy(() -> writer.record(EVENTS.start()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Cannot write the recording " + directory.resolve("events.jsonl"));
        assertThatThrownBy(writer::close).isInstanceOf(IOException.class).hasMessageContaining("Cannot write");
    }
}
