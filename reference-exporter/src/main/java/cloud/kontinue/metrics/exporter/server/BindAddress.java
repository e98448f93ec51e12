package cloud.kontinue.metrics.exporter.server;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Where the metrics server listens, in the meaning that Go gives such an address.
 *
 * <p>"The metrics server bind address can be configured via the MetricsBindAddress option"; "Set MetricsBindAddress to
 * "0" to disable the metrics server."
 */
public sealed interface BindAddress {

    /** "Default is ":8080"". */
    BindAddress DEFAULT = new Listen("", 8080);

    /** No metrics server: the address {@code 0}. */
    record Disabled() implements BindAddress {

        @Override
        public String toString() {
            return "0";
        }
    }

    /**
     * A metrics server on that host and port.
     *
     * @param host a name or an address without brackets; empty: all interfaces, of IPv4 and IPv6 alike
     * @param port 0 to 65535; 0: any free one
     */
    record Listen(String host, int port) implements BindAddress {

        public Listen {
            if (port < 0 || port > 65535) {
                throw new IllegalArgumentException("Invalid port '" + port + "': must be 0 to 65535");
            }
        }

        /**
         * Returns the address to bind; of a name with several the first of IPv4, as Go chooses.
         *
         * @throws UnknownHostException where the name has no address
         */
        public InetSocketAddress resolve() throws UnknownHostException {
            if (host.isEmpty()) {
                return new InetSocketAddress(port);
            }
            var addresses = InetAddress.getAllByName(host);
            var chosen = Arrays.stream(addresses)
                    .filter(Inet4Address.class::isInstance)
                    .findFirst()
                    .orElse(addresses[0]);
            return new InetSocketAddress(chosen, port);
        }

        @Override
        public String toString() {
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    /**
     * Reads an address: empty for the default, {@code 0} for no server, else {@code host:port}, {@code :port} or
     * {@code [IPv6]:port}.
     *
     * @throws IllegalArgumentException with one line that says what is wrong with it
     */
    static BindAddress parse(String text) {
        return switch (text) {
            case "" -> DEFAULT;
            case "0" -> new Disabled();
            default -> HostPort.parse(text);
        };
    }
}
