package cloud.kontinue.metrics.conformance.recording;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Writes a recording while the run goes on; what was recorded is in the file when {@link #record} returns, so a run
 * that is killed leaves all but perhaps a piece of its last line.
 *
 * <p>Holds no more than the last body of each worker.
 */
public final class RecordingWriter implements RecordingSink, AutoCloseable {

    private final Path file;
    private final OutputStream out;
    private final EventLines lines = new EventLines();
    private Optional<IOException> failure = Optional.empty();
    private boolean closed;

    private RecordingWriter(Path file, OutputStream out) {
        this.file = file;
        this.out = out;
    }

    /**
     * Begins a recording in a directory, which is made if it is missing; a recording that is there is replaced.
     *
     * @throws IOException if the directory cannot be written to
     */
    public static RecordingWriter create(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve(RecordingReader.FILE);
        return new RecordingWriter(file, Files.newOutputStream(file));
    }

    /**
     * Appends an event; the first must be the start of the run. After {@link #close} it does nothing, as threads may
     * still have something to tell.
     *
     * @throws UncheckedIOException if this event or one before could not be written
     */
    @Override
    public synchronized void record(Event event) {
        if (closed) {
            return;
        }
        if (failure.isPresent()) {
            throw new UncheckedIOException(failure.get());
        }
        try {
            out.write(lines.write(event));
        } catch (IOException e) {
            IOException named = new IOException("Cannot write the recording " + file + ": " + e.getMessage(), e);
            failure = Optional.of(named);
            throw new UncheckedIOException(named);
        }
    }

    /**
     * Ends the recording.
     *
     * @throws IOException if an event could not be written
     */
    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        out.close();
        if (failure.isPresent()) {
            throw failure.get();
        }
    }
}
