package cloud.kontinue.metrics.conformance.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class DocumentedJobTest {

    private static final String KUBECONFIG_LINE = "kubeconfig_file: \"/k\"";

    private final DocumentedJob job = DocumentedJob.ofThePage();

    @Test
    void takesTheJobFromThePage() {
        assertThat(job.lines())
                .containsExactly(
                        "- job_name: 'kontinue-workers'",
                        "kubernetes_sd_configs:",
                        "- role: pod",
                        "relabel_configs:",
                        "- source_labels: [__meta_kubernetes_pod_label_app]",
                        "regex: kontinue-worker",
                        "action: keep",
                        "- source_labels: [__meta_kubernetes_pod_container_port_number]",
                        "regex: \"8080\"",
                        "action: keep");
        assertThat(job.name()).isEqualTo("kontinue-workers");
    }

    @Test
    void writesEveryLineOfThePageInItsOrderAndAddsOnlyTheKubeconfig() {
        List<String> lines = job.yaml("/k").lines().map(String::strip).toList();

        assertThat(lines).contains(KUBECONFIG_LINE);
        assertThat(lines.stream().filter(line -> !line.equals(KUBECONFIG_LINE))).isEqualTo(job.lines());
    }

    @Test
    void rebuildsTheStructureThatThePageShows() {
        JsonNode read = YAMLMapper.builder().build().readTree("scrape_configs:\n" + job.yaml("/a \"b\"/k"));

        assertThat(read.toString()).isEqualTo("""
                        {"scrape_configs":[{"job_name":"kontinue-workers",\
                        "kubernetes_sd_configs":[{"role":"pod","kubeconfig_file":"/a \\"b\\"/k"}],\
                        "relabel_configs":[\
                        {"source_labels":["__meta_kubernetes_pod_label_app"],\
                        "regex":"kontinue-worker","action":"keep"},\
                        {"source_labels":["__meta_kubernetes_pod_container_port_number"],\
                        "regex":"8080","action":"keep"}]}]}""");
    }
}
