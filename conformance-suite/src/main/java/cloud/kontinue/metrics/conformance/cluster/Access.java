package cloud.kontinue.metrics.conformance.cluster;

import java.nio.file.Path;

/**
 * How one identity reaches a cluster.
 *
 * @param identity who it is
 * @param kubeconfig a file with server and credentials of that identity
 */
public record Access(String identity, Path kubeconfig) {}
