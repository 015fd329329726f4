package org.daywatch.directory.rosters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What of a note names a student. */
class NamedStudentsTest {

    private static final List<String> ROSTER = List.of("Ocampo, María Elena", "De la Cruz, Luis", "Hall, Grace");

    @Test
    void givenAndFamilyNameSideBySideNameAStudentHoweverTheyAreWritten() {
        for (String text : List.of("Talk with Maria Ocampo", "OCAMPO, MARÍA: lunch", "elena ocampo cried",
                "Luis de la Cruz left", "with Grace Hall")) {
            assertThat(NamedStudents.in(text, ROSTER)).as(text).isTrue();
        }
        assertThat(NamedStudents.in("Luis Cruz", ROSTER)).as("of a long family name the last word").isTrue();
    }

    @Test
    void aGivenNameAloneOrTwoOfDifferentStudentsNameNobody() {
        for (String text : List.of("", "Maria", "Civics, period 3", "Grace, then the hall", "Maria and Ocampo Street",
                "Luis Ocampo", "Mariana Ocampo", "Luis de Mesa")) {
            assertThat(NamedStudents.in(text, ROSTER)).as(text).isFalse();
        }
        assertThat(NamedStudents.in("Maria Ocampo", List.of())).as("a school without a roster").isFalse();
    }
}
