package cloud.kontinue.metrics.conformance.cli;

import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** Assertions on what a command line did. */
final class ConsoleAssert extends AbstractAssert<ConsoleAssert, Console> {

    private ConsoleAssert(Console actual) {
        super(actual, ConsoleAssert.class);
    }

    static ConsoleAssert assertThat(Console console) {
        return new ConsoleAssert(console);
    }

    /** It ended with status 2 and one line on standard error that has these parts in it; nothing was written elsewhere. */
    ConsoleAssert refusedInOneLine(String... parts) {
        Assertions.assertThat(actual.err().lines()).hasSize(1);
        Assertions.assertThat(actual.err())
                .startsWith("kontinue-conformance: ")
                .contains(parts)
                .doesNotContain("Exception");
        Assertions.assertThat(actual.out()).isEmpty();
        Assertions.assertThat(actual.status()).isEqualTo(2);
        return this;
    }

    /** It ended with status 0 and wrote nothing on standard error. */
    ConsoleAssert succeeded() {
        Assertions.assertThat(actual.err()).isEmpty();
        Assertions.assertThat(actual.status()).isZero();
        return this;
    }
}
