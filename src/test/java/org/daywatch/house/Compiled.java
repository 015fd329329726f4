package org.daywatch.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The compiled application, read once for all tests of a process: it takes seconds. */
final class Compiled {

    static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.daywatch");

    static {
        if (MAIN.size() < 1_000)
            throw new IllegalStateException(
                    "Only " + MAIN.size() + " classes of Daywatch were found: compile all of it first (mvn compile).");
    }

    private Compiled() {}
}
