package cloud.kontinue.metrics.conformance.cli;

import static cloud.kontinue.metrics.conformance.cli.ConsoleAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.conformance.requirement.Catalogue;
import cloud.kontinue.metrics.conformance.requirement.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CatalogueCommandsTest {

    static Iterable<Requirement> requirements() {
        return Catalogue.all();
    }

    @Test
    void listsEveryRequirementOnALineOfItsOwn() {
        Console list = Console.run("list");

        assertThat(list).succeeded();
        for (Requirement requirement : Catalogue.all()) {
            assertThat(list.out().lines())
                    .anyMatch(line ->
                            line.strip().startsWith(requirement.id() + " ") && line.endsWith(requirement.title()));
        }
    }

    @Test
    void listsAsJson() {
        Console list = Console.run("list", "--format", "json");

        JsonNode json = JsonMapper.shared().readTree(list.out());
        assertThat(json.valueStream().map(entry -> entry.path("id").asString()))
                .containsExactlyElementsOf(
                        Catalogue.all().stream().map(Requirement::id).toList());
        assertThat(json.valueStream())
                .allSatisfy(
                        entry -> assertThat(entry.path("remedies").isArray()).isTrue());
    }

    @Test
    void listsAsAMarkdownTable() {
        Console list = Console.run("list", "--format", "markdown");

        assertThat(list.out().lines()).hasSize(Catalogue.all().size() + 2).allMatch(line -> line.startsWith("|"));
    }

    @Test
    void refusesAnUnknownFormat() {
        assertThat(Console.run("list", "--format", "yaml"))
                .refusedInOneLine("--format", "yaml", "kontinue-conformance list --help");
    }

    @ParameterizedTest
    @MethodSource("requirements")
    void explainsEveryRequirement(Requirement requirement) {
        Console explanation = Console.run("explain", requirement.id());

        assertThat(explanation).succeeded();
        assertThat(explanation.out()).contains(requirement.title());
        assertThat(words(explanation.out()))
                .contains(words(requirement.quote()), words(requirement.meaning()), words(requirement.judging()))
                .contains(requirement.remedies().stream()
                        .map(CatalogueCommandsTest::words)
                        .toList());
    }

    @Test
    void takesAnIdInAnyCaseOfLetters() {
        assertThat(Console.run("explain", "s4")).isEqualTo(Console.run("explain", "S4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"S44", "4S", "S"})
    void suggestsWhatMayHaveBeenMeantByAnUnknownId(String id) {
        assertThat(Console.run("explain", id))
                .refusedInOneLine("no requirement '" + id + "'", "kontinue-conformance list");
    }

    @Test
    void suggestsNearIds() {
        assertThat(Console.run("explain", "S44")).refusedInOneLine("did you mean S4");
    }

    @Test
    void refusesToExplainNothing() {
        assertThat(Console.run("explain")).refusedInOneLine("ID");
    }

    /** Lines are broken differently on a terminal. */
    private static String words(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
