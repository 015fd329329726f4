package org.daywatch.planning.improvements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.daywatch.planning.improvements.Owners.Owner;
import org.daywatch.planning.places.PeopleAtSchool.Person;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Role;
import org.junit.jupiter.api.Test;

/** Whoever is named as owner is told; a name nobody has is no owner by accident. */
class OwnersTest {

    private static final UUID QUINN = new UUID(0, 1);
    private static final Owners OWNERS = owners();

    @Test
    void isChosenFromTheListOrByANameThatOnlyOneHas() {
        assertThat(OWNERS.chosen(Map.of("owner", "Quinn Harroway, Teacher")))
                .isEqualTo(new Owner("Quinn Harroway", QUINN));
        assertThat(OWNERS.chosen(Map.of("owner", " quinn harroway "))).isEqualTo(new Owner("Quinn Harroway", QUINN));
        assertThat(OWNERS.chosen(Map.of("owner", "Sam Field, Teacher 2")).person()).isEqualTo(new UUID(0, 3));
    }

    @Test
    void aNameThatTwoHaveOrNobodyHasIsAskedForAgain() {
        assertThatThrownBy(() -> OWNERS.chosen(Map.of("owner", "Sam Field"))).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("improvements.wrong.owner");
        assertThatThrownBy(() -> OWNERS.chosen(Map.of("owner", "Facilities"))).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("improvements.wrong.owner");
        assertThatThrownBy(() -> OWNERS.chosen(Map.of("owner", " "))).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("typed.wrong.empty");
    }

    @Test
    void anOfficeWithoutAnAccountIsSaidToHaveNone() {
        assertThat(OWNERS.chosen(Map.of("owner", "District locksmith", "external", "true")))
                .isEqualTo(new Owner("District locksmith", null));
    }

    private static Owners owners() {
        var people = new LinkedHashMap<String, Person>();
        people.put("Quinn Harroway, Teacher", new Person(QUINN, "Quinn Harroway", Role.TEACHER));
        people.put("Sam Field, Teacher", new Person(new UUID(0, 2), "Sam Field", Role.TEACHER));
        people.put("Sam Field, Teacher 2", new Person(new UUID(0, 3), "Sam Field", Role.TEACHER));
        return new Owners(people);
    }
}
