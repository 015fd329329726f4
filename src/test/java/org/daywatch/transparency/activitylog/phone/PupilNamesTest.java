package org.daywatch.transparency.activitylog.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What of a note names a pupil. */
class PupilNamesTest {

    private static final List<String> ROSTER = List.of("Ocampo, María Elena", "De la Cruz, Luis", "Hall, Grace");

    @Test
    void givenAndFamilyNameSideBySideNameAPupilHoweverTheyAreWritten() {
        for (String text : List.of("Talk with Maria Ocampo", "OCAMPO, MARÍA: lunch", "elena ocampo cried", "Luis de la Cruz left", "with Grace Hall")) {
            assertThat(PupilNames.names(text, ROSTER)).as(text).isTrue();
        }
        assertThat(PupilNames.names("Luis Cruz", ROSTER)).as("of a long family name the last word").isTrue();
    }

    @Test
    void aGivenNameAloneOrTwoOfDifferentPupilsNameNobody() {
        for (String text : List.of("", "Maria", "Civics, period 3", "Grace, then the hall", "Maria and Ocampo Street", "Luis Ocampo", "Mariana Ocampo", "Luis de Mesa")) {
            assertThat(PupilNames.names(text, ROSTER)).as(text).isFalse();
        }
        assertThat(PupilNames.names("Maria Ocampo", List.of())).as("a school without a roster").isFalse();
    }
}
