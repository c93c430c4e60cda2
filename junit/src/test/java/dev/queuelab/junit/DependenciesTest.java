package dev.queuelab.junit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The jar goes onto the class path of other people's tests. */
class DependenciesTest {
    @Test
    void nothingButJavaAndJUnitIsNeeded() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.xml..",
                        "org.w3c.dom",
                        "org.xml.sax..",
                        "org.junit.jupiter.api",
                        "org.junit.jupiter.api.function",
                        "org.jspecify.annotations",
                        "dev.queuelab.junit")
                .allowEmptyShould(false)
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.queuelab.junit"));
    }
}
