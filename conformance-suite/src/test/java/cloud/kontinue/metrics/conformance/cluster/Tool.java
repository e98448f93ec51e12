package cloud.kontinue.metrics.conformance.cluster;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of somebody else's, run with one kubeconfig in one folder. */
record Tool(Path folder, Path kubeconfig) {

    /** What a program said, and how it ended. */
    record Output(int status, String text) {}

    /** Skips the test unless a program is on the path and answers. */
    void assume(String name, String... question) throws Exception {
        boolean there;
        try {
            there = run(Duration.ofSeconds(30), "", question).status() == 0;
        } catch (IOException e) {
            there = false;
        }
        assumeTrue(there, name + " is not on this machine: " + String.join(" ", question) + " does not work");
    }

    Output run(Duration limit, String input, String... command) throws Exception {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path in = Files.writeString(Files.createTempFile(folder, "in", ".txt"), input);
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile());
        builder.environment().put("KUBECONFIG", kubeconfig.toString());
        Process process = builder.start();
        try {
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                return fail("%s did not end within %s; it said: %s", List.of(command), limit, Files.readString(out));
            }
            return new Output(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }
}
