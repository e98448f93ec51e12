package cloud.kontinue.metrics.exporter.cli;

import cloud.kontinue.metrics.exporter.ExporterParts;
import cloud.kontinue.metrics.exporter.WorkerOptions;
import cloud.kontinue.metrics.exporter.execution.ClusterException;
import cloud.kontinue.metrics.exporter.kubernetes.ClusterConfig;
import cloud.kontinue.metrics.exporter.server.BindAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reads options and environment, starts what they ask for and waits for the end. */
@Command(
        name = "reference-exporter",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = "Runs a kontinue worker that exports the documented metrics.",
        footer = {
            "",
            "An option wins over its environment variable, given in brackets.",
            "Exit status: 0 ended, 1 could not start, 2 wrong options, 143 ended by SIGTERM."
        })
final class WorkerCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerCommand.class);

    private final ExporterParts parts;
    private final Environment environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--namespace",
            paramLabel = "NAME",
            description = "Where its Executions are; default: default. [KONTINUE_NAMESPACE]")
    private Optional<String> namespace = Optional.empty();

    @Option(
            names = "--group",
            paramLabel = "NAME",
            description = "The worker group whose Executions it runs; required. [KONTINUE_GROUP]")
    private Optional<String> group = Optional.empty();

    @Option(
            names = "--metrics-bind-address",
            paramLabel = "ADDRESS",
            description = "Where metrics are served, such as :9090, localhost:9090 or [::1]:9090; 0: nowhere;"
                    + " default: :8080. [KONTINUE_METRICS_BIND_ADDRESS]")
    private Optional<String> metricsBindAddress = Optional.empty();

    @Option(
            names = "--worker",
            paramLabel = "NAME",
            description = "Its name in the worker label; default: the pod's name, or a made-up one. [KONTINUE_WORKER]")
    private Optional<String> worker = Optional.empty();

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description =
                    "How to reach the cluster; default: the pod's service account, or ~/.kube/config. [KUBECONFIG]")
    private Optional<Path> kubeconfig = Optional.empty();

    @Option(names = "--demo", description = "Need no cluster: make one up and keep executions flowing.")
    private boolean demo;

    private WorkerCommand(ExporterParts parts, Environment environment) {
        this.parts = parts;
        this.environment = environment;
    }

    static CommandLine line(ExporterParts parts, Map<String, String> environment) {
        return new CommandLine(new WorkerCommand(parts, new Environment(environment)))
                .setParameterExceptionHandler(WorkerCommand::complain)
                .setExecutionExceptionHandler(WorkerCommand::fail);
    }

    @Override
    public Integer call() throws InterruptedException {
        try (var running = start()) {
            running.untilTold();
            return 0;
        } catch (IOException | ClusterException | IllegalArgumentException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 1;
        }
    }

    private RunningWorker start() throws IOException, ClusterException, InterruptedException {
        var options = options();
        if (demo) {
            return RunningWorker.demo(options, parts);
        }
        return RunningWorker.inCluster(options, ClusterConfig.find(kubeconfig, environment.variables()), parts);
    }

    private WorkerOptions options() {
        var chosenGroup = group.or(() -> environment.text("KONTINUE_GROUP"))
                .or(() -> demo ? Optional.of("demo") : Optional.empty())
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "Missing worker group: set --group or KONTINUE_GROUP, or try --demo"));
        return new WorkerOptions(
                namespace.or(() -> environment.text("KONTINUE_NAMESPACE")).orElse("default"),
                chosenGroup,
                worker.or(environment::workerName).orElseGet(environment::madeUpName),
                BindAddress.parse(metricsBindAddress
                        .or(() -> environment.text("KONTINUE_METRICS_BIND_ADDRESS"))
                        .orElse("")));
    }

    private static int fail(Exception e, CommandLine line, CommandLine.ParseResult options) {
        LOG.debug("An exception that nobody foresaw", e);
        line.getErr().println("The worker failed unexpectedly: " + e);
        return 1;
    }

    private static int complain(ParameterException e, String[] arguments) {
        e.getCommandLine().getErr().println(e.getMessage() + "; see --help");
        return e.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
    }
}
