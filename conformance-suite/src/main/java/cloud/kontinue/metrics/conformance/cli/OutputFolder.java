package cloud.kontinue.metrics.conformance.cli;

import cloud.kontinue.metrics.conformance.report.ReportFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder that a command writes into: a new one, an empty one, or that of an earlier run. */
final class OutputFolder {

    private OutputFolder() {}

    /** Makes the folder ready; what a user keeps there is never overwritten. */
    static Path prepare(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UserError(
                    "cannot write to " + folder + ": expected a folder, found a file; choose another --output");
        }
        try {
            Files.createDirectories(folder);
            Optional<Path> stranger = stranger(folder);
            if (stranger.isPresent()) {
                throw new UserError("cannot write to " + folder
                        + ": expected an empty folder or the output of an earlier run, found "
                        + stranger.get().getFileName() + "; choose another --output");
            }
            if (!Files.isWritable(folder)) {
                throw new UserError("cannot write to " + folder + ": not permitted; choose another --output");
            }
            return folder;
        } catch (IOException e) {
            throw new UserError(
                    "cannot write to " + folder + ": no folder can be used there (" + e.getMessage()
                            + "); choose another --output",
                    e);
        }
    }

    /** A folder with nothing of ours in it belongs to somebody else. */
    private static Optional<Path> stranger(Path folder) throws IOException {
        if (Files.exists(folder.resolve(ReportFolder.RECORDING)) || Files.exists(folder.resolve(ReportFolder.SCHEMA))) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst();
        }
    }
}
