package cloud.kontinue.metrics.conformance.run;

import java.util.Optional;

/** The version of this suite. */
public final class SuiteVersion {

    private SuiteVersion() {}

    /** Returns the version in the jar's manifest; {@code development} for classes that are in no jar. */
    public static String get() {
        return Optional.ofNullable(SuiteVersion.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
