package cloud.kontinue.metrics.conformance.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A worker that a shell command starts on this host. */
public final class CommandSubject implements Subject {

    private static final String SHELL = "sh";
    private static final int LOOK_UP_SECONDS = 10;

    private final String name;
    private final CommandTemplate template;

    /**
     * Takes a command for {@code sh -c}, in which {@code {kubeconfig} {namespace} {group} {metricsBindAddress}} stand
     * for the assignment, each as one word that needs no quotes; an address left unset reads {@code :8080} there.
     *
     * @throws IllegalArgumentException if the command is blank
     */
    public CommandSubject(String name, String command) {
        this.name = name;
        template = new CommandTemplate(command);
    }

    /** Returns why the command cannot run, as one line, if that can be told beforehand. */
    public static Optional<String> problem(String command) {
        return CommandWords.program(command)
                .filter(program -> !isKnownToShell(program))
                .map(
                        program -> "worker command '" + program
                                + "' not found: expected a program on PATH or the path of an executable file; correct --worker-command");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String kind() {
        return "command";
    }

    /** Returns the digest of the files that the command names, its program first; of the command where it names none. */
    @Override
    public String digest() {
        String pathList = Optional.ofNullable(System.getenv("PATH")).orElse("");
        List<Path> files = CommandWords.files(template.command(), pathList);
        try {
            return files.isEmpty() ? Digest.of(template.command()) : Digest.of(files);
        } catch (IOException unreadable) {
            return Digest.of(template.command());
        }
    }

    @Override
    public boolean restartable() {
        return true;
    }

    @Override
    public RunningWorker start(Assignment assignment) throws WorkerStartException {
        Optional<String> problem = problem(template.command());
        if (problem.isPresent()) {
            throw new WorkerStartException(problem.get());
        }
        return LocalProcess.start(List.of(SHELL, "-c", template.fill(assignment)), assignment);
    }

    /** The shell is asked, as only it knows its own words besides those on PATH; without an answer nothing is claimed. */
    private static boolean isKnownToShell(String program) {
        try {
            Process shell = new ProcessBuilder(SHELL, "-c", "command -v -- \"$1\"", SHELL, program)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            shell.getOutputStream().close();
            if (!shell.waitFor(LOOK_UP_SECONDS, TimeUnit.SECONDS)) {
                shell.destroyForcibly();
                return true;
            }
            return shell.exitValue() == 0;
        } catch (IOException noShell) {
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
