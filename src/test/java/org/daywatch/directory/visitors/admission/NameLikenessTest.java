package org.daywatch.directory.visitors.admission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which written names may be one person's. */
class NameLikenessTest {

    @Test
    void aNameIsFoundInWhateverOrderAndWithALetterWrong() {
        for (String written : new String[] {"Jamie Yucca", "Yucca, Jamie", "JAMIE  YUCCA", "Jamie Lee Yucca",
                "Jaimie Yucca", "Jamie Yuca", "J. Yucca", "Jamíe Yuccá", "Jamie Yucca Jr."})
            assertThat(NameLikeness.alike(written, "Yucca, Jamie")).as(written).isTrue();
        assertThat(NameLikeness.alike("Marta Quintanilla", "Quintanilla-Reed, Marta")).as("half of a double name")
                .isTrue();
        assertThat(NameLikeness.alike("Sean O’Brien", "O'Brien, Sean")).isTrue();
    }

    @Test
    void anotherPersonIsAnotherPerson() {
        for (String written : new String[] {"Jordan Yucca", "Jamie Mesquite", "Lou Nobody", "Robin Sage",
                "Dana Mendez"})
            assertThat(NameLikeness.alike(written, "Yucca, Jamie")).as(written).isFalse();
        assertThat(NameLikeness.alike("Ann Lee", "Amy Lee")).as("short names to the letter").isFalse();
        assertThat(NameLikeness.alike("Yucca Yucca", "Yucca, Jamie")).as("one word is not two").isFalse();
        assertThat(NameLikeness.alike("–", "Yucca, Jamie")).as("no letter at all").isFalse();
    }
}
