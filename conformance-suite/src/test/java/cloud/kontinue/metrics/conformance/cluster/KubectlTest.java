package cloud.kontinue.metrics.conformance.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.conformance.cluster.embedded.EmbeddedCluster;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded cluster as {@code kubectl} sees it. */
class KubectlTest {

    private static final String EXECUTION = """
            apiVersion: kontinue.cloud/v1alpha1
            kind: Execution
            metadata:
              name: order
              labels: {kontinue.cloud/worker-group: orders}
            spec:
              function: process-order
              arguments: {seconds: %s}
            """;

    private EmbeddedCluster cluster;
    private Tool tool;

    @BeforeEach
    void start(@TempDir Path temporary) throws Exception {
        cluster = EmbeddedCluster.start();
        tool = new Tool(temporary, cluster.access("somebody").kubeconfig());
        tool.assume("kubectl", "kubectl", "version", "--client");
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    private Tool.Output kubectl(String arguments) throws Exception {
        return kubectl(arguments, "");
    }

    private Tool.Output kubectl(String arguments, String input) throws Exception {
        return tool.run(Duration.ofSeconds(60), input, ("kubectl " + arguments).split(" ", -1));
    }

    private void made() throws Exception {
        assertThat(kubectl("create -f -", EXECUTION.formatted("1.4")).text()).contains("order created");
    }

    @Test
    void printsTheColumnsOfTheDefinition() throws Exception {
        made();
        kubectl(
                "patch execution order --subresource=status --type=merge -p {\"status\":{\"phase\":\"Executing\",\"worker\":\"w-1\"}}");

        Tool.Output output = kubectl("get executions -A");

        assertThat(output.text())
                .containsPattern("NAMESPACE +NAME +FUNCTION +PHASE +WORKER +AGE")
                .containsPattern("default +order +process-order +Executing +w-1 +\\d+s");
    }

    @Test
    void printsAnExecutionAsYaml() throws Exception {
        made();

        Tool.Output output = kubectl("get execution order -o yaml");

        assertThat(output.text()).contains("function: process-order", "seconds: 1.4", "resourceVersion:");
    }

    @Test
    void watches() throws Exception {
        made();

        Tool.Output output = kubectl("get executions -A --watch --request-timeout=2s");

        assertThat(output.text()).containsPattern("default +order +process-order");
    }

    @Test
    void appliesChangesOnlyOnce() throws Exception {
        assertThat(kubectl("apply -f -", EXECUTION.formatted("1.4")).text()).contains("created");
        assertThat(kubectl("apply -f -", EXECUTION.formatted("2.4")).text()).contains("configured");

        Tool.Output output = kubectl("apply -f -", EXECUTION.formatted("2.4"));

        assertThat(output.text()).contains("unchanged");
    }

    @Test
    void appliesOnTheServerSide() throws Exception {
        Tool.Output output = kubectl("apply --server-side -f -", EXECUTION.formatted("1.4"));

        assertThat(output.text()).contains("order serverside-applied");
    }

    @Test
    void saysWhichFieldIsUnknown() throws Exception {
        Tool.Output output = kubectl("create -f -", EXECUTION.formatted("1.4") + "statsu: {}\n");

        assertThat(output.status()).isNotZero();
        assertThat(output.text()).contains("unknown field \"statsu\"");
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        Tool.Output output = kubectl("create -f -", EXECUTION.formatted("1.4").replace("function:", "functions:"));

        assertThat(output.status()).isNotZero();
        assertThat(output.text()).contains("spec.function: Required value");
    }

    @Test
    void explainsExecutions() throws Exception {
        Tool.Output output = kubectl("explain executions.status.phase");

        assertThat(output.text()).contains("KIND:       Execution", "Suspended", "none is the same as Pending");
    }

    @Test
    void listsTheResources() throws Exception {
        Tool.Output output = kubectl("api-resources");

        assertThat(output.text())
                .containsPattern("executions +kontinue.cloud/v1alpha1 +true +Execution")
                .containsPattern("pods +po +v1 +true +Pod");
    }

    @Test
    void deletesAndWaits() throws Exception {
        made();

        Tool.Output output = kubectl("delete execution order --timeout=20s");

        assertThat(output.text()).contains("\"order\" deleted");
        assertThat(kubectl("get execution order").text()).contains("NotFound");
    }

    @Test
    void sendsBuiltInTypesInProtobuf() throws Exception {
        assertThat(kubectl("create namespace team").text()).contains("namespace/team created");
        kubectl("create configmap settings -n team --from-literal=a=b");

        Tool.Output output = kubectl("get configmap settings -n team -o jsonpath={.data.a}");

        assertThat(output.text()).isEqualTo("b");
    }

    @Test
    void asksWhatItMay() throws Exception {
        cluster.listingRights().orElseThrow().deny("somebody");

        assertThat(kubectl("auth can-i list executions").text()).startsWith("no");
        assertThat(kubectl("auth can-i watch executions").text()).startsWith("yes");
        assertThat(kubectl("get executions").text())
                .contains("User \"somebody\" cannot list resource \"executions\" in API group \"kontinue.cloud\"");
    }
}
