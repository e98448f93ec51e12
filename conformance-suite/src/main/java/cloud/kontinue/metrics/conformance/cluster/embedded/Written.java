package cloud.kontinue.metrics.conformance.cluster.embedded;

import java.util.List;

/** What a write led to: the object as it is now, and warnings for its author. */
record Written(boolean created, Stored object, List<String> warnings) {}
