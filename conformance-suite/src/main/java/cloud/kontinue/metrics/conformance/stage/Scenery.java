package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.stage.ExecutionWriter.Status;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What is there before the first worker: Executions in every state that nobody runs. */
final class Scenery {

    /** More than two pages of 500, and more than 1,000. */
    private static final int PILE = 1_201;

    private static final int EXPLICIT = 4;
    private static final int VANISHING = 3;
    private static final int ELSEWHERE = 7;
    private static final int CONFLICT = 409;

    private static final String OWNED = "conformance-synthetic";
    private static final String UNOWNED = "conformance-unowned";
    private static final String OWNER = "someone-else";
    private static final String PENDING = "Pending";
    private static final List<String> CLAIMED_PHASES =
            List.of("Executing", "Suspended", "Backoff", "Completed", "Failed", "Canceled");

    private final StagePlan plan;
    private final Groups groups;
    private final Work work;
    private final ExecutionWriter writer;
    private final List<NewExecution> vanishing;
    private final List<String> ownNamespaces = new CopyOnWriteArrayList<>();

    Scenery(StagePlan plan, Groups groups, Work work, ExecutionWriter writer) {
        this.plan = plan;
        this.groups = groups;
        this.work = work;
        this.writer = writer;
        this.vanishing = unserved("conformance-vanishing", VANISHING);
    }

    /** Makes the namespaces that are missing. */
    void makeNamespaces(KubernetesClient client) {
        for (String name : List.of(plan.namespace(), plan.elsewhere())) {
            try {
                client.namespaces()
                        .resource(new NamespaceBuilder()
                                .withNewMetadata()
                                .withName(name)
                                .endMetadata()
                                .build())
                        .create();
                ownNamespaces.add(name);
            } catch (KubernetesClientException e) {
                if (e.getCode() != CONFLICT) {
                    throw new ApiException(e.getCode(), "cannot make the namespace " + name + ": " + Reason.of(e));
                }
            }
        }
    }

    /** Returns the namespaces that were missing. */
    List<String> ownNamespaces() {
        return ownNamespaces;
    }

    /** Makes everything in the worker's namespace; returns the first problem. */
    Optional<String> build() throws InterruptedException {
        List<NewExecution> pile = unserved("conformance-pile", PILE);
        List<NewExecution> explicit = unserved("conformance-explicit", EXPLICIT);
        List<Status> synthetics = synthetics();
        List<NewExecution> all = new ArrayList<>(pile);
        all.addAll(explicit);
        all.addAll(vanishing);
        synthetics.forEach(status -> all.add(status.execution()));
        Optional<String> problem = writer.create(all);
        if (problem.isPresent()) {
            return problem;
        }
        List<Status> statuses = new ArrayList<>(synthetics);
        explicit.forEach(execution -> statuses.add(new Status(execution, PENDING, "")));
        vanishing.forEach(execution -> statuses.add(new Status(execution, "Completed", OWNER)));
        return writer.writeStatus(statuses);
    }

    /** Makes those in the other namespace; returns the first problem. */
    Optional<String> buildElsewhere() throws InterruptedException {
        return writer.create(work.unserved(plan.elsewhere(), groups.nobody(), "conformance-elsewhere", ELSEWHERE));
    }

    /** Deletes all that share one function, state and owner: a combination that no longer exists. */
    void vanish() throws InterruptedException {
        writer.delete(vanishing);
    }

    private List<Status> synthetics() {
        List<Status> statuses = new ArrayList<>();
        synthetic(statuses, UNOWNED, PENDING, "", 2);
        for (int i = 0; i < CLAIMED_PHASES.size(); i++) {
            // Numbers that differ, so that phases which are mixed up do not look right; and a function of their own for
            // those without an owner, as a page that lacks the label must not have the same series twice.
            synthetic(statuses, OWNED, CLAIMED_PHASES.get(i), OWNER, i + 1);
            synthetic(statuses, UNOWNED, CLAIMED_PHASES.get(i), "", (i + 3) % CLAIMED_PHASES.size() + 1);
        }
        return statuses;
    }

    private void synthetic(List<Status> statuses, String function, String phase, String owner, int times) {
        unserved(function, times).forEach(execution -> statuses.add(new Status(execution, phase, owner)));
    }

    private List<NewExecution> unserved(String function, int times) {
        return work.unserved(plan.namespace(), groups.nobody(), function, times);
    }
}
