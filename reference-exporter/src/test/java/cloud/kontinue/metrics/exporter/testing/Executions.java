package cloud.kontinue.metrics.exporter.testing;

import cloud.kontinue.metrics.exporter.execution.Execution;
import java.util.Map;

/** Executions for tests. */
public final class Executions {

    private Executions() {}

    public static Execution of(String function) {
        return in("default", function, "", "");
    }

    public static Execution of(String function, Map<String, String> arguments) {
        return new Execution("default", function + "-1", "uid-1", "1", "", "g", function, arguments, "", "");
    }

    public static Execution in(String namespace, String function, String phase, String worker) {
        return new Execution(namespace, function + "-1", "uid-1", "1", "", "g", function, Map.of(), phase, worker);
    }
}
