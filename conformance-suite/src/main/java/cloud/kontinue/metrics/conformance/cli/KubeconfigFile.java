package cloud.kontinue.metrics.conformance.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Pattern;

/** A kubeconfig where a user wants it, for as long as its cluster runs. */
final class KubeconfigFile implements AutoCloseable {

    private static final Pattern OURS = Pattern.compile("current-context: *\"?kontinue-conformance\"?\\s");

    private final Path file;
    private final Optional<String> written;

    private KubeconfigFile(Path file, Optional<String> written) {
        this.file = file;
        this.written = written;
    }

    /** Copies a kubeconfig to the place that a user named, unless something else is there; where none was named it stays. */
    static KubeconfigFile write(Path source, Optional<Path> wanted) {
        if (wanted.isEmpty()) {
            return new KubeconfigFile(source, Optional.empty());
        }
        Path file = wanted.get().toAbsolutePath();
        try {
            if (Files.exists(file) && !OURS.matcher(read(file)).find()) {
                throw new UserError(
                        "will not overwrite " + file
                                + ": expected no file, or a kubeconfig of an earlier embedded cluster; choose another --kubeconfig");
            }
            String content = read(source);
            Files.copy(source, file, StandardCopyOption.REPLACE_EXISTING);
            return new KubeconfigFile(file, Optional.of(content));
        } catch (IOException e) {
            throw new UserError("cannot write " + file + ": expected a file in an existing, writable folder", e);
        }
    }

    Path path() {
        return file;
    }

    /** Removes the copy, if it still is ours: another cluster may use the place by now. */
    @Override
    public void close() {
        try {
            if (written.isPresent() && Files.exists(file) && read(file).equals(written.get())) {
                Files.delete(file);
            }
        } catch (IOException e) {
            // What is left behind names a server that is no more.
            return;
        }
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
