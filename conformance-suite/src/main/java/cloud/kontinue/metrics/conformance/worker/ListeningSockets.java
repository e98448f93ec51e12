package cloud.kontinue.metrics.conformance.worker;

import cloud.kontinue.metrics.conformance.worker.RunningWorker.Listener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The TCP sockets on which processes of this host listen, as Linux shows them; elsewhere they cannot be seen. */
final class ListeningSockets {

    private static final String SOCKET_PREFIX = "socket:[";

    private ListeningSockets() {}

    /** Returns the listeners of these processes by socket; empty where they cannot be seen. A process that ended has none. */
    static Optional<Map<Long, Listener>> of(Collection<Long> pids) {
        if (!ProcFs.exists()) {
            return Optional.empty();
        }
        Map<Long, Listener> found = new LinkedHashMap<>();
        try {
            for (long pid : pids) {
                Path process = ProcFs.ROOT.resolve(Long.toString(pid));
                Set<Long> own = sockets(process.resolve("fd"));
                for (String table : List.of("net/tcp", "net/tcp6")) {
                    Map<Long, Listener> listening = SocketTable.listening(lines(process.resolve(table)));
                    listening.keySet().retainAll(own);
                    found.putAll(listening);
                }
            }
        } catch (IOException | DirectoryIteratorException hidden) {
            return Optional.empty();
        }
        return Optional.of(found);
    }

    /** Returns those of this JVM. */
    static Optional<Map<Long, Listener>> ofThisJvm() {
        return of(List.of(ProcessHandle.current().pid()));
    }

    private static Set<Long> sockets(Path descriptors) throws IOException {
        Set<Long> sockets = new HashSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(descriptors)) {
            for (Path file : files) {
                String target = target(file);
                if (target.startsWith(SOCKET_PREFIX)) {
                    sockets.add(Long.valueOf(target.substring(SOCKET_PREFIX.length(), target.length() - 1)));
                }
            }
        } catch (NoSuchFileException ended) {
            return Set.of();
        }
        return sockets;
    }

    private static String target(Path file) throws IOException {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (NoSuchFileException closed) {
            return "";
        }
    }

    private static List<String> lines(Path table) throws IOException {
        try {
            return Files.readAllLines(table);
        } catch (NoSuchFileException endedOrNoIpv6) {
            return List.of();
        } catch (FileSystemException refused) {
            throw refused;
        } catch (UncheckedIOException | IOException endedWhileRead) {
            return List.of();
        }
    }
}
