package cloud.kontinue.metrics.conformance.exposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile bodies: the parser must come back, soon, and with an answer. */
class ExpositionParserFuzzTest {

    private static final int MEGABYTES_2 = 2 << 20;

    static List<Corpus> goodPages() {
        return Corpus.good().toList();
    }

    @ParameterizedTest
    @MethodSource("goodPages")
    void answersForEverySpoiledPageWithinItsLines(Corpus page) {
        for (int seed = 0; seed < 3000; seed++) {
            byte[] body = new Mutations(seed).of(page.body());
            long lines = new String(body, StandardCharsets.ISO_8859_1).lines().count() + 1;

            Exposition exposition = ExpositionParser.parse(body, page.format());

            assertThat(exposition.problems()).as("seed %d", seed).allSatisfy(problem -> assertThat(problem.line())
                    .isBetween(1, (int) lines));
        }
    }

    @ParameterizedTest
    @MethodSource("goodPages")
    void judgesASpoiledPageTheSameInTheOtherFormat(Corpus page) {
        Format other = page.format() == Format.TEXT ? Format.OPENMETRICS : Format.TEXT;
        for (int seed = 0; seed < 500; seed++) {
            byte[] body = new Mutations(seed).of(page.body());

            Exposition exposition = ExpositionParser.parse(body, other);

            assertThat(ExpositionParser.parse(body, other)).isEqualTo(exposition);
        }
    }

    static List<Arguments> hostileBodies() {
        return List.of(
                Arguments.of("noise", body(ExpositionParserFuzzTest::noise)),
                Arguments.of("nothing but wrong lines", repeated("!\n")),
                Arguments.of("one endless name", repeated("a")),
                Arguments.of("one endless label value", prefixed("a{b=\"", repeated("\\\\"))),
                Arguments.of("endless labels", prefixed("a{", numbered("l%d=\"\",", ""))),
                Arguments.of("endless digits", prefixed("a ", repeated("1"))),
                Arguments.of("endless blanks", repeated(" \t")),
                Arguments.of("one series again and again", repeated("a{b=\"c\"} 1\n")),
                Arguments.of("families that take turns", repeated("a 1\nb 2\n")),
                Arguments.of("endless families", numbered("a%d 1\n", "")),
                Arguments.of("endless metadata", numbered("# TYPE a%d histogram\n", "")),
                Arguments.of("endless buckets", numbered("h_bucket{le=\"%d\"} 1\n", "# TYPE h histogram\n")),
                Arguments.of("labels with the same hash", colliding()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileBodies")
    void takesLittleTimeForHostileBodies(String name, byte[] body) {
        for (Format format : Format.values()) {
            Exposition exposition =
                    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> ExpositionParser.parse(body, format));

            assertThat(exposition.problems()).as(name).hasSizeLessThan(2000);
        }
    }

    private static byte[] body(Supplier<byte[]> body) {
        return body.get();
    }

    private static byte[] noise() {
        byte[] noise = new byte[MEGABYTES_2];
        new Random(1).nextBytes(noise);
        return noise;
    }

    private static byte[] repeated(String part) {
        return bytes(part.repeat(MEGABYTES_2 / part.length()));
    }

    private static byte[] numbered(String part, String before) {
        return bytes(IntStream.range(0, MEGABYTES_2 / (part.length() + 4))
                .mapToObj(i -> part.replace("%d", Integer.toString(i)))
                .collect(Collectors.joining("", before, "")));
    }

    private static byte[] prefixed(String prefix, byte[] rest) {
        return bytes(prefix + new String(rest, StandardCharsets.ISO_8859_1));
    }

    /** {@code Aa} and {@code BB} have one hash in Java, and so have all values made of as many of them. */
    private static byte[] colliding() {
        return bytes(IntStream.range(0, 1 << 15)
                .mapToObj(i -> "a{b=\"" + pairs(i) + "\"} 1\n")
                .collect(Collectors.joining()));
    }

    private static String pairs(int bits) {
        return IntStream.range(0, 15)
                .mapToObj(bit -> (bits >> bit & 1) == 0 ? "Aa" : "BB")
                .collect(Collectors.joining());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
