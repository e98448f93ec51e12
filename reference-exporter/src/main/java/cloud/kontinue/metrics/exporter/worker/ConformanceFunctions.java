package cloud.kontinue.metrics.exporter.worker;

import cloud.kontinue.metrics.exporter.execution.Execution;
import cloud.kontinue.metrics.exporter.metrics.Result;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The functions by which a worker is judged; their argument {@code seconds} may be fractional and is 0 where missing.
 *
 * <p>An Execution whose {@code seconds} is no number of 0 to 86,400 fails at once.
 */
public final class ConformanceFunctions implements Functions {

    private static final Logger LOG = LoggerFactory.getLogger(ConformanceFunctions.class);
    private static final BigDecimal LONGEST = BigDecimal.valueOf(86_400);

    @Override
    public Optional<Plan> plan(Execution execution) {
        try {
            return planned(execution);
        } catch (IllegalArgumentException e) {
            LOG.warn("{} fails at once: {}", execution, e.getMessage());
            return Optional.of(Plan.of(Result.ERROR));
        }
    }

    private static Optional<Plan> planned(Execution execution) {
        return switch (execution.function()) {
            case "conformance-succeed" -> Optional.of(Plan.of(Result.SUCCESS));
            case "conformance-fail" -> Optional.of(Plan.of(Result.ERROR, new Step.Work(seconds(execution))));
            case "conformance-sleep" -> Optional.of(Plan.of(Result.SUCCESS, new Step.Work(seconds(execution))));
            case "conformance-suspend" -> Optional.of(Plan.of(Result.SUCCESS, new Step.Suspend(seconds(execution))));
            default -> Optional.empty();
        };
    }

    private static Duration seconds(Execution execution) {
        var text = execution.arguments().getOrDefault("seconds", "0");
        try {
            var seconds = new BigDecimal(text);
            if (seconds.signum() >= 0 && seconds.compareTo(LONGEST) <= 0) {
                return Duration.ofNanos(seconds.movePointRight(9).longValue());
            }
        } catch (NumberFormatException e) {
            // Answered below, together with numbers out of range.
        }
        throw new IllegalArgumentException("Invalid seconds '" + text + "': must be a number of 0 to 86400");
    }
}
