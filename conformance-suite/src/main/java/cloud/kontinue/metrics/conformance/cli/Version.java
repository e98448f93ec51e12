package cloud.kontinue.metrics.conformance.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of this suite. */
final class Version implements IVersionProvider {

    /** Returns the version in the jar's manifest; {@code development} for classes that are in no jar. */
    static String ofSuite() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    @Override
    public String[] getVersion() {
        return new String[] {Cli.NAME + " " + ofSuite()};
    }
}
