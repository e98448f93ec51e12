package cloud.kontinue.metrics.conformance.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordingRoundTripTest {

    private final Path directory;

    RecordingRoundTripTest(@TempDir Path directory) {
        this.directory = directory;
    }

    static List<AnyEvents> hostileEvents() {
        return AnyEvents.HOSTILE.stream().map(AnyEvents::new).toList();
    }

    @ParameterizedTest
    @MethodSource("hostileEvents")
    void givesBackEveryEventAsItWas(AnyEvents events) throws IOException, RecordingException {
        write(events.all());

        Recording recording = RecordingReader.read(directory);

        assertThat(recording.events())
                .usingRecursiveComparison()
                .withEqualsForType(Arrays::equals, byte[].class)
                .isEqualTo(events.all());
    }

    @ParameterizedTest
    @MethodSource("hostileEvents")
    void writesTheEventOfEachIndexToTheLineThatEvidenceNames(AnyEvents events) throws IOException {
        write(events.all());

        List<String> lines = Files.readString(directory.resolve("events.jsonl"), StandardCharsets.US_ASCII)
                .lines()
                .toList();

        assertThat(lines).hasSize(events.all().size()).allMatch(line -> line.matches("\\{\"event\":\"[a-z-]+\",.*}"));
    }

    @Test
    void knowsEveryKindOfEvent() {
        assertThat(new AnyEvents("")
                        .all().stream().<Class<?>>map(Event::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Event.class.getPermittedSubclasses());
    }

    @Test
    void writesTheSameBytesForTheSameEvents() throws IOException, RecordingException {
        write(new AnyEvents("f").all());
        byte[] first = Files.readAllBytes(directory.resolve("events.jsonl"));
        Recording recording = RecordingReader.read(directory);

        write(recording.events());

        assertThat(directory.resolve("events.jsonl")).hasBinaryContent(first);
    }

    @Test
    void readsEveryConstantOfEveryKind() throws IOException, RecordingException {
        List<Event> events = new ArrayList<>(List.of(new AnyEvents("f").start()));
        Span span = Span.at(1);
        Stream.of(ScrapeTaken.Purpose.values())
                .flatMap(purpose -> Stream.of(ScrapeTaken.Failure.values())
                        .map(failure ->
                                new ScrapeTaken(span, "W1", purpose, "", "", new ScrapeTaken.Unanswered(failure, ""))))
                .forEach(events::add);
        Stream.of(PortProbed.Outcome.values())
                .forEach(outcome -> events.add(new PortProbed(span, "Z", "", outcome, "")));
        Stream.of(PrometheusAnswered.Topic.values())
                .forEach(topic -> events.add(new PrometheusAnswered(span, topic, "", "", "", "")));
        Stream.of(PrerequisiteMissing.Prerequisite.values())
                .forEach(missing -> events.add(new PrerequisiteMissing(1, missing, "", "")));
        write(events);

        Recording recording = RecordingReader.read(directory);

        assertThat(recording.events()).isEqualTo(events);
    }

    private void write(List<Event> events) throws IOException {
        try (RecordingWriter writer = RecordingWriter.create(directory)) {
            events.forEach(writer::record);
        }
    }
}
