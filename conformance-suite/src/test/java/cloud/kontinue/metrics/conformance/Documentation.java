package cloud.kontinue.metrics.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Markdown file of the repository.
 *
 * @param file relative to the top of the repository
 */
public record Documentation(Path file) {

    private static final Path TOP = top();
    private static final Pattern NOT_WRITTEN_BY_HAND = Pattern.compile("target|node_modules|\\.git");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```|^(?: {4}|\\t).*?$");
    private static final Pattern LINK = Pattern.compile("\\]\\(\\s*<?([^)>\\s]+)");

    /** Returns those of the whole repository. */
    public static List<Documentation> all() {
        try (Stream<Path> files = Files.walk(TOP)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .map(TOP::relativize)
                    .filter(file -> Stream.of(file.toString().split("[/\\\\]", -1))
                            .noneMatch(part -> NOT_WRITTEN_BY_HAND.matcher(part).matches()))
                    .sorted()
                    .map(Documentation::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns one of the pages of the suite. */
    public static Documentation ofTheSuite(String name) {
        return new Documentation(Path.of("conformance-suite", "docs", name));
    }

    public String text() {
        try {
            return Files.readString(TOP.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns where its links lead within the repository, without fragments; those in code are none. */
    List<String> links() {
        return LINK.matcher(CODE.matcher(text()).replaceAll(""))
                .results()
                .map((MatchResult link) -> link.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"))
                .map(link -> link.replaceFirst("#.*", ""))
                .filter(link -> !link.isEmpty())
                .toList();
    }

    /** Returns whether a link of it leads to something. */
    boolean leadsTo(String link) {
        return Files.exists(TOP.resolve(file).resolveSibling(link));
    }

    private static Path top() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("conformance-suite").resolve("pom.xml"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException(
                        "not within the repository: " + Path.of("").toAbsolutePath());
            }
        }
        return folder;
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
