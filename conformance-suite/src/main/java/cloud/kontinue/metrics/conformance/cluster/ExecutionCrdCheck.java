package cloud.kontinue.metrics.conformance.cluster;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Sees to it that a cluster has the Execution CRD. */
final class ExecutionCrdCheck {

    private static final long SECONDS_TO_ESTABLISH = 30;

    private final KubernetesClient client;

    ExecutionCrdCheck(KubernetesClient client) {
        this.client = client;
    }

    /**
     * Creates the definition where it is absent.
     *
     * @return whether it was created
     * @throws ClusterException if another definition of that name is there, or it may not be created
     */
    boolean ensure() throws ClusterException {
        try {
            CustomResourceDefinition present = resource().get();
            if (present != null) {
                Optional<String> difference = difference(present);
                if (difference.isPresent()) {
                    throw new ClusterException("Expected the CRD " + ExecutionCrd.NAME + " with " + difference.get()
                            + ", found one without; delete it or use another cluster");
                }
                return false;
            }
            definition().create();
            resource().waitUntilCondition(ExecutionCrdCheck::established, SECONDS_TO_ESTABLISH, TimeUnit.SECONDS);
            return true;
        } catch (KubernetesClientException e) {
            throw new ClusterException("Expected the CRD " + ExecutionCrd.NAME + " or the right to create it, found: "
                    + ClusterFailures.oneLine(e) + "; apply the CRD as somebody who may");
        }
    }

    /** Deletes the definition unless somebody has Executions. */
    void removeUnused() {
        boolean used = !client.genericKubernetesResources(ExecutionCrd.API_VERSION, ExecutionCrd.KIND)
                .inAnyNamespace()
                .list()
                .getItems()
                .isEmpty();
        if (!used) {
            resource().delete();
        }
    }

    private Resource<CustomResourceDefinition> resource() {
        return client.apiextensions().v1().customResourceDefinitions().withName(ExecutionCrd.NAME);
    }

    private Resource<CustomResourceDefinition> definition() {
        return client.apiextensions()
                .v1()
                .customResourceDefinitions()
                .load(new ByteArrayInputStream(ExecutionCrd.yaml()));
    }

    private static boolean established(CustomResourceDefinition definition) {
        return definition != null
                && definition.getStatus() != null
                && definition.getStatus().getConditions().stream()
                        .anyMatch(condition -> condition.getType().equals("Established")
                                && condition.getStatus().equals("True"));
    }

    /** Returns the first thing that a definition lacks. */
    private static Optional<String> difference(CustomResourceDefinition definition) {
        if (!definition.getSpec().getNames().getKind().equals(ExecutionCrd.KIND)) {
            return Optional.of("kind " + ExecutionCrd.KIND);
        } else if (!definition.getSpec().getScope().equals("Namespaced")) {
            return Optional.of("scope Namespaced");
        }
        Optional<CustomResourceDefinitionVersion> version = definition.getSpec().getVersions().stream()
                .filter(candidate -> candidate.getName().equals(ExecutionCrd.VERSION) && candidate.getServed())
                .findFirst();
        if (version.isEmpty()) {
            return Optional.of("the served version " + ExecutionCrd.VERSION);
        }
        boolean status = version.get().getSubresources() != null
                && version.get().getSubresources().getStatus() != null;
        return status ? Optional.empty() : Optional.of("the subresource status");
    }
}
