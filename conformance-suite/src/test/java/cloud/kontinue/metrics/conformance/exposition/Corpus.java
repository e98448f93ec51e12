package cloud.kontinue.metrics.conformance.exposition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The expositions of the fixtures, each good, or bad with a list of what is wrong. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Corpus(String name, Format format, byte[] body, List<String> problems) {

    static Stream<Corpus> all() {
        return new String(resource("index.txt"), StandardCharsets.UTF_8).lines().map(Corpus::load);
    }

    static Stream<Corpus> good() {
        return all().filter(Corpus::isGood);
    }

    boolean isGood() {
        return problems.isEmpty();
    }

    private static Corpus load(String name) {
        Format format = name.startsWith("text/") ? Format.TEXT : Format.OPENMETRICS;
        boolean bad = name.contains("/bad-");
        List<String> problems = bad
                ? new String(resource(name + ".problems"), StandardCharsets.UTF_8)
                        .lines()
                        .toList()
                : List.of();
        return new Corpus(name, format, resource(name + ".exposition"), problems);
    }

    private static byte[] resource(String name) {
        try (InputStream in = Corpus.class.getResourceAsStream("/expositions/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
