package cloud.kontinue.metrics.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole runs with each major version of Prometheus, where the environment names a folder with both. */
class RunWithPrometheusIT {

    @ParameterizedTest
    @ValueSource(strings = {"prometheus-2", "prometheus-3"})
    void everyRequirementIsVerifiedForTheReferenceWorker(String binary, @TempDir Path folder) throws Exception {
        String binaries = System.getenv().getOrDefault("PROMETHEUS_BINARIES", "");
        Path prometheus = Path.of(binaries, binary);
        assumeTrue(Files.isExecutable(prometheus), "PROMETHEUS_BINARIES names no folder with " + binary);

        Console run = Console.run("run", "--prometheus", "binary=" + prometheus, "--output", folder.toString());

        JsonNode report = JsonMapper.shared().readTree(folder.resolve("report.json"));
        assertThat(report.path("requirements"))
                .as(run.out())
                .hasSizeGreaterThan(60)
                .allSatisfy(
                        requirement -> assertThat(requirement.path("verdict").asString())
                                .as(requirement.toPrettyString())
                                .isEqualTo("conforms"));
        assertThat(run.status()).isZero();
    }
}
