package cloud.kontinue.metrics.conformance.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What Linux tells of processes under {@code /proc}; on other systems it tells nothing. */
final class ProcFs {

    static final Path ROOT = Path.of("/proc");

    private ProcFs() {}

    static boolean exists() {
        return Files.isReadable(ROOT.resolve("self/environ"));
    }

    /** Returns the processes that were started with this text in their environment and still run. */
    static List<Long> withEnvironment(String text) {
        List<Long> found = new ArrayList<>();
        if (!exists()) {
            return found;
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(ROOT, "[0-9]*")) {
            for (Path process : processes) {
                if (environment(process).contains(text)) {
                    found.add(Long.valueOf(process.getFileName().toString()));
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            return found;
        }
        return found;
    }

    /** Returns whether it has ended and only waits for its parent to notice. */
    static boolean isZombie(long pid) {
        try {
            String stat =
                    Files.readString(ROOT.resolve(Long.toString(pid)).resolve("stat"), StandardCharsets.ISO_8859_1);
            int afterName = stat.lastIndexOf(')') + 2;
            return afterName < stat.length() && "ZX".indexOf(stat.charAt(afterName)) >= 0;
        } catch (IOException gone) {
            return false;
        }
    }

    private static String environment(Path process) {
        try {
            return Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
        } catch (IOException goneOrNotOurs) {
            return "";
        }
    }
}
