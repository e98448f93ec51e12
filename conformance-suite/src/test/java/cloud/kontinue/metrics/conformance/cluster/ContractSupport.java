package cloud.kontinue.metrics.conformance.cluster;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What the parts of the contract share: a cluster, a namespace of the test's own, and Executions in it. */
interface ContractSupport {

    ResourceDefinitionContext EXECUTIONS = new ResourceDefinitionContext.Builder()
            .withGroup(ExecutionCrd.GROUP)
            .withVersion(ExecutionCrd.VERSION)
            .withKind(ExecutionCrd.KIND)
            .withPlural(ExecutionCrd.PLURAL)
            .withNamespaced(true)
            .build();

    /** Returns the cluster that the contract is tried on; the same for every test of the class. */
    Cluster cluster();

    /** Returns a namespace that only this test uses. */
    String namespace();

    default KubernetesClient client() {
        return cluster().client();
    }

    default MixedOperation<
                    GenericKubernetesResource, GenericKubernetesResourceList, Resource<GenericKubernetesResource>>
            everywhere() {
        return client().genericKubernetesResources(EXECUTIONS);
    }

    default NonNamespaceOperation<
                    GenericKubernetesResource, GenericKubernetesResourceList, Resource<GenericKubernetesResource>>
            executions() {
        return everywhere().inNamespace(namespace());
    }

    default GenericKubernetesResource create(String name, Map<String, String> labels) {
        return executions().resource(execution(name, labels)).create();
    }

    default GenericKubernetesResource execution(String name, Map<String, String> labels) {
        return new GenericKubernetesResourceBuilder()
                .withApiVersion(ExecutionCrd.API_VERSION)
                .withKind(ExecutionCrd.KIND)
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace())
                .withLabels(labels)
                .endMetadata()
                .addToAdditionalProperties("spec", Map.of("function", "conformance-succeed"))
                .build();
    }

    default GenericKubernetesResource withPhase(GenericKubernetesResource execution, String phase) {
        return new GenericKubernetesResourceBuilder(execution)
                .addToAdditionalProperties("status", Map.of("phase", phase))
                .build();
    }

    default List<String> names(GenericKubernetesResourceList list) {
        return list.getItems().stream()
                .map(item -> item.getMetadata().getName())
                .toList();
    }

    /** Returns the status that a request is answered with; 200 for any success. */
    default int codeOf(Runnable request) {
        try {
            request.run();
            return 200;
        } catch (KubernetesClientException e) {
            return e.getCode();
        }
    }

    /** Asks for this test's Executions as they are on the wire, whatever the status. */
    default Raw raw(String query, String accept) throws Exception {
        URI uri = client().getMasterUrl()
                .toURI()
                .resolve("/apis/" + ExecutionCrd.API_VERSION + "/namespaces/" + namespace() + "/executions?" + query);
        HttpResponse<String> response = client().getHttpClient()
                .sendAsync(
                        client().getHttpClient()
                                .newHttpRequestBuilder()
                                .uri(uri)
                                .header("Accept", accept)
                                .build(),
                        String.class)
                .get(30, TimeUnit.SECONDS);
        return new Raw(response.code(), String.valueOf(response.body()));
    }

    /** Watches this test's Executions until the server ends it. */
    default List<String> watched(String query) throws Exception {
        return raw("watch=true&" + query, "application/json").body().lines().toList();
    }

    /** An answer as it is on the wire. */
    record Raw(int code, String body) {}
}
