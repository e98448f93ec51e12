package cloud.kontinue.metrics.conformance.stage;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Finds out which ports of this machine are free. */
final class LocalPorts {

    private static final int CONNECT_MILLIS = 500;
    private static final Path GIVEN_PORTS = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
    private static final int LEAST_PORT = 20_000;
    private static final int ATTEMPTS = 100;
    private static final List<String> LOOPBACKS = List.of("127.0.0.1", "::1");

    private LocalPorts() {}

    /**
     * Returns some ports that are free now and likely stay so: none of those that the system gives to connections and
     * to servers that do not care.
     */
    static List<Integer> free(int count) throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(hold());
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }

    private static ServerSocket hold() throws IOException {
        int given = firstGivenPort();
        for (int attempt = 0; given > LEAST_PORT && attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LEAST_PORT, given);
            try {
                return new ServerSocket(port);
            } catch (BindException taken) {
                // Another one will be free.
            }
        }
        return new ServerSocket(0);
    }

    /** Returns the first port of the range that the system gives away by itself; 0 where that is not known. */
    private static int firstGivenPort() {
        try {
            return Integer.parseInt(Files.readString(GIVEN_PORTS).strip().split("\\s+", -1)[0]);
        } catch (IOException | NumberFormatException unknown) {
            return 0;
        }
    }

    /** Returns why a port cannot be had on all addresses, in one sentence; empty where it is free. */
    static Optional<String> taken(int port) {
        for (String host : LOOPBACKS) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
                return Optional.of(
                        "port " + port + " is taken: something answers at it already; end that and run again");
            } catch (IOException refused) {
                // Nobody listens there: so far so good.
            }
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("port " + port + " is taken: it cannot be bound (" + e.getMessage()
                    + "); end what holds it and run again");
        }
    }
}
