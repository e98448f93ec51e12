package cloud.kontinue.metrics.conformance.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The reference worker, each one a process of its own. */
public final class ReferenceSubject implements Subject {

    /** They start quickly and stay small, as up to four of them run beside the suite. */
    private static final List<String> JVM_OPTIONS =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

    private final Path jar;

    ReferenceSubject(Path jar) {
        this.jar = jar;
    }

    /**
     * Finds the reference worker: the jar that the system property {@code kontinue.reference.jar} names, else
     * {@code reference-exporter.jar} beside the suite's jar or in the repository that the suite was built in.
     *
     * @throws WorkerStartException if there is none
     */
    public static ReferenceSubject find() throws WorkerStartException {
        return new ReferenceSubject(ReferenceJar.find(
                Optional.ofNullable(System.getProperty(ReferenceJar.PROPERTY)), ReferenceJar.suite()));
    }

    @Override
    public String name() {
        return "reference worker";
    }

    @Override
    public String kind() {
        return "reference";
    }

    @Override
    public String digest() {
        try {
            return Digest.of(List.of(jar));
        } catch (IOException unreadable) {
            return "";
        }
    }

    @Override
    public boolean restartable() {
        return true;
    }

    @Override
    public RunningWorker start(Assignment assignment) throws WorkerStartException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return LocalProcess.start(
                Stream.of(
                                List.of(java),
                                JVM_OPTIONS,
                                List.of("-jar", jar.toAbsolutePath().toString()))
                        .flatMap(List::stream)
                        .toList(),
                assignment);
    }
}
