package cloud.kontinue.metrics.conformance.simulation;

import java.util.Optional;
import java.util.Random;

/**
 * How a simulated worker does what the page leaves to it, and where it goes wrong; a conforming one by default.
 *
 * <p>A broken worker overrides the one method that is its defect.
 */
class Behaviour {

    private final Random random;

    Behaviour(Random random) {
        this.random = random;
    }

    /** How long before (negative) or after the write of a status the instruments follow, in seconds. */
    double handover() {
        return -0.3 + random.nextDouble() * 0.8;
    }

    /** From the start of the process to its first listing, in seconds. */
    double firstListing() {
        return 0.2 + random.nextDouble();
    }

    /** From the start of one listing to the start of the next, in seconds. */
    double period(int refresh) {
        return 30;
    }

    /** How long a listing takes, in seconds. */
    double listing() {
        return 0.02 + random.nextDouble() * 0.4;
    }

    /** The values of the states that an Execution counts under; empty: it is left out. */
    Optional<StateLabels> state(SimulatedExecution execution, SimulatedWorker worker) {
        String phase = execution.phase.isEmpty() ? "Pending" : execution.phase;
        return Optional.of(new StateLabels(
                execution.function, phase, execution.namespace, phase.equals("Pending") ? "" : execution.owner));
    }

    /** What becomes of the states that were shown before when a listing has been counted. */
    boolean keepsVanishedStates() {
        return false;
    }

    /** Whether refreshing goes on after a failed listing. */
    boolean survivesDeniedListing() {
        return true;
    }

    /** The latency that is observed, in seconds, where it really was so long since the claim and since the creation. */
    double observed(double sinceClaim, double sinceCreation) {
        return sinceClaim;
    }

    /** How often the latency of an Execution is observed. */
    int observations(boolean success) {
        return 1;
    }

    /** By how much a completion moves its counter. */
    int increments(boolean success) {
        return 1;
    }

    /** Whether the running gauge falls at the end. */
    boolean leavesRunning(boolean success) {
        return true;
    }

    /** Whether a Suspended Execution is still counted as running. */
    boolean suspendedRuns() {
        return false;
    }

    /** The last word on a page before it is sent. */
    String page(String page, long now) {
        return page;
    }
}
