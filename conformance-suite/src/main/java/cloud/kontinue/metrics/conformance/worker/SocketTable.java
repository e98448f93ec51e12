package cloud.kontinue.metrics.conformance.worker;

import cloud.kontinue.metrics.conformance.worker.RunningWorker.Listener;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the format of Linux' {@code /proc/net/tcp} and {@code tcp6}. */
final class SocketTable {

    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final String LISTEN = "0A";

    private SocketTable() {}

    /** Returns the listening sockets of a table by inode, header line and all other states left out. */
    static Map<Long, Listener> listening(List<String> lines) {
        Map<Long, Listener> sockets = new LinkedHashMap<>();
        for (String line : lines) {
            List<String> fields = List.of(line.strip().split("\\s+", -1));
            if (fields.size() > INODE && fields.get(STATE).equals(LISTEN)) {
                sockets.put(Long.valueOf(fields.get(INODE)), listener(fields.get(LOCAL_ADDRESS)));
            }
        }
        return sockets;
    }

    private static Listener listener(String local) {
        int colon = local.indexOf(':');
        byte[] address = HexFormat.of().parseHex(local.substring(0, colon));
        turnWords(address);
        return new Listener(host(address), Integer.parseInt(local.substring(colon + 1), 16));
    }

    /** Undoes that the kernel prints each 32-bit word in the byte order of the machine. */
    private static void turnWords(byte[] address) {
        if (ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN) {
            return;
        }
        for (int word = 0; word < address.length; word += 4) {
            for (int i = 0; i < 2; i++) {
                byte first = address[word + i];
                address[word + i] = address[word + 3 - i];
                address[word + 3 - i] = first;
            }
        }
    }

    private static String host(byte[] bytes) {
        try {
            InetAddress address = InetAddress.getByAddress(bytes);
            if (bytes.length == 16 && address.isAnyLocalAddress()) {
                return "::";
            }
            if (bytes.length == 16 && address.isLoopbackAddress() && address.getAddress().length == 16) {
                return "::1";
            }
            return address.getHostAddress();
        } catch (UnknownHostException neverForBytes) {
            throw new IllegalArgumentException("Invalid address of " + bytes.length + " bytes", neverForBytes);
        }
    }
}
