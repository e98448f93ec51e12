package cloud.kontinue.metrics.conformance.stage;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out which ports of this machine are free. */
final class LocalPorts {

    private static final int CONNECT_MILLIS = 500;
    private static final List<String> LOOPBACKS = List.of("127.0.0.1", "::1");

    private LocalPorts() {}

    /** Returns some ports that are free now. */
    static List<Integer> free(int count) throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(new ServerSocket(0));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
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
