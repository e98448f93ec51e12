package cloud.kontinue.metrics.conformance.cli;

import cloud.kontinue.metrics.conformance.run.SuiteVersion;
import picocli.CommandLine.IVersionProvider;

/** The version of this suite. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {Cli.NAME + " " + SuiteVersion.get()};
    }
}
