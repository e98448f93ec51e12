package cloud.kontinue.metrics.exporter.cli;

import cloud.kontinue.metrics.exporter.ExporterParts;
import java.util.Map;

/** The reference worker as a process. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(new ExporterParts(), arguments));
    }

    /**
     * Runs a worker with those parts until the process is told to end.
     *
     * @return the exit status: 0 after the end or a help text, 1 where it could not start, 2 for wrong options
     */
    public static int run(ExporterParts parts, String... arguments) {
        settings();
        return WorkerCommand.line(parts, System.getenv()).execute(arguments);
    }

    /** Read once by the logger and the JDK's HTTP server when they are first used, and never before. */
    private static void settings() {
        Map.of(
                        "org.slf4j.simpleLogger.showDateTime", "true",
                        "org.slf4j.simpleLogger.dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                        "org.slf4j.simpleLogger.showShortLogName", "true",
                        // The client tells of every attempt with a stack trace, the worker of what matters in one line.
                        "org.slf4j.simpleLogger.log.io.fabric8", "warn",
                        "org.slf4j.simpleLogger.log.io.fabric8.kubernetes.client.informers.impl.cache.Reflector", "off",
                        // Executions have no other version.
                        "org.slf4j.simpleLogger.log.io.fabric8.kubernetes.client.dsl.internal.VersionUsageUtils", "off",
                        "sun.net.httpserver.nodelay", "true",
                        "sun.net.httpserver.maxReqTime", "10",
                        "sun.net.httpserver.maxRspTime", "60")
                .forEach((name, value) -> {
                    if (System.getProperty(name) == null) {
                        System.setProperty(name, value);
                    }
                });
    }
}
