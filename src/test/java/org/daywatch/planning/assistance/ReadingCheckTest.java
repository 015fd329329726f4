package org.daywatch.planning.assistance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.rosters.ClassGroup;
import org.daywatch.directory.rosters.ClassGroup.RosterPerson;
import org.junit.jupiter.api.Test;

class ReadingCheckTest {

    private static final RosterPerson LEE = new RosterPerson(new UUID(1, 1), "Yucca, Lee", "");
    private static final RosterPerson KIM = new RosterPerson(new UUID(1, 2), "Yucca, Kim", "");
    private static final RosterPerson SAGE = new RosterPerson(new UUID(2, 1), "Sage, Dana", "dana@story.example");
    private static final RosterPerson ALDER = new RosterPerson(new UUID(2, 2), "Alder, Robin", "robin@story.example");
    private static final UUID PLAN = new UUID(3, 1);

    @Test
    void everyAdultOfTheStudentsClassesIsAskedAndWhoHasReadIsNot() {
        var lines = check(
                List.of(group("Algebra", List.of(SAGE), LEE, KIM), group("Biology", List.of(SAGE, ALDER), LEE)),
                Set.of(), Set.of("dana@story.example"));
        assertThat(lines).containsExactly("Algebra Yucca, Lee Sage, Dana READ", "Biology Yucca, Lee Sage, Dana READ",
                "Biology Yucca, Lee Alder, Robin UNREAD");
    }

    @Test
    void thePlanFollowsTheStudentToAnotherClass() {
        assertThat(check(List.of(group("Biology", List.of(ALDER), LEE)), Set.of(), Set.of("dana@story.example")))
                .containsExactly("Biology Yucca, Lee Alder, Robin UNREAD");
    }

    @Test
    void aNoteWithoutPlanAndAClassWithoutAdultAreNamed() {
        assertThat(check(List.of(group("Art", List.of(), LEE, KIM)), Set.of(KIM.id()), Set.of()))
                .containsExactly("Art Yucca, Lee  NOBODY", "Art Yucca, Kim  NO_PLAN");
    }

    private static List<String> check(List<ClassGroup> classes, Set<UUID> noted, Set<String> readers) {
        return ReadingCheck.of(classes, Map.of(LEE.id(), PLAN), noted, Map.of(PLAN, readers)).stream()
                .map(l -> l.group().title() + " " + l.student().name() + " " + l.adult() + " " + l.kind()).toList();
    }

    private static ClassGroup group(String title, List<RosterPerson> adults, RosterPerson... students) {
        return new ClassGroup(UUID.nameUUIDFromBytes(title.getBytes()), title, "", List.of(), adults,
                List.of(students));
    }
}
