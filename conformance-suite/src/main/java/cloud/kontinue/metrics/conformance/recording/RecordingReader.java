package cloud.kontinue.metrics.conformance.recording;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what {@link RecordingWriter} wrote: the event with index i is line i + 1. */
public final class RecordingReader {

    /** The file in a recording's directory. */
    static final String FILE = "events.jsonl";

    /** Threads may tell of things in another order than they happened, but not by this much. */
    private static final long GREATEST_STEP_BACK = 60_000_000_000L;

    private final Path file;
    private final EventLines lines = new EventLines();
    private final List<Event> events = new ArrayList<>();
    private long latest = Long.MIN_VALUE;
    private boolean ended;

    private RecordingReader(Path file) {
        this.file = file;
    }

    /**
     * Reads the recording in a directory. A last line that was cut off is left out.
     *
     * @throws RecordingException if there is none, or a line is not as it must be
     */
    public static Recording read(Path directory) throws RecordingException {
        Path file = directory.resolve(FILE);
        if (!Files.isDirectory(directory)) {
            String found = Files.exists(directory) ? "a file" : "nothing";
            throw new RecordingException(directory, "expected the directory of a recording, found " + found);
        }
        if (!Files.isRegularFile(file)) {
            throw new RecordingException(directory, "expected a recording with a file " + FILE + ", found none");
        }
        RecordingReader reader = new RecordingReader(file);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            reader.readAll(in);
        } catch (IOException e) {
            throw new RecordingException(file, "expected a file that can be read, found " + e.getMessage());
        }
        if (reader.events.isEmpty()) {
            throw new RecordingException(file, 1, "expected the start of a run, found the end of the file");
        }
        return new Recording(reader.events);
    }

    private void readAll(InputStream in) throws IOException, RecordingException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                readLine(line.toByteArray());
                line.reset();
            } else {
                line.write(next);
            }
        }
        // A whole last line lacks nothing but its line feed.
        if (line.size() > 0 && lines.isObject(line.toByteArray())) {
            readLine(line.toByteArray());
        }
    }

    private void readLine(byte[] bytes) throws RecordingException {
        int number = events.size() + 1;
        try {
            Event event = lines.read(bytes);
            Optional<String> misplaced = misplaced(event);
            if (misplaced.isPresent()) {
                throw new RecordingException(file, number, misplaced.get());
            }
            events.add(event);
            latest = Math.max(latest, event.at());
            ended |= event instanceof RunEnded;
        } catch (FieldException e) {
            throw new RecordingException(file, number, e.problem());
        }
    }

    private Optional<String> misplaced(Event event) {
        if (events.isEmpty() != event instanceof RunStarted) {
            return Optional.of("expected the start of a run as first event and nowhere else, found "
                    + (events.isEmpty() ? "another event" : "a second start"));
        }
        if (ended && event instanceof RunEnded) {
            return Optional.of("expected one end of the run, found a second");
        }
        if (latest != Long.MIN_VALUE && latest - event.at() > GREATEST_STEP_BACK) {
            return Optional.of("expected events in the order of their times, found " + event.at() + " after " + latest);
        }
        return Optional.empty();
    }
}
