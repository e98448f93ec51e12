package cloud.kontinue.metrics.conformance.judge;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a recording says of one requirement. */
public sealed interface Verdict {

    /** Figures behind the verdict, such as {@code periodSeconds.median}. */
    Map<String, Double> measures();

    /** The worker does what the requirement asks, and the recording shows it. */
    record Conforms(String observed, Map<String, Double> measures) implements Verdict {

        public Conforms {
            measures = sorted(measures);
        }
    }

    /**
     * The worker does something else than the requirement asks.
     *
     * @param evidence where in the recording; at least one
     */
    record Violates(String expected, String observed, List<Evidence> evidence, Map<String, Double> measures)
            implements Verdict {

        public Violates {
            evidence = List.copyOf(evidence);
            measures = sorted(measures);
            if (evidence.isEmpty()) {
                throw new IllegalArgumentException("Invalid violation: must carry evidence");
            }
        }
    }

    /** The recording does not show enough; never the worker's fault. */
    record NotVerified(String reason, Map<String, Double> measures) implements Verdict {

        public NotVerified {
            measures = sorted(measures);
        }
    }

    /** The requirement does not apply to this worker. */
    record NotApplicable(String reason, Map<String, Double> measures) implements Verdict {

        public NotApplicable {
            measures = sorted(measures);
        }
    }

    private static Map<String, Double> sorted(Map<String, Double> measures) {
        return java.util.Collections.unmodifiableMap(new TreeMap<>(measures));
    }
}
