package cloud.kontinue.metrics.conformance.cli;

import cloud.kontinue.metrics.conformance.worker.CommandSubject;
import cloud.kontinue.metrics.conformance.worker.ReferenceSubject;
import cloud.kontinue.metrics.conformance.worker.Subject;
import cloud.kontinue.metrics.conformance.worker.UrlSubject;
import cloud.kontinue.metrics.conformance.worker.WorkerProfile;
import cloud.kontinue.metrics.conformance.worker.WorkerProfileException;
import cloud.kontinue.metrics.conformance.worker.WorkerProfileFile;
import cloud.kontinue.metrics.conformance.worker.WorkerStartException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which worker is judged. */
final class WorkerOptions {

    @Option(
            names = "--worker",
            paramLabel = "reference",
            description = "The reference worker, each one a process of its own; the default.")
    private Optional<String> reference = Optional.empty();

    @Option(
            names = "--worker-command",
            paramLabel = "CMD",
            description =
                    "A shell command that starts a worker; {kubeconfig} {namespace} {group} {metricsBindAddress} are"
                            + " replaced, and the same is in its environment.")
    private Optional<String> command = Optional.empty();

    @Option(names = "--worker-image", paramLabel = "IMG", description = "An image; not available yet.")
    private Optional<String> image = Optional.empty();

    @Option(
            names = "--worker-url",
            paramLabel = "URL",
            description =
                    "The metrics of a worker that already runs; needs --cluster kubeconfig=FILE, and a profile with"
                            + " its namespace and group.")
    private Optional<String> url = Optional.empty();

    @Option(
            names = "--worker-profile",
            paramLabel = "FILE",
            description = "What the worker calls things, in YAML: name, functions, ownerField, readySeconds, namespace,"
                    + " group.")
    private Optional<Path> profile = Optional.empty();

    /** What is judged, and by which names. */
    record Worker(Subject subject, WorkerProfile profile) {}

    /** Returns the worker, as far as can be told before any of it runs. */
    Worker worker(ClusterChoice cluster) {
        if (Stream.of(reference, command, image, url)
                        .filter(Optional::isPresent)
                        .count()
                > 1) {
            throw new UserError("more than one worker: expected one of --worker, --worker-command, --worker-image and"
                    + " --worker-url");
        }
        if (image.isPresent()) {
            throw new UserError(
                    "--worker-image is not available yet: an image runs as a pod, which needs --cluster k3s, and"
                            + " container clusters come in a later version; use --worker-command");
        }
        reference.filter(name -> !name.equals("reference")).ifPresent(name -> {
            throw new UserError("invalid --worker '" + name
                    + "': expected 'reference'; your own is named by --worker-command or --worker-url");
        });
        try {
            Optional<WorkerProfileFile> file = profileFile();
            WorkerProfile names = file.map(WorkerProfileFile::profile).orElseGet(WorkerProfile::defaults);
            Optional<String> name = file.flatMap(WorkerProfileFile::name);
            if (url.isPresent()) {
                requireWhereabouts(cluster, names);
                return new Worker(UrlSubject.of(name.orElse(url.get()), url.get()), names);
            }
            if (command.isPresent()) {
                CommandSubject.problem(command.get()).ifPresent(problem -> {
                    throw new UserError(problem);
                });
                return new Worker(new CommandSubject(name.orElse(command.get()), command.get()), names);
            }
            return new Worker(ReferenceSubject.find(), names);
        } catch (WorkerProfileException | WorkerStartException | IllegalArgumentException e) {
            throw UserError.of(e);
        }
    }

    private Optional<WorkerProfileFile> profileFile() throws WorkerProfileException {
        return profile.isPresent() ? Optional.of(WorkerProfileFile.read(profile.get())) : Optional.empty();
    }

    /** A worker that already runs does so somewhere; the run must make its Executions there. */
    private static void requireWhereabouts(ClusterChoice cluster, WorkerProfile profile) {
        if (!(cluster instanceof ClusterChoice.Kubeconfig)) {
            throw new UserError(
                    "--worker-url needs --cluster kubeconfig=FILE, the cluster that the worker already uses;"
                            + " 'kontinue-conformance cluster --kubeconfig FILE' starts one");
        }
        if (profile.namespace().isEmpty() || profile.group().isEmpty()) {
            throw new UserError(
                    "--worker-url needs a --worker-profile with the worker's 'namespace' and 'group', found "
                            + (profile.namespace().isEmpty() ? "no namespace" : "no group"));
        }
    }
}
