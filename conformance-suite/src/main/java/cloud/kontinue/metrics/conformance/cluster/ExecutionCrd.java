package cloud.kontinue.metrics.conformance.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The CustomResourceDefinition of Executions, and the names that go with it. */
public final class ExecutionCrd {

    public static final String GROUP = "kontinue.cloud";
    public static final String VERSION = "v1alpha1";
    public static final String KIND = "Execution";
    public static final String PLURAL = "executions";
    public static final String API_VERSION = GROUP + "/" + VERSION;

    /** The definition's own name. */
    public static final String NAME = PLURAL + "." + GROUP;

    /** The label that says which worker group runs an Execution. */
    public static final String GROUP_LABEL = GROUP + "/worker-group";

    private static final String RESOURCE = "/cloud/kontinue/metrics/fixtures/execution-crd.yaml";

    private ExecutionCrd() {}

    /** Returns the definition as YAML in UTF-8. */
    public static byte[] yaml() {
        try (InputStream in = ExecutionCrd.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The Execution CRD " + RESOURCE + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
