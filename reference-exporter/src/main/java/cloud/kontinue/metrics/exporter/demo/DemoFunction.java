package cloud.kontinue.metrics.exporter.demo;

import cloud.kontinue.metrics.exporter.metrics.Result;
import cloud.kontinue.metrics.exporter.worker.Plan;
import cloud.kontinue.metrics.exporter.worker.Step;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * A made-up function.
 *
 * @param weight how often it is called, relative to the others
 * @param shortest seconds of work
 * @param longest seconds of work; short work is likelier than long
 * @param failures the part that fails, 0 to 1
 * @param suspension seconds that it is suspended between two halves of its work; 0 for never
 */
record DemoFunction(
        String name,
        String namespace,
        int weight,
        double shortest,
        double longest,
        double failures,
        double suspension) {

    Plan plan(RandomGenerator random) {
        var result = random.nextDouble() < failures ? Result.ERROR : Result.SUCCESS;
        var towardsLongest = Math.pow(random.nextDouble(), 3);
        var work = new Step.Work(seconds(shortest + towardsLongest * (longest - shortest)));
        return suspension == 0
                ? Plan.of(result, work)
                : Plan.of(result, work, new Step.Suspend(seconds(suspension)), work);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos((long) (seconds * 1e9));
    }
}
