package cloud.kontinue.metrics.conformance;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the arrows between the packages of the suite: data moves one way, from the cluster to the report. */
class ArchitectureTest {

    private static final String ROOT = "cloud.kontinue.metrics.conformance";

    private static final JavaClasses SUITE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** Each package and those that it may use. */
    private static final Map<String, List<String>> ARROWS = Map.ofEntries(
            arrow("requirement"),
            arrow("exposition"),
            arrow("cluster"),
            arrow("recording", "exposition"),
            arrow("worker", "cluster"),
            arrow("prometheus", "cluster"),
            arrow("stage", "requirement", "exposition", "recording", "cluster", "worker", "prometheus"),
            arrow("history", "recording", "exposition"),
            arrow("judge", "requirement", "history", "recording", "exposition"),
            arrow("report", "requirement", "judge"),
            arrow(
                    "run",
                    "requirement",
                    "recording",
                    "cluster",
                    "worker",
                    "prometheus",
                    "stage",
                    "history",
                    "judge",
                    "report"),
            arrow("junit", "requirement", "cluster", "worker", "prometheus", "stage", "judge", "report", "run"),
            arrow(
                    "cli",
                    "requirement",
                    "exposition",
                    "recording",
                    "cluster",
                    "worker",
                    "prometheus",
                    "stage",
                    "history",
                    "judge",
                    "report",
                    "run",
                    "junit"));

    static Set<String> packages() {
        return ARROWS.keySet();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageUsesOnlyThoseBeforeIt(String name) {
        String[] allowed = Stream.concat(Stream.of(name), ARROWS.get(name).stream())
                .map(ArchitectureTest::inside)
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage(inside(name))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(allowed))))
                .check(SUITE);
    }

    @Test
    void everyPackageHasItsPlace() {
        Set<String> found = SUITE.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT + "."))
                .map(name -> name.substring(ROOT.length() + 1).split("\\.", -1)[0])
                .collect(Collectors.toSet());

        assertThat(found).isEqualTo(ARROWS.keySet());
    }

    @Test
    void theSuiteKnowsNoExporter() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("cloud.kontinue.metrics.exporter..", "io.prometheus.."))
                .check(SUITE);
    }

    @Test
    void verdictsDependOnNothingButTheRecording() {
        noClasses()
                .that(resideInAnyPackage(inside("history"), inside("judge")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.net..", "java.nio.file..", "io.fabric8..", "io.vertx..")
                        .and(not(equivalentTo(URI.class))))
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .check(SUITE);
    }

    @Test
    void onlyTheCommandLineWritesToTheTerminal() {
        noClasses()
                .that(not(resideInAPackage(inside("cli"))))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(SUITE);
    }

    @Test
    void noFieldIsSharedAndChanges() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(ROOT + "..")
                .and()
                .areStatic()
                .should()
                .beFinal()
                .check(SUITE);
    }

    private static String inside(String name) {
        return ROOT + "." + name + "..";
    }

    private static Map.Entry<String, List<String>> arrow(String name, String... uses) {
        return Map.entry(name, List.copyOf(Arrays.asList(uses)));
    }
}
