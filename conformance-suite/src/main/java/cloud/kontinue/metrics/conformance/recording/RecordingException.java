package cloud.kontinue.metrics.conformance.recording;

import java.nio.file.Path;

/** A recording cannot be read; the message is one line that names the place, what was expected and what was found. */
public final class RecordingException extends Exception {

    private static final long serialVersionUID = 1;

    RecordingException(Path place, String problem) {
        super(place + ": " + problem);
    }

    RecordingException(Path file, int line, String problem) {
        super(file + ", line " + line + ": " + problem);
    }
}
