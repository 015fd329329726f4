package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.daywatch.house.shape.Shape;
import org.junit.jupiter.api.Test;

/**
 * One class decides and tells, another works on rows: rules are read and tested without a database, rows without their
 * rules.
 */
class ShapesTest {

    private static final Pattern BY_POSITION = Pattern
            .compile("\\.value([2-9]|\\d{2,})\\(\\)|\\bRecord([2-9]|\\d{2,})::value");

    @Test
    void whoTellsFactsHoldsNoSql() {
        Offenders.none(
                "Move the SQL to the store beside it, or to a new …Store, and let this class ask it: it tells facts and holds SQL.",
                both(Compiled.MAIN));
    }

    @Test
    void whoDoesBothIsFound() {
        assertThat(both(new ClassFileImporter().importPackagesOf(Shape.class)))
                .containsExactly("house.shape.TellsAndHoldsSql", "house.shape.WishCommands");
    }

    @Test
    void rowsAreReadByName() throws IOException {
        var found = new TreeSet<String>();
        for (var line : Sources.linesOfMain(".java"))
            if (BY_POSITION.matcher(line.text()).find()) found.add(line.file().replaceFirst(".*org/daywatch/", ""));
        Offenders.none(
                "Read the row by name: r.get(TABLE.COLUMN), or r.get(field) with the field in a variable that says what it is. A column that is added or moved changes the others' numbers.",
                found);
        assertThat(List.of("new A(r.value1(), r.value2())", "fetchMap(Record2::value1)", "r.value11()"))
                .allMatch(text -> BY_POSITION.matcher(text).find());
        assertThat("fetchSingle().value1()").doesNotContainPattern(BY_POSITION);
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
