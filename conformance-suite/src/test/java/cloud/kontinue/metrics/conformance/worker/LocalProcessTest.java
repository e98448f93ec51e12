package cloud.kontinue.metrics.conformance.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cloud.kontinue.metrics.conformance.worker.RunningWorker.Exit;
import cloud.kontinue.metrics.conformance.worker.RunningWorker.Listener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@EnabledOnOs({OS.LINUX, OS.MAC})
class LocalProcessTest {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Path folder;

    private Optional<RunningWorker> started = Optional.empty();

    LocalProcessTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void end() {
        started.ifPresent(RunningWorker::close);
    }

    @Test
    void givesTheCommandItsAssignmentInTheEnvironment() throws Exception {
        RunningWorker worker = start(
                "echo \"$KUBECONFIG|$KONTINUE_NAMESPACE|$KONTINUE_GROUP|$KONTINUE_METRICS_BIND_ADDRESS|$KONTINUE_WORKER\"",
                Assignments.withAddress(":9"));

        Exit exit = awaitExit(worker);

        assertThat(exit.status()).hasValue(0);
        assertThat(worker.output()).isEqualTo("/nowhere/kube config|ns-a|g'1|:9|worker-1");
    }

    @Test
    void leavesAnUnsetAddressOutOfTheEnvironment() throws Exception {
        RunningWorker worker =
                start("echo \"${KONTINUE_METRICS_BIND_ADDRESS-unset}\"", Assignments.withDefaultAddress());

        awaitExit(worker);

        assertThat(worker.output()).isEqualTo("unset");
    }

    @Test
    void givesTheCommandNothingToRead() throws Exception {
        RunningWorker worker = start("cat; echo end");

        awaitExit(worker);

        assertThat(worker.output()).isEqualTo("end");
    }

    @Test
    void tellsTheStatusAndTheLastWordsOfACommandThatEnds() throws Exception {
        RunningWorker worker = start("echo out; echo err >&2; exit 7");

        Exit exit = awaitExit(worker);

        assertThat(exit.status()).hasValue(7);
        assertThat(worker.output().lines()).containsExactly("out", "err");
    }

    @Test
    void namesAProgramThatIsNotThere() {
        assertThatThrownBy(() -> start("kontinue-no-such-worker --flag"))
                .isInstanceOf(WorkerStartException.class)
                .hasMessage(
                        "worker command 'kontinue-no-such-worker' not found: expected a program on PATH or the path of"
                                + " an executable file; correct --worker-command");
    }

    @Test
    void leavesItToTheShellToMissAProgramThatOnlyTheShellCanFind() throws Exception {
        RunningWorker worker = start("\"kontinue-no-such-worker\"");

        Exit exit = awaitExit(worker);

        assertThat(exit.status()).hasValue(127);
        assertThat(worker.output()).contains("kontinue-no-such-worker").contains("not found");
    }

    @Test
    void knowsTheWordsOfTheShell() {
        assertThat(CommandSubject.problem("exec sleep 1")).isEmpty();
    }

    @Test
    void readsOnWhenNobodyAsksForTheOutput() throws Exception {
        RunningWorker worker = start("i=0; while [ $i -lt 20000 ]; do echo line $i; i=$((i+1)); done");

        Exit exit = awaitExit(worker);

        assertThat(exit.status()).hasValue(0);
        assertThat(worker.output().lines().toList()).hasSize(40).endsWith("line 19999");
    }

    @Test
    void stopsAtOnceWhereTheCommandHeedsTheRequestToEnd() throws Exception {
        RunningWorker worker = start("trap 'echo bye; exit 3' TERM; echo ready; while :; do sleep 0.05; done");
        awaitOutput(worker, "ready");

        Exit exit = worker.stop(GRACE);

        assertThat(exit.status()).hasValue(3);
        assertThat(worker.output()).contains("bye");
    }

    @Test
    void killsACommandThatIgnoresTheRequestToEnd() throws Exception {
        RunningWorker worker = start("trap '' TERM; echo ready; while :; do sleep 0.05; done");
        awaitOutput(worker, "ready");

        Exit exit = worker.stop(Duration.ofMillis(300));

        assertThat(exit.status()).hasValue(128 + 9);
        assertThat(worker.exit()).contains(exit);
    }

    @Test
    void endsTheChildrenOfTheCommand() throws Exception {
        RunningWorker worker = start("sleep 300 & echo $! > " + folder.resolve("child") + "; wait");
        long child = pidIn("child");

        worker.stop(GRACE);

        assertThat(isRunning(child)).isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void runsOnInAChildThatLeftItsParents() throws Exception {
        RunningWorker worker = start("echo $$ > " + folder.resolve("root") + "; " + orphan("sleep 300"));
        pidIn("child");
        long root = pidIn("root");

        await().until(() -> !isRunning(root));

        assertThat(worker.exit()).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void endsAChildThatLeftItsParents() throws Exception {
        RunningWorker worker = start(orphan("sleep 300"));
        long child = pidIn("child");

        worker.stop(GRACE);

        assertThat(isRunning(child)).isFalse();
        assertThat(worker.exit()).isPresent();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void killsAChildThatLeftItsParentsAndIgnoresTheRequestToEnd() throws Exception {
        RunningWorker worker = start(orphan("trap \"\" TERM; while :; do sleep 0.05; done"));
        long child = pidIn("child");

        worker.stop(Duration.ofMillis(300));

        assertThat(isRunning(child)).isFalse();
    }

    @Test
    void leavesNoZombies() throws Exception {
        RunningWorker worker = start("sleep 300 & sleep 300 & echo ready; wait");
        awaitOutput(worker, "ready");

        worker.close();

        assertThat(ProcessHandle.current().descendants().map(ProcessHandle::pid).filter(ProcFs::isZombie))
                .isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void listsTheListenersOfTheWholeTree() throws Exception {
        int port = freePort();
        RunningWorker worker = start(listener(port) + " & wait");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(worker.listeners().orElseThrow())
                        .extracting(Listener::port)
                        .containsExactly(port));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void listsNoListenerOfAWorkerThatHasNone() throws Exception {
        RunningWorker worker = start("sleep 300");

        assertThat(worker.listeners()).contains(List.of());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void listsNoListenerOfAWorkerThatHasEnded() throws Exception {
        RunningWorker worker = start("sleep 300");

        worker.close();

        assertThat(worker.listeners()).contains(List.of());
    }

    @Test
    void isScrapedOnTheLoopbackAddress() throws Exception {
        RunningWorker worker = start("sleep 300");

        assertThat(worker.kind()).isEqualTo("process");
        assertThat(worker.metrics(9090)).isEqualTo(URI.create("http://127.0.0.1:9090/metrics"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void isTriedOnAnotherAddressOfThisHost() throws Exception {
        URI other = start("sleep 300").metricsOnOtherAddress(9090).orElseThrow();

        assertThat(other.getHost()).isNotEqualTo("127.0.0.1");
        try (ServerSocket own = new ServerSocket(0, 1, InetAddress.getByName(other.getHost()))) {
            assertThat(own.isBound()).isTrue();
        }
    }

    /** A command that starts another in a session of its own, whose parent ends at once. */
    private String orphan(String command) {
        return "( setsid sh -c 'echo $$ > " + folder.resolve("child.new") + " && mv " + folder.resolve("child.new")
                + " " + folder.resolve("child") + "; " + command + "' > /dev/null 2>&1 & ) ; exit 0";
    }

    private static String listener(int port) throws URISyntaxException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path classes = Path.of(Listening.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return "'" + java + "' -XX:TieredStopAtLevel=1 -cp '" + classes + "' '" + Listening.class.getName() + "' "
                + port;
    }

    private RunningWorker start(String command) throws WorkerStartException {
        return start(command, Assignments.withDefaultAddress());
    }

    private RunningWorker start(String command, Assignment assignment) throws WorkerStartException {
        RunningWorker worker = new CommandSubject("test", command).start(assignment);
        started = Optional.of(worker);
        return worker;
    }

    private static Exit awaitExit(RunningWorker worker) {
        await().atMost(Duration.ofSeconds(30)).until(() -> worker.exit().isPresent());
        return worker.exit().orElse(new Exit(OptionalInt.empty()));
    }

    private static void awaitOutput(RunningWorker worker, String text) {
        await().atMost(Duration.ofSeconds(30)).until(() -> worker.output().contains(text));
    }

    private long pidIn(String file) throws IOException {
        Path path = folder.resolve(file);
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(path) && Files.size(path) > 0);
        return Long.parseLong(Files.readString(path).strip());
    }

    private static boolean isRunning(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent() && !ProcFs.isZombie(pid);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** A program that listens on a port until it is ended. */
    static final class Listening {

        private Listening() {}

        @SuppressWarnings("InfiniteLoopStatement")
        public static void main(String[] args) throws IOException {
            try (ServerSocket socket = new ServerSocket(Integer.parseInt(args[0]))) {
                while (true) {
                    socket.accept().close();
                }
            }
        }
    }
}
