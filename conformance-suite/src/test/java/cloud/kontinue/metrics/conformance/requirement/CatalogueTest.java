package cloud.kontinue.metrics.conformance.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class CatalogueTest {

    @TestFactory
    Stream<DynamicTest> quotesThePageVerbatim() {
        String page = normalised(page());
        return Catalogue.all().stream()
                .map(requirement -> dynamicTest(
                        requirement.id(), () -> assertThat(page).contains(normalised(requirement.quote()))));
    }

    @TestFactory
    Stream<DynamicTest> explainsEveryRequirement() {
        return Catalogue.all().stream()
                .map(requirement -> dynamicTest(requirement.id(), () -> {
                    assertThat(requirement.title()).isNotBlank().doesNotEndWith(".");
                    assertThat(requirement.meaning()).endsWith(".");
                    assertThat(requirement.judging()).endsWith(".");
                    assertThat(requirement.remedies()).isNotEmpty().allSatisfy(remedy -> assertThat(remedy)
                            .endsWith("."));
                }));
    }

    @TestFactory
    Stream<DynamicTest> numbersEachSectionWithoutGaps() {
        return Stream.of(Section.ENDPOINT, Section.RUNNING, Section.LATENCY, Section.COMPLETED)
                .map(section -> dynamicTest(section.label(), () -> {
                    List<Requirement> requirements = Catalogue.of(section);
                    String letter = section.name().substring(0, 1);
                    assertThat(requirements)
                            .isNotEmpty()
                            .extracting(Requirement::id)
                            .containsExactlyElementsOf(IntStream.rangeClosed(1, requirements.size())
                                    .mapToObj(number -> letter + number)
                                    .toList());
                }));
    }

    @Test
    void givesEveryRequirementAnIdOfItsOwn() {
        assertThat(Catalogue.all()).extracting(Requirement::id).doesNotHaveDuplicates();
    }

    @Test
    void buildsOnlyOnRequirementsThatThereAre() {
        Set<String> ids = new HashSet<>();
        Catalogue.all().forEach(requirement -> ids.add(requirement.id()));

        assertThat(Catalogue.all()).flatExtracting(Requirement::buildsOn).isSubsetOf(ids);
    }

    @TestFactory
    Stream<DynamicTest> buildsOnNothingThatBuildsOnIt() {
        return Catalogue.all().stream()
                .map(requirement -> dynamicTest(
                        requirement.id(), () -> assertThat(below(requirement)).doesNotContain(requirement.id())));
    }

    @Test
    void findsARequirementInAnyCaseOfLetters() {
        assertThat(Catalogue.find("r3")).map(Requirement::id).contains("R3");
    }

    @Test
    void findsNothingUnderAnUnknownId() {
        assertThat(Catalogue.find("X1")).isEmpty();
    }

    private static Set<String> below(Requirement requirement) {
        Set<String> below = new HashSet<>();
        collect(requirement, below);
        return below;
    }

    private static void collect(Requirement requirement, Set<String> below) {
        for (String id : requirement.buildsOn()) {
            if (below.add(id)) {
                Catalogue.find(id).ifPresent(found -> collect(found, below));
            }
        }
    }

    private static String page() {
        try (InputStream page = CatalogueTest.class.getResourceAsStream("metrics-page.txt")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String normalised(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
