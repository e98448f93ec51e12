package cloud.kontinue.metrics.exporter;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "cloud.kontinue.metrics.exporter", importOptions = ArchitectureTest.WithoutTests.class)
class ArchitectureTest {

    private static final String ROOT = "cloud.kontinue.metrics.exporter";

    @ArchTest
    static final ArchRule PACKAGES_DEPEND_ONE_WAY =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ARROWS = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
            .layer("time")
            .definedBy(ROOT + ".time")
            .layer("execution")
            .definedBy(ROOT + ".execution")
            .layer("exposition")
            .definedBy(ROOT + ".exposition")
            .layer("metrics")
            .definedBy(ROOT + ".metrics")
            .layer("server")
            .definedBy(ROOT + ".server")
            .layer("refresh")
            .definedBy(ROOT + ".refresh")
            .layer("library")
            .definedBy(ROOT)
            .layer("kubernetes")
            .definedBy(ROOT + ".kubernetes")
            .layer("worker")
            .definedBy(ROOT + ".worker")
            .layer("demo")
            .definedBy(ROOT + ".demo")
            .layer("cli")
            .definedBy(ROOT + ".cli")
            .whereLayer("time")
            .mayNotAccessAnyLayer()
            .whereLayer("execution")
            .mayNotAccessAnyLayer()
            .whereLayer("exposition")
            .mayNotAccessAnyLayer()
            .whereLayer("metrics")
            .mayOnlyAccessLayers("execution", "exposition")
            .whereLayer("server")
            .mayOnlyAccessLayers("exposition")
            .whereLayer("refresh")
            .mayOnlyAccessLayers("execution", "metrics", "time")
            .whereLayer("library")
            .mayOnlyAccessLayers("execution", "exposition", "metrics", "server", "refresh", "time")
            .whereLayer("kubernetes")
            .mayOnlyAccessLayers("execution")
            .whereLayer("worker")
            .mayOnlyAccessLayers("execution", "metrics", "time")
            .whereLayer("demo")
            .mayOnlyAccessLayers("execution", "metrics", "time", "worker")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule NO_STATIC_CHANGES = noFields()
            .that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat(resideInAnyPackage(ROOT + ".."))
            .should()
            .notBeFinal();

    /** Tells tests by their names, so that it does not matter where they were compiled to. */
    static final class WithoutTests implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("/testing/")
                    && !location.asURI().toString().matches(".*Test(\\$.*)?\\.class");
        }
    }
}
