package cloud.kontinue.metrics.conformance.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What promtool cannot parse, this parser refuses too; run with {@code -Dpromtool=/path/to/promtool}.
 *
 * <p>One difference is meant: the format ignores blanks at the end of a sample's line, promtool does not.
 */
@Tag("comparison")
@EnabledIfSystemProperty(named = "promtool", matches = ".+")
class PromtoolComparisonTest {

    private static final int SPOILED_PER_PAGE = 30;
    private static final Pattern BLANK_AT_END = Pattern.compile("[ \t]$", Pattern.MULTILINE);

    private final Path directory;

    PromtoolComparisonTest(@TempDir Path directory) {
        this.directory = directory;
    }

    static List<Corpus> textPages() {
        return Corpus.all()
                .filter(page -> page.format() == Format.TEXT)
                .flatMap(page -> Stream.iterate(0, seed -> seed < SPOILED_PER_PAGE, seed -> seed + 1)
                        .map(seed -> seed == 0 ? page : spoiled(page, seed)))
                .toList();
    }

    private static Corpus spoiled(Corpus page, int seed) {
        byte[] body = new Mutations(seed).of(page.body());
        return new Corpus(page.name() + " spoiled " + seed, page.format(), body, page.problems());
    }

    @ParameterizedTest
    @MethodSource("textPages")
    void refusesWhatPromtoolCannotParse(Corpus page) throws IOException, InterruptedException {
        Exposition exposition = ExpositionParser.parse(page.body(), page.format());

        String complaint = parseErrorOfPromtool(page.body());

        boolean blankAtEnd = BLANK_AT_END
                .matcher(new String(page.body(), StandardCharsets.ISO_8859_1))
                .find();
        if (!complaint.isEmpty() && !blankAtEnd) {
            assertThat(exposition.problems()).as(complaint).isNotEmpty();
        }
        if (exposition.problems().isEmpty() && !blankAtEnd) {
            assertThat(complaint).isEmpty();
        }
    }

    /** Returns what promtool says of a body that it cannot parse; empty where it can, whatever its linter says. */
    private String parseErrorOfPromtool(byte[] body) throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        Process promtool = new ProcessBuilder(System.getProperty("promtool"), "check", "metrics")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try (OutputStream in = promtool.getOutputStream()) {
            in.write(body);
        } catch (IOException e) {
            // It may end before it has read all; its output tells why.
            assertThat(promtool.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(promtool.waitFor(10, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(output, StandardCharsets.ISO_8859_1);
        return said.contains("error while linting") || said.contains("panic") ? said : "";
    }
}
