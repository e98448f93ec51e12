package cloud.kontinue.metrics.conformance.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Reads all that a process writes, so that it never blocks on a full pipe, and keeps the last lines. */
final class OutputTail {

    private static final int MAX_LINES = 40;
    private static final int MAX_LINE_LENGTH = 8_000;

    private final Thread reader;
    private final Deque<String> lines = new ArrayDeque<>();
    private final StringBuilder line = new StringBuilder();

    private boolean tooLong;
    private boolean afterCarriageReturn;

    /** Begins to read until the stream ends; a stream that fails counts as ended. */
    OutputTail(InputStream output, String name) {
        reader = new Thread(() -> drain(output), "output of " + name);
        reader.setDaemon(true);
        reader.start();
    }

    /** Returns the last lines, at most 40 of at most 8,000 characters each, with nothing that moves a cursor. */
    synchronized String text() {
        if (line.isEmpty()) {
            return String.join("\n", lines);
        }
        String begun = Printable.of(line.toString());
        if (lines.isEmpty()) {
            return begun;
        }
        return String.join(
                        "\n",
                        lines.stream().skip(lines.size() == MAX_LINES ? 1 : 0).toList()) + "\n" + begun;
    }

    /** Waits until everything was read, no longer than the bound. */
    void awaitEnd(Duration bound) {
        try {
            reader.join(Math.max(1, bound.toMillis()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void drain(InputStream output) {
        char[] buffer = new char[8192];
        try (Reader characters = new InputStreamReader(output, StandardCharsets.UTF_8)) {
            for (int read = characters.read(buffer); read >= 0; read = characters.read(buffer)) {
                accept(buffer, read);
            }
        } catch (IOException closed) {
            // The process is gone; what it wrote before is kept.
        }
    }

    private synchronized void accept(char[] characters, int length) {
        for (int i = 0; i < length; i++) {
            accept(characters[i]);
        }
    }

    private void accept(char character) {
        boolean secondHalfOfLineEnd = afterCarriageReturn && character == '\n';
        afterCarriageReturn = character == '\r';
        if (secondHalfOfLineEnd) {
            return;
        }
        if (character == '\n' || character == '\r') {
            endLine();
        } else if (line.length() < MAX_LINE_LENGTH) {
            line.append(character);
        } else {
            tooLong = true;
        }
    }

    private void endLine() {
        if (lines.size() == MAX_LINES) {
            lines.removeFirst();
        }
        lines.addLast(Printable.of(line.toString()) + (tooLong ? "…" : ""));
        line.setLength(0);
        tooLong = false;
    }
}
