package cloud.kontinue.metrics.exporter.kubernetes;

import cloud.kontinue.metrics.exporter.execution.Execution;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where Executions are in the API. */
final class ExecutionPaths {

    private static final String API = "/apis/kontinue.cloud/v1alpha1";

    private ExecutionPaths() {}

    static String everywhere() {
        return API + "/executions";
    }

    static String in(String namespace) {
        return API + "/namespaces/" + encode(namespace) + "/executions";
    }

    static String of(Execution execution) {
        return in(execution.namespace()) + "/" + encode(execution.name());
    }

    static String statusOf(Execution execution) {
        return of(execution) + "/status";
    }

    /** Returns the query that narrows a list or watch to one worker group. */
    static String ofGroup(String group) {
        return "labelSelector=" + encode(ExecutionReader.GROUP_LABEL + "=" + group);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
