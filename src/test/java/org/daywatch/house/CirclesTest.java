package org.daywatch.house;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.daywatch.house.circle.above.Above;
import org.daywatch.house.circle.below.Below;
import org.junit.jupiter.api.Test;

/**
 * Inside a room too, packages lean one way only: what leans on a class can be left out of mind by whoever changes it.
 */
class CirclesTest {

    private static final ArchRule ONE_WAY = slices().matching("org.daywatch.(**)").should().beFreeOfCycles()
            .as("Packages must not lean on each other in a circle. Move the class that both need beneath them, let the lower one declare an interface that the upper one implements, or hand it the fact it asks for.");

    @Test
    void packagesLeanOneWayOnly() {
        assertThatCode(() -> ONE_WAY.check(Compiled.MAIN)).doesNotThrowAnyException();
    }

    @Test
    void aCircleIsNamedWithTheClassesThatCloseIt() {
        var planted = new ClassFileImporter().importClasses(Above.class, Below.class);
        assertThatThrownBy(() -> ONE_WAY.check(planted)).hasMessageContaining("house.circle.above")
                .hasMessageContaining("house.circle.below").hasMessageContaining("Below").hasMessageContaining("Above");
    }
}
