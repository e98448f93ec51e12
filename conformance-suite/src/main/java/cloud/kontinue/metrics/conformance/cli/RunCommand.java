package cloud.kontinue.metrics.conformance.cli;

import cloud.kontinue.metrics.conformance.prometheus.ContainerPrometheus;
import cloud.kontinue.metrics.conformance.prometheus.PrometheusChoice;
import cloud.kontinue.metrics.conformance.prometheus.PrometheusFinder;
import cloud.kontinue.metrics.conformance.prometheus.PrometheusStartException;
import cloud.kontinue.metrics.conformance.requirement.Requirement;
import cloud.kontinue.metrics.conformance.run.Play;
import cloud.kontinue.metrics.conformance.run.StagedPlay;
import cloud.kontinue.metrics.conformance.stage.Interrupt;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Judges a worker. */
@Command(
        name = "run",
        description =
                "Starts workers, gives them work, watches, and judges what was seen; without options the reference"
                        + " worker, on an in-memory cluster.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    @Option(
            names = "--cluster",
            paramLabel = "embedded|k3s|kubeconfig[=FILE]",
            description = "Where Executions live; default: embedded, in memory. k3s is not available yet.")
    private String cluster = "embedded";

    @Mixin
    private WorkerOptions workerOptions = new WorkerOptions();

    @Option(
            names = "--prometheus",
            paramLabel = "auto|container|binary[=PATH]|URL|none",
            description = "What scrapes beside the suite; default: auto, the best that is found.")
    private String prometheus = "auto";

    @Mixin
    private Selection selection = new Selection();

    @Option(names = "--output", paramLabel = "DIR", description = "Where the report goes; default: conformance-report.")
    private Path output = Path.of("conformance-report");

    @Mixin
    private Verbosity verbosity = new Verbosity();

    @Option(names = "--require-complete", description = "Exit with 3 where something was not verified.")
    private boolean requireComplete;

    private final Terminal terminal;

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Predicate<Requirement> asked = selection.filter();
        Told told = verbosity.told(terminal);
        ClusterChoice place = ClusterChoice.parse(cluster);
        WorkerOptions.Worker worker = workerOptions.worker(place);
        Interrupt interrupt = new Interrupt();
        Play play =
                new StagedPlay(place, worker.subject(), worker.profile(), findPrometheus(), told.progress(), interrupt);
        return new RunSession(terminal, OutputFolder.prepare(output), asked, requireComplete)
                .run(play, interrupt, told.ending());
    }

    private PrometheusChoice findPrometheus() {
        try {
            String path = System.getenv().getOrDefault("PATH", "");
            return new PrometheusFinder(path, ContainerPrometheus.unavailable()).find(prometheus);
        } catch (PrometheusStartException e) {
            throw UserError.of(e);
        }
    }
}
