package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.worker.WorkerProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes up Executions: unique names, and the worker's own names of the functions. */
final class Work {

    private final StagePlan plan;
    private final AtomicInteger count = new AtomicInteger();

    Work(StagePlan plan) {
        this.plan = plan;
    }

    /** Some Executions of one function of the contract; without seconds where it takes none. */
    record Task(int times, String function, OptionalDouble seconds) {

        static Task succeed(int times) {
            return new Task(times, "conformance-succeed", OptionalDouble.empty());
        }

        static Task fail(int times, double seconds) {
            return new Task(times, "conformance-fail", OptionalDouble.of(seconds));
        }

        static Task sleep(int times, double seconds) {
            return new Task(times, "conformance-sleep", OptionalDouble.of(seconds));
        }

        static Task suspend(int times, double seconds) {
            return new Task(times, "conformance-suspend", OptionalDouble.of(seconds));
        }
    }

    /** Returns the Executions of those functions that the worker has. */
    List<NewExecution> of(String group, Task... tasks) {
        WorkerProfile profile = plan.profile();
        List<NewExecution> executions = new ArrayList<>();
        for (Task task : tasks) {
            profile.function(task.function()).ifPresent(function -> {
                for (int i = 0; i < task.times(); i++) {
                    executions.add(
                            new NewExecution(plan.namespace(), name(task.function()), function, group, task.seconds()));
                }
            });
        }
        return executions;
    }

    /** Returns Executions that no worker is to run. */
    List<NewExecution> unserved(String namespace, String group, String function, int times) {
        List<NewExecution> executions = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            executions.add(new NewExecution(namespace, name(function), function, group, OptionalDouble.empty()));
        }
        return executions;
    }

    private String name(String function) {
        return function + "-" + plan.runId() + "-" + count.incrementAndGet();
    }
}
