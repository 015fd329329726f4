package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.daywatch.house.shape.Shape;
import org.junit.jupiter.api.Test;

/**
 * One class decides and tells, another works on rows: rules are read and tested without a database, rows without their
 * rules.
 */
class ShapesTest {

    /** Both in one today; the list may only shrink. */
    private static final Set<String> BOTH = Set.of("staffing.awards.methods.AwardMethods");

    @Test
    void whoTellsFactsHoldsNoSql() {
        assertThat(both(Compiled.MAIN)).as(
                "each tells facts and holds SQL: move the SQL to the store beside it, or to a new …Store, and let this class ask it; a name of the list that is mended is taken off it")
                .containsExactlyInAnyOrderElementsOf(BOTH);
    }

    @Test
    void whoDoesBothIsFound() {
        assertThat(both(new ClassFileImporter().importPackagesOf(Shape.class)))
                .containsExactly("house.shape.TellsAndHoldsSql", "house.shape.WishCommands");
    }

    /** A class with what is nested in it. What only joins a transaction imports Spring's annotation, not jOOQ. */
    private static Collection<String> both(Iterable<JavaClass> classes) {
        var tell = new TreeSet<String>();
        var sql = new TreeSet<String>();
        for (var one : classes) {
            var name = one.getName().replaceFirst("\\$.*", "").replaceFirst("org\\.daywatch\\.", "");
            if (name.endsWith("Commands") || one.getMethodCallsFromSelf().stream().anyMatch(
                    call -> call.getName().equals("tell") && call.getTargetOwner().getSimpleName().equals("Facts")
                            || call.getName().equals("publishEvent")))
                tell.add(name);
            if (one.getDirectDependenciesFromSelf().stream().map(d -> d.getTargetClass().getName()).anyMatch(
                    used -> used.startsWith("org.jooq.") || used.startsWith("org.daywatch_db.")))
                sql.add(name);
        }
        tell.retainAll(sql);
        return tell;
    }
}
