package org.daywatch.relationships.triage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which tips are much alike. */
class AlikeWordsTest {

    private static boolean alike(String one, String other) {
        boolean like = AlikeWords.of(one).isLike(AlikeWords.of(other), 70);
        assertThat(AlikeWords.of(other).isLike(AlikeWords.of(one), 70)).as("both ways").isEqualTo(like);
        return like;
    }

    @Test
    void capitalsAccentsSignsAndOneOtherWordMakeNoDifference() {
        assertThat(alike("There is a bomb in the gym", "there is a BOMB, in the gym!!!")).isTrue();
        assertThat(alike("Hay una bomba en el baño", "hay una bomba en el bano")).isTrue();
        assertThat(alike("There is a bomb in the gym", "There is a bomb in the library"))
                .as("another place; their page shows each text").isTrue();
        assertThat(alike("There is a bomb in the gym at noon today everybody run",
                "There is a bomb in the gym at noon tomorrow everybody run")).isTrue();
    }

    @Test
    void aTipThatSaysMoreAmongJokesIsNotOneOfThem() {
        assertThat(alike("There is a bomb in the gym", "My cousin wants to bring a gun to the gym tomorrow"))
                .isFalse();
        assertThat(alike("There is a bomb in the gym",
                "There is a bomb in the gym and I saw Alex put it under the bleachers this morning")).isFalse();
        assertThat(alike("", "")).as("nothing is like nothing").isFalse();
        assertThat(alike("!!!", "???")).isFalse();
    }
}
