package org.daywatch.directory.rosters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.daywatch.directory.rosters.ClassGroup.RosterPerson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikeNamesTest {

    @ParameterizedTest
    @CsvSource({"Colt Graye,'Gray, Colt'", "jonathan smith,'Smyth, Jonathon'", "Smith Jonathan,'Smith, Jonathan'",
            "jose nunez,'Núñez, José'", "Kathryn Lee,'Lee, Catherine'", "Phillip Ruiz,'Ruiz, Filip'",
            "Alex Moreno,'Moreno, Alexander'", "Moreno,'Moreno, Alexander'", "Maria Garcia,'Garcia Lopez, Maria'",
            "Stehpen Park,'Park, Stephen'", "Vega,'Bega, Ana'"})
    void namesThatAreTakenForEachOtherAreAlike(String heard, String listed) {
        assertThat(LikeNames.alike(heard, listed)).isTrue();
        assertThat(LikeNames.alike(listed, heard)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Colt Gray,'Brown, Colt'", "Ana Lee,'Lee, Tom'", "Maria Garcia,'Gomez, Mario'", "Sam Wu,'Wu, Dan'",
            "'',''", "'--','Lee, Ana'"})
    void othersAreNot(String heard, String listed) {
        assertThat(LikeNames.alike(heard, listed)).isFalse();
    }

    @Test
    void theLikestComesFirstAndNobodyIsLeftOut() {
        var people = List.of(person("Smyth, Jonathon"), person("Smith, Jonathan"), person("Brown, Ana"),
                person("Smithe, Jonathan"));
        assertThat(LikeNames.of("Jonathan Smith", people)).extracting(RosterPerson::name)
                .containsExactly("Smith, Jonathan", "Smithe, Jonathan", "Smyth, Jonathon");
        assertThat(LikeNames.of(" ", people)).isEmpty();
    }

    @Test
    void twoNeighborsChangedRoundAreOneSlip() {
        assertThat(LikeNames.edits("stephen", "stehpen")).isOne();
        assertThat(LikeNames.edits("", "abc")).isEqualTo(3);
        assertThat(LikeNames.edits("kitten", "sitting")).isEqualTo(3);
    }

    private static RosterPerson person(String name) {
        return new RosterPerson(UUID.randomUUID(), name, "");
    }
}
