package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.cluster.Cluster;
import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing;
import cloud.kontinue.metrics.conformance.recording.PrerequisiteMissing.Prerequisite;
import cloud.kontinue.metrics.conformance.stage.Work.Task;
import cloud.kontinue.metrics.conformance.worker.WorkerStartException;
import java.util.List;
import java.util.Optional;

/** What all acts of a run share. */
record Backstage(
        StagePlan plan,
        Cluster cluster,
        Groups groups,
        RunClock clock,
        Recorder recorder,
        Facts facts,
        Company company,
        Work work,
        ExecutionWriter writer,
        Optional<Oracle> oracle,
        SetUp setUp) {

    WorkerFacts facts(String worker) {
        return facts.of(worker);
    }

    /** Creates Executions for a group that is served; a failure is in the recording. */
    void create(String group, Task... tasks) throws InterruptedException {
        List<NewExecution> executions = work.of(group, tasks);
        writer.create(executions)
                .ifPresent(problem ->
                        recorder.note("some Executions of group " + group + " could not be created: " + problem));
    }

    /** Starts a worker other than the first; where that fails, the run goes on without it. */
    Optional<StagedWorker> start(Role role) {
        try {
            return company.start(role);
        } catch (WorkerStartException | RuntimeException e) {
            recorder.note("worker " + role.worker() + " could not be started: " + Reason.of(e));
            return Optional.empty();
        }
    }

    void missing(Prerequisite prerequisite, String worker, String reason) {
        recorder.record(new PrerequisiteMissing(clock.now(), prerequisite, worker, reason));
    }
}
