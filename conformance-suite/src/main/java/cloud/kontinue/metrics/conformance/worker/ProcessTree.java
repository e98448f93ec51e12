package cloud.kontinue.metrics.conformance.worker;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A process and all that came of it, also what was orphaned on purpose: on Linux every process that inherited the mark
 * in its environment belongs to it, on other systems only descendants whose ancestors still run.
 */
final class ProcessTree {

    private static final long POLL_MILLIS = 20;
    private static final Duration KILL_BOUND = Duration.ofSeconds(5);

    private final Process root;
    private final String mark;
    private final Set<ProcessHandle> known = new LinkedHashSet<>();

    /**
     * Takes a process that was just started.
     *
     * @param mark a {@code NAME=value} of its environment that no other process was started with
     */
    ProcessTree(Process root, String mark) {
        this.root = root;
        this.mark = mark;
    }

    /** Returns the processes that still run. */
    synchronized Set<ProcessHandle> running() {
        known.add(root.toHandle());
        for (ProcessHandle process : Set.copyOf(known)) {
            process.descendants().forEach(known::add);
        }
        for (long pid : ProcFs.withEnvironment(mark)) {
            ProcessHandle.of(pid).ifPresent(known::add);
        }
        known.removeIf(Predicate.not(ProcessTree::runs));
        return Set.copyOf(known);
    }

    boolean isRunning() {
        return !running().isEmpty();
    }

    /** Asks every process to end and waits; then kills what is left. Returns whether all have ended. */
    boolean end(Duration grace) {
        running().forEach(ProcessHandle::destroy);
        return awaitEnd(grace, false) || kill();
    }

    /** Kills every process, also those that are started meanwhile. Returns whether all have ended. */
    boolean kill() {
        boolean interrupted = Thread.interrupted();
        try {
            return awaitEnd(KILL_BOUND, true);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean awaitEnd(Duration bound, boolean killing) {
        long begin = System.nanoTime();
        for (Set<ProcessHandle> left = running(); !left.isEmpty(); left = running()) {
            if (killing) {
                left.forEach(ProcessHandle::destroyForcibly);
            }
            while (left.stream().anyMatch(ProcessTree::runs)) {
                if (System.nanoTime() - begin > bound.toNanos() || !pause()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Returns whether the wait was not interrupted; an interrupted caller wants no more grace. */
    private boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && !ProcFs.isZombie(process.pid());
    }
}
