package cloud.kontinue.metrics.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.conformance.report.CatalogueTable;
import cloud.kontinue.metrics.conformance.requirement.Catalogue;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentationTest {

    /** Folders that are somebody's own; what is everybody's, such as {@code /tmp}, may stand in an example. */
    private static final Pattern MACHINE_PATH =
            Pattern.compile("(?<![\\w.~$}/-])/(?:home|root|work|Users|mnt|opt)/|\\b[A-Z]:\\\\");

    static List<Documentation> pages() {
        return Documentation.all();
    }

    @Test
    void findsThePagesOfEveryModule() {
        List<Documentation> pages = Documentation.all();

        assertThat(pages)
                .extracting(page -> page.toString().replace('\\', '/'))
                .contains(
                        "README.md",
                        "conformance-suite/README.md",
                        "conformance-suite/docs/requirements.md",
                        "fixtures/README.md",
                        "prometheus/README.md",
                        "reference-exporter/README.md");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadSomewhere(Documentation page) {
        List<String> links = page.links();

        assertThat(links).as("links of %s", page).allMatch(page::leadsTo);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void namesNoFolderOfOneMachine(Documentation page) {
        Stream<String> lines =
                page.text().lines().filter(line -> MACHINE_PATH.matcher(line).find());

        assertThat(lines)
                .as("lines of %s that name a folder of one machine", page)
                .isEmpty();
    }

    @Test
    void showsTheCatalogueAsItIs() {
        String page = Documentation.ofTheSuite("requirements.md").text();

        assertThat(page)
                .withFailMessage(
                        "conformance-suite/docs/requirements.md: expected the table of the catalogue at its end,"
                                + " found another; write it anew with:\n"
                                + "f=conformance-suite/docs/requirements.md; { sed '/^| id/,$d' $f;"
                                + " ./kontinue-conformance list --format markdown; } > $f.new && mv $f.new $f")
                .endsWith("\n\n" + CatalogueTable.markdown(Catalogue.all()));
    }
}
