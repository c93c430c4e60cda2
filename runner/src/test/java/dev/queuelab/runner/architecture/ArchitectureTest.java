package dev.queuelab.runner.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house's rules, for all of our programs but the sandbox and the extension of JUnit, which stand alone. */
class ArchitectureTest {
    private static final String AWS_SDK = "software.amazon.awssdk..";

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.queuelab");

    /** From the bottom up; consumer and producer know core alone. */
    private static final List<String> MODULES =
            List.of("core", "consumer", "producer", "gateway", "scenarios", "lab", "report", "runner");

    @Test
    void everyModuleIsLookedAt() {
        assertThat(OURS).hasSizeGreaterThan(300);
        for (String module : MODULES) {
            assertThat(OURS).as(module).anyMatch(type -> type.getPackageName().startsWith("dev.queuelab." + module));
        }
    }

    @Test
    void scenariosSeeTheKitTheChecksAndWhatTheyAreMadeOf() {
        holds(classes()
                .that()
                .resideInAnyPackage("dev.queuelab.scenarios.shortrun..", "dev.queuelab.scenarios.longrun..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "picocli",
                        "com.google.auto.service",
                        "org.jspecify.annotations",
                        "dev.queuelab.scenarios..",
                        "dev.queuelab.core.call",
                        "dev.queuelab.core.knob",
                        "dev.queuelab.core.payload",
                        "dev.queuelab.core.toolbox",
                        "dev.queuelab.core.trace"));
    }

    @Test
    void theAwsSdkIsKnownWhereItIsNeeded() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.queuelab.core.aws",
                        "dev.queuelab.consumer..",
                        "dev.queuelab.producer..",
                        "dev.queuelab.gateway.signing",
                        "dev.queuelab.lab.stage",
                        "dev.queuelab.lab.environment",
                        "dev.queuelab.lab.validation",
                        "dev.queuelab.lab.run",
                        "dev.queuelab.lab.triage")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(AWS_SDK));
    }

    @Test
    void checksArePure() {
        holds(noClasses()
                .that()
                .resideInAPackage("dev.queuelab.scenarios.check")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io", "java.nio..", "java.net..", "java.util.concurrent..", AWS_SDK));
    }

    @Test
    void dependenciesPointOneWay() {
        for (String module : MODULES) {
            holds(noClasses()
                    .that()
                    .resideInAPackage("dev.queuelab." + module + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(above(module)));
        }
    }

    /** What a module must not know: all that come later, and the programs, which are only ever started. */
    private static String[] above(String module) {
        List<String> later = MODULES.subList(MODULES.indexOf(module) + 1, MODULES.size());
        return Stream.concat(later.stream(), Stream.of("consumer", "producer"))
                .filter(other -> !other.equals(module))
                .distinct()
                .map(other -> "dev.queuelab." + other + "..")
                .toArray(String[]::new);
    }

    @Test
    void consumerProducerAndGatewayKnowCoreAlone() {
        holds(noClasses()
                .that()
                .resideInAnyPackage("dev.queuelab.consumer..", "dev.queuelab.producer..", "dev.queuelab.gateway..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.queuelab.scenarios..", "dev.queuelab.lab..", "dev.queuelab.report.."));
    }

    @Test
    void packagesHaveNoCycles() {
        holds(slices().matching("dev.queuelab.(**)").should().beFreeOfCycles());
    }

    @Test
    void thePartsOfTheStageDoNotReferBack() {
        holds(slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return type.getPackageName().equals("dev.queuelab.lab.stage")
                                ? SliceIdentifier.of(type.getName().replaceFirst("\\$.*", ""))
                                : SliceIdentifier.ignore();
                    }

                    @Override
                    public String getDescription() {
                        return "classes of the stage";
                    }
                })
                .should()
                .beFreeOfCycles());
    }

    @Test
    void processesAreStartedInOnePackage() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("dev.queuelab.lab.process")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class, Process.class)
                .orShould()
                .callMethod(Runtime.class, "exec", String[].class));
    }

    @Test
    void timeAndChanceComeFromOutside() {
        holds(noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callConstructor(Random.class));
        holds(noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Main")
                .and()
                .haveSimpleNameNotEndingWith("Process")
                .should()
                .callMethod(Clock.class, "systemUTC"));
    }

    @Test
    void onlyMainsPrintAndExit() {
        holds(noClasses()
                .that(areNoMains())
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class));
    }

    private static DescribedPredicate<JavaClass> areNoMains() {
        return DescribedPredicate.describe(
                "are no mains", type -> !type.getSimpleName().endsWith("Main"));
    }

    private static void holds(ArchRule rule) {
        rule.allowEmptyShould(false).check(OURS);
    }
}
