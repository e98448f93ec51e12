package cloud.kontinue.metrics.conformance.stage;

import cloud.kontinue.metrics.conformance.recording.ScrapeTaken;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Answer;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Answered;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Failure;
import cloud.kontinue.metrics.conformance.recording.ScrapeTaken.Unanswered;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLSocketFactory;

/**
 * Gets a page over HTTP/1.1 as a stranger must: within a time, of a size, from whatever answers.
 *
 * <p>One connection for each page; redirects are not followed.
 */
final class PageClient implements AutoCloseable {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final int BUFFER = 16 * 1024;

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Gets a page; never throws for anything that the other side does. */
    Answer get(URI uri, Map<String, String> headers, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        try (Socket socket = socket(uri)) {
            open.add(socket);
            try {
                Optional<Unanswered> unconnected = connect(socket, uri, timeout, deadline);
                return unconnected.isPresent() ? unconnected.get() : exchange(socket, uri, headers, deadline);
            } finally {
                open.remove(socket);
            }
        } catch (SocketTimeoutException e) {
            return new Unanswered(Failure.TIMEOUT, "no whole answer within " + seconds(timeout) + " s");
        } catch (IOException e) {
            return new Unanswered(Failure.OTHER, Reason.of(e));
        }
    }

    private Optional<Unanswered> connect(Socket socket, URI uri, Duration timeout, long deadline) {
        if (closed) {
            return Optional.of(new Unanswered(Failure.OTHER, "the run ended"));
        }
        try {
            socket.connect(new InetSocketAddress(host(uri), port(uri)), DeadlineStream.millisUntil(deadline));
            return Optional.empty();
        } catch (SocketTimeoutException e) {
            return Optional.of(new Unanswered(Failure.TIMEOUT, "no connection within " + seconds(timeout) + " s"));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(new Unanswered(Failure.REFUSED, "no connection: " + Reason.of(e)));
        }
    }

    /** Ends what is under way; further pages fail. */
    @Override
    public void close() {
        closed = true;
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException done) {
                // It is closed then, which is all that is wanted.
            }
        }
    }

    private static Answer exchange(Socket socket, URI uri, Map<String, String> headers, long deadline)
            throws IOException {
        socket.setTcpNoDelay(true);
        socket.getOutputStream().write(request(uri, headers));
        InputStream in = new BufferedInputStream(new DeadlineStream(socket, deadline), BUFFER);
        HttpHead head = HttpHead.read(in);
        InputStream body = HttpBody.of(head, in);
        boolean packed = head.header("content-encoding").equalsIgnoreCase("gzip");
        return read(head, packed ? new GZIPInputStream(body, BUFFER) : body);
    }

    private static Answered read(HttpHead head, InputStream body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        boolean cut = false;
        for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
            int room = ScrapeTaken.MAX_BODY - bytes.size();
            bytes.write(buffer, 0, Math.min(count, room));
            if (count > room) {
                cut = true;
                break;
            }
        }
        return new Answered(
                head.status(), head.header("content-type"), head.header("content-encoding"), bytes.toByteArray(), cut);
    }

    private static byte[] request(URI uri, Map<String, String> headers) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery();
        StringBuilder text = new StringBuilder("GET ")
                .append(path)
                .append(query == null ? "" : "?" + query)
                .append(" HTTP/1.1\r\nHost: ")
                .append(uri.getRawAuthority())
                .append("\r\nConnection: close\r\n");
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Socket socket(URI uri) throws IOException {
        return isHttps(uri) ? SSLSocketFactory.getDefault().createSocket() : new Socket();
    }

    private static boolean isHttps(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    private static String host(URI uri) {
        String host = String.valueOf(uri.getHost());
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return isHttps(uri) ? HTTPS_PORT : HTTP_PORT;
    }

    private static String seconds(Duration duration) {
        return String.valueOf(duration.toMillis() / 1000.0);
    }
}
