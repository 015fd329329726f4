package org.daywatch.scheduling.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

/** A checker that used what it checks would repeat its mistakes. */
class IndependenceTest {

    private static final JavaClasses CHECKER = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.daywatch.scheduling.check");

    @Test
    void theCheckerLeansOnTheJdkAndTheJsonReaderAlone() {
        assertThat(CHECKER).hasSizeGreaterThan(30);
        ArchRuleDefinition.classes().should().onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "tools.jackson..", "org.jspecify..", "org.daywatch.scheduling.check..")
                .check(CHECKER);
    }
}
