package org.daywatch.directory.rosters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.rosters.ClassGroup.RosterPerson;
import org.daywatch.platform.errors.InvalidInput;
import org.junit.jupiter.api.Test;

/** In which class a student sits when the alert comes. */
class ClassMeetingTest {

    private static final RosterPerson ALEX = student("Alex");
    private static final RosterPerson SAM = student("Sam");
    private final ClassGroup homeroom = group("Homeroom", List.of(), ALEX, SAM);
    private final ClassGroup math = group("Mathematics", List.of("1"), ALEX);
    private final ClassGroup band = group("Band", List.of("2"), ALEX, SAM);

    @Test
    void aLessonTakesItsStudentsAndTheHomeroomTheOthers() {
        assertThat(names(Set.of("1"))).containsExactly("Mathematics: Alex", "Homeroom: Sam");
        assertThat(names(Set.of("2"))).containsExactly("Band: Alex, Sam");
    }

    @Test
    void betweenLessonsEverybodyIsInTheirHomeroom() {
        assertThat(names(Set.of())).containsExactly("Homeroom: Alex, Sam");
    }

    @Test
    void nobodyIsAskedForTwiceAndNobodyIsLeftOutWhoHasAClass() {
        var meeting = ClassRosters.meeting(List.of(math, band), Set.of());
        assertThat(meeting.stream().flatMap(c -> c.students().stream()).map(RosterPerson::name))
                .containsExactlyInAnyOrder("Alex", "Sam");
    }

    @Test
    void lessonsAreWrittenOneALine() {
        assertThat(ClassPeriod.read("1 08:00-08:50\n\n Lunch A 11:00-11:30 ")).extracting(ClassPeriod::line)
                .containsExactly("1 08:00-08:50", "Lunch A 11:00-11:30");
        assertThat(ClassPeriod.read("1 08:00-08:50").getFirst().at(LocalTime.of(8, 50))).isFalse();
        for (String wrong : List.of("1", "1 8-9", "1 09:00-08:00", "1 08:00-08:50\n1 09:00-09:50")) {
            assertThatThrownBy(() -> ClassPeriod.read(wrong)).as(wrong).isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("periods");
        }
    }

    private List<String> names(Set<String> on) {
        return ClassRosters.meeting(List.of(homeroom, math, band), on).stream()
                .map(c -> c.title() + ": " + String.join(", ", c.students().stream().map(RosterPerson::name).toList()))
                .toList();
    }

    private static ClassGroup group(String title, List<String> periods, RosterPerson... students) {
        return new ClassGroup(UUID.randomUUID(), title, "", periods, List.of(), Arrays.asList(students));
    }

    private static RosterPerson student(String name) {
        return new RosterPerson(UUID.randomUUID(), name, "");
    }
}
