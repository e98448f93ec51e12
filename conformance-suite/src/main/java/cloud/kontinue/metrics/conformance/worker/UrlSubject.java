package cloud.kontinue.metrics.conformance.worker;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A worker that already runs and is only scraped; what needs a restart cannot be verified of it. */
public final class UrlSubject implements Subject {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final String name;
    private final URI page;

    private UrlSubject(String name, URI page) {
        this.name = name;
        this.page = page;
    }

    /**
     * Takes the address of its metrics; one without a path gets {@code /metrics}.
     *
     * @throws IllegalArgumentException if it is no HTTP or HTTPS address; the message is one line for the user
     */
    public static UrlSubject of(String name, String url) {
        try {
            URI uri = new URI(url);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (SCHEMES.contains(scheme) && uri.getHost() != null) {
                return new UrlSubject(name, uri.getPath().isEmpty() ? uri.resolve("/metrics") : uri);
            }
        } catch (URISyntaxException invalid) {
            throw new IllegalArgumentException(mustBe(url), invalid);
        }
        throw new IllegalArgumentException(mustBe(url));
    }

    private static String mustBe(String url) {
        return "Invalid worker URL '" + url + "': must be like http://HOST:8080/metrics or https://HOST/metrics";
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String kind() {
        return "url";
    }

    @Override
    public String digest() {
        return "";
    }

    @Override
    public boolean restartable() {
        return false;
    }

    /** Turns to the worker, which takes nothing from the assignment: its profile tells its namespace and group. */
    @Override
    public RunningWorker start(Assignment assignment) {
        return new Attached(page);
    }

    private record Attached(URI page) implements RunningWorker {

        @Override
        public String kind() {
            return "url";
        }

        @Override
        public URI metrics(int port) {
            return page;
        }

        @Override
        public Optional<URI> metricsOnOtherAddress(int port) {
            return Optional.empty();
        }

        @Override
        public Optional<Exit> exit() {
            return Optional.empty();
        }

        @Override
        public String output() {
            return "";
        }

        @Override
        public Optional<List<Listener>> listeners() {
            return Optional.empty();
        }

        /** Leaves it running, as it is not ours to end. */
        @Override
        public Exit stop(Duration grace) {
            return new Exit(OptionalInt.empty());
        }

        @Override
        public void close() {
            // It ran before, and goes on.
        }
    }
}
