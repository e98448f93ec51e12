package cloud.kontinue.metrics.exporter.kubernetes;

import cloud.kontinue.metrics.exporter.execution.Execution;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.nio.charset.StandardCharsets;

/** Where Executions are in the API, and what they are made of. */
final class Executions {

    private static final String GROUP = "kontinue.cloud";
    private static final String VERSION = "v1alpha1";
    private static final String PLURAL = "executions";
    private static final ResourceDefinitionContext CONTEXT = new ResourceDefinitionContext.Builder()
            .withGroup(GROUP)
            .withVersion(VERSION)
            .withKind("Execution")
            .withPlural(PLURAL)
            .withNamespaced(true)
            .build();

    private Executions() {}

    /** Returns the address before all paths, without a slash at its end. */
    static String server(KubernetesClient client) {
        return client.getConfiguration().getMasterUrl().replaceAll("/+$", "");
    }

    /** Returns the path of those of all namespaces. */
    static String everywhere() {
        return "/apis/" + GROUP + "/" + VERSION + "/" + PLURAL;
    }

    /** Returns the path of those of one namespace. */
    static String in(String namespace) {
        return "/apis/" + GROUP + "/" + VERSION + "/namespaces/" + namespace + "/" + PLURAL;
    }

    /** Returns the client's view of them. */
    static MixedOperation<GenericKubernetesResource, GenericKubernetesResourceList, Resource<GenericKubernetesResource>>
            of(KubernetesClient client) {
        return client.genericKubernetesResources(CONTEXT);
    }

    /** Returns what a worker needs of one, read as in a listing. */
    static Execution read(KubernetesClient client, GenericKubernetesResource resource) {
        var json = client.getKubernetesSerialization().asJson(resource);
        try (var parser = Json.parser(json.getBytes(StandardCharsets.UTF_8))) {
            parser.nextToken();
            return ExecutionReader.read(parser);
        }
    }
}
