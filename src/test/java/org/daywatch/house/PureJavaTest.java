package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Whoever takes scheduling as a library gets no server and no database with it, neither by an import of the room nor by
 * one of what it borrows.
 */
class PureJavaTest {

    private static final String ROOM = "org.daywatch.scheduling";
    private static final List<String> PURE = List.of("java.", "org.jspecify.", "tools.jackson.", "picocli.",
            "com.google.ortools.");
    private static final List<String> DATABASES = List.of("java.sql.", "javax.sql.");

    /** Without the descriptions of packages, which carry the room's name for the walls and nothing that runs. */
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("package-info"))
            .importPackages(ROOM, "org.daywatch.platform");

    @Test
    void schedulingLeansOnTheJdkJsonTheCommandLineAndTheSolverAlone() {
        var reached = reached();
        assertThat(reached).hasSizeGreaterThan(100);
        Offenders.none("Move what needs a server, SQL or another room out of " + ROOM
                + ", or hand the fact in as an argument.",
                reached.stream().flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                        .filter(PureJavaTest::impure).map(Dependency::getDescription).toList());
    }

    /** The room's classes, and every class of the platform they lead to. */
    private static Set<JavaClass> reached() {
        var reached = new LinkedHashSet<JavaClass>();
        var open = new ArrayDeque<>(CLASSES.stream().filter(c -> c.getPackageName().startsWith(ROOM)).toList());
        while (!open.isEmpty()) {
            var next = open.pop();
            if (reached.add(next)) {
                next.getDirectDependenciesFromSelf().stream().map(d -> d.getTargetClass().getBaseComponentType())
                        .filter(PureJavaTest::ours)
                        .map(c -> CLASSES.get(c.getName())).forEach(open::add);
            }
        }
        return reached;
    }

    private static boolean ours(JavaClass target) {
        return target.getPackageName().startsWith(ROOM) || target.getPackageName().startsWith("org.daywatch.platform");
    }

    private static boolean impure(Dependency dependency) {
        var target = dependency.getTargetClass().getBaseComponentType();
        if (target.isPrimitive() || ours(target)) return false;
        return PURE.stream().noneMatch(target.getName()::startsWith)
                || DATABASES.stream().anyMatch(target.getName()::startsWith);
    }
}
