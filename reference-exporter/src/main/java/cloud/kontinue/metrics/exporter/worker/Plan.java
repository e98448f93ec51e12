package cloud.kontinue.metrics.exporter.worker;

import cloud.kontinue.metrics.exporter.metrics.Result;
import java.util.List;

/** What a function will do: its steps, one after the other, and how it then ends. */
public record Plan(List<Step> steps, Result result) {

    public Plan {
        steps = List.copyOf(steps);
    }

    /** Returns the plan that ends with that result after those steps. */
    public static Plan of(Result result, Step... steps) {
        return new Plan(List.of(steps), result);
    }
}
