package cloud.kontinue.metrics.conformance.worker;

import cloud.kontinue.metrics.conformance.worker.RunningWorker.Listener;
import java.util.Map;
import java.util.Optional;

/** A worker that is an object of this JVM. */
public final class ObjectSubject implements Subject {

    private final String name;
    private final WorkerObject factory;

    /** Takes the object that starts workers. */
    public ObjectSubject(String name, WorkerObject factory) {
        this.name = name;
        this.factory = factory;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String kind() {
        return "object";
    }

    /** Returns nothing, as objects have no bytes of their own to tell builds apart by. */
    @Override
    public String digest() {
        return "";
    }

    @Override
    public boolean restartable() {
        return true;
    }

    /** Starts it; one that throws has ended at once, its message being its output. */
    @Override
    public RunningWorker start(Assignment assignment) throws WorkerStartException {
        Optional<Map<Long, Listener>> before = ListeningSockets.ofThisJvm();
        try {
            AutoCloseable worker = Bounded.call(
                    () -> factory.start(assignment), ObjectWorker.START_BOUND, "start of " + assignment.worker());
            return ObjectWorker.running(worker, assignment.worker(), before);
        } catch (Bounded.LateException late) {
            throw new WorkerStartException(
                    "worker object '" + name + "' did not start: expected start() to return within "
                            + ObjectWorker.START_BOUND.toSeconds() + " s; run the worker on a thread of its own");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new WorkerStartException("interrupted while worker object '" + name + "' was starting");
        } catch (Exception failed) {
            return ObjectWorker.ended(failed);
        }
    }
}
