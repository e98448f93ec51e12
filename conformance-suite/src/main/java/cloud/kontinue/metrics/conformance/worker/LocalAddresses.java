package cloud.kontinue.metrics.conformance.worker;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.util.Comparator;
import java.util.Optional;

/** The IPv4 addresses of this host, on which its own processes can be scraped; nothing sent there leaves the host. */
final class LocalAddresses {

    private LocalAddresses() {}

    /** Returns the page of a local process on the loopback address. */
    static URI loopback(int port) {
        return page("127.0.0.1", port);
    }

    /** Returns the same on another address: one of an interface that is up, else 127.0.0.2 where the system has it. */
    static Optional<URI> other(int port) {
        return ofAnInterface().or(LocalAddresses::secondLoopback).map(host -> page(host, port));
    }

    private static URI page(String host, int port) {
        return URI.create("http://" + host + ":" + port + "/metrics");
    }

    private static Optional<String> ofAnInterface() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(LocalAddresses::isUp)
                    .sorted(Comparator.comparingInt(NetworkInterface::getIndex))
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(LocalAddresses::isUsable)
                    .map(InetAddress::getHostAddress)
                    .findFirst();
        } catch (SocketException none) {
            return Optional.empty();
        }
    }

    private static boolean isUp(NetworkInterface candidate) {
        try {
            return candidate.isUp() && !candidate.isLoopback();
        } catch (SocketException gone) {
            return false;
        }
    }

    private static boolean isUsable(InetAddress address) {
        return address instanceof Inet4Address
                && !address.isLoopbackAddress()
                && !address.isLinkLocalAddress()
                && !address.isAnyLocalAddress()
                && !address.isMulticastAddress();
    }

    /** Only Linux answers on all of 127.0.0.0/8 without being told to. */
    private static Optional<String> secondLoopback() {
        return System.getProperty("os.name").equals("Linux") ? Optional.of("127.0.0.2") : Optional.empty();
    }
}
