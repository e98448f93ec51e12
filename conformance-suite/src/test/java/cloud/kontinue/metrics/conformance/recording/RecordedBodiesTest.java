package cloud.kontinue.metrics.conformance.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Answered;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedBodiesTest {

    private static final AnyEvents EVENTS = new AnyEvents("W1");

    private final Path directory;

    RecordedBodiesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @RepeatedTest(20)
    void givesBackEveryBodyHoweverItChanges(RepetitionInfo repetition) throws IOException, RecordingException {
        Random random = new Random(repetition.getCurrentRepetition());
        List<byte[]> bodies = new ArrayList<>();
        List<String> lines =
                new ArrayList<>(page(30).lines().map(line -> line + "\n").toList());
        for (int i = 0; i < 200; i++) {
            change(lines, random);
            bodies.add(i % 17 == 0 ? noise(random) : String.join("", lines).getBytes(StandardCharsets.UTF_8));
        }

        assertThat(writtenAndRead(bodies))
                .usingElementComparator(Arrays::compare)
                .isEqualTo(bodies);
    }

    @Test
    void writesABodyThatDidNotChangeInAFewBytes() throws IOException {
        byte[] body = page(5000).getBytes(StandardCharsets.UTF_8);

        write(List.of(body, body.clone()));

        assertThat(lines().get(2)).hasSizeLessThan(250).contains("\"sameBody\":true");
    }

    @Test
    void writesOnlyTheLinesThatChanged() throws IOException {
        String page = page(5000);

        write(List.of(bytes(page), bytes(page.replace("f4000\"} 4000\n", "f4000\"} 4001\n"))));

        assertThat(lines().get(2))
                .hasSizeLessThan(300)
                .contains("\"bodyChanges\":[4000,\"states{function=\\\"f4000\\\"} 4001\\n\",-1,999]");
    }

    @Test
    void writesAFullBodyAgainAfterFortyNineChanges() throws IOException {
        List<byte[]> bodies = IntStream.range(0, 101)
                .mapToObj(i -> bytes(page(100) + "changing " + i + "\n"))
                .toList();

        write(bodies);

        assertThat(lines().stream().filter(line -> line.contains("\"body\":"))).hasSize(3);
    }

    @Test
    void writesABodyInFullWhereChangesWouldBeLonger() throws IOException {
        write(List.of(bytes("a 1\nb 2\n"), bytes("c 3\nd 4\n")));

        assertThat(lines().get(2)).contains("\"body\":");
    }

    @Test
    void readsABodyThatDidNotChangeAsTheSameArray() throws IOException, RecordingException {
        byte[] body = bytes(page(10));

        List<byte[]> read = writtenAndRead(List.of(body, body.clone()));

        assertThat(read.get(1)).isSameAs(read.get(0));
    }

    @Test
    void keepsTheBodiesOfWorkersApart() throws IOException, RecordingException {
        List<Event> events = new ArrayList<>(List.of(EVENTS.start()));
        for (int i = 0; i < 20; i++) {
            AnyEvents worker = new AnyEvents(i % 2 == 0 ? "W1" : "W2");
            events.add(worker.scrape(i, bytes(page(50) + worker.text() + " " + i / 3 + "\n")));
        }
        try (RecordingWriter writer = RecordingWriter.create(directory)) {
            events.forEach(writer::record);
        }

        Recording recording = RecordingReader.read(directory);

        assertThat(recording.events())
                .usingRecursiveComparison()
                .withEqualsForType(Arrays::equals, byte[].class)
                .isEqualTo(events);
    }

    @Test
    void findsChangesOfLargeBodiesInLittleTime() throws IOException, RecordingException {
        List<String> lines =
                new ArrayList<>(page(50_000).lines().map(line -> line + "\n").toList());
        byte[] before = bytes(String.join("", lines));
        Collections.shuffle(lines, new Random(1));
        byte[] after = bytes(String.join("", lines) + "same\n".repeat(50_000));

        List<byte[]> read = assertTimeout(Duration.ofSeconds(20), () -> writtenAndRead(List.of(before, after, before)));

        assertThat(read.get(1)).isEqualTo(after);
    }

    private static String page(int lines) {
        return IntStream.range(0, lines)
                .mapToObj(i -> "states{function=\"f" + i + "\"} " + i + "\n")
                .collect(Collectors.joining());
    }

    private static void change(List<String> lines, Random random) {
        for (int i = random.nextInt(4); i > 0 && !lines.isEmpty(); i--) {
            int at = random.nextInt(lines.size());
            switch (random.nextInt(5)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, "new{é=\"🚀\"} " + random.nextInt() + "\n");
                case 2 -> lines.set(at, lines.get(at).replace("\n", random.nextInt(10) + "\n"));
                case 3 -> lines.add(lines.get(at));
                default -> lines.set(lines.size() - 1, "no line feed");
            }
        }
    }

    private static byte[] noise(Random random) {
        byte[] noise = new byte[random.nextInt(200)];
        random.nextBytes(noise);
        return noise;
    }

    private void write(List<byte[]> bodies) throws IOException {
        try (RecordingWriter writer = RecordingWriter.create(directory)) {
            writer.record(EVENTS.start());
            for (int i = 0; i < bodies.size(); i++) {
                writer.record(EVENTS.scrape(i, bodies.get(i)));
            }
        }
    }

    private List<byte[]> writtenAndRead(List<byte[]> bodies) throws IOException, RecordingException {
        write(bodies);
        return RecordingReader.read(directory)
                .all(ScrapeTaken.class)
                .map(scrape -> ((Answered) scrape.answer()).body())
                .toList();
    }

    private List<String> lines() throws IOException {
        return Arrays.asList(Files.readString(directory.resolve("events.jsonl")).split("\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
