package cloud.kontinue.metrics.conformance.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CommandTemplateTest {

    @Test
    void quotesAValueThatTheShellWouldTakeApart() {
        String command =
                new CommandTemplate("w --kubeconfig={kubeconfig} -g {group}").fill(Assignments.withDefaultAddress());

        assertThat(command).isEqualTo("w --kubeconfig='/nowhere/kube config' -g 'g'\\''1'");
    }

    @Test
    void leavesAPlainValueUnquoted() {
        String command = new CommandTemplate("w -n {namespace} -m {metricsBindAddress}")
                .fill(Assignments.withAddress("127.0.0.1:9090"));

        assertThat(command).isEqualTo("w -n ns-a -m 127.0.0.1:9090");
    }

    @Test
    void keepsTheBracketsOfAnAddressFromTheShell() {
        String command = new CommandTemplate("w {metricsBindAddress}").fill(Assignments.withAddress("[::1]:9090"));

        assertThat(command).isEqualTo("w '[::1]:9090'");
    }

    @Test
    void putsTheDocumentedDefaultWhereTheAddressIsLeftUnset() {
        String command = new CommandTemplate("w {metricsBindAddress}").fill(Assignments.withDefaultAddress());

        assertThat(command).isEqualTo("w :8080");
    }

    @Test
    void leavesOtherBracesAlone() {
        String command =
                new CommandTemplate("awk '{print $1}' {Namespace} ${HOME}").fill(Assignments.withDefaultAddress());

        assertThat(command).isEqualTo("awk '{print $1}' {Namespace} ${HOME}");
    }

    @Test
    void refusesABlankCommand() {
        assertThatThrownBy(() -> new CommandTemplate("  "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid worker command '  ': must not be blank");
    }
}
