package cloud.kontinue.metrics.conformance.exposition;

import java.util.List;
import java.util.Optional;

/**
 * A family of an exposition: what one TYPE line stands above.
 *
 * @param name as the TYPE line has it; without a TYPE line the samples' own name
 * @param line where it begins, from 1
 */
public record Family(String name, FamilyType type, Optional<String> help, List<Sample> samples, int line) {

    public Family {
        samples = List.copyOf(samples);
    }
}
