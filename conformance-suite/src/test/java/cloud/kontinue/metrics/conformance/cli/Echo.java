package cloud.kontinue.metrics.conformance.cli;

import java.nio.file.Path;

/** A program of one class that a test's jar can hold: it prints which jar it is in and what it was given. */
final class Echo {

    private Echo() {}

    public static void main(String[] args) throws Exception {
        Path jar = Path.of(
                Echo.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        System.out.println(jar.getName(jar.getNameCount() - 2) + " " + String.join(" ", args));
    }
}
