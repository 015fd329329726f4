package org.daywatch.training.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Role;
import org.daywatch.training.sessions.LessonSession.Teacher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose lesson somebody may change, and close the quizzes of. */
class SessionDoorTest {

    private static final UUID OFFICER = new UUID(1, 1);
    private static final UUID TEACHER = new UUID(1, 2);
    private static final UUID OTHER = new UUID(1, 3);

    @ParameterizedTest
    @CsvSource({"OFFICER, own, true", "OFFICER, another's, false", "OFFICER, a teacher's, false",
            "OFFICER, nobody's, false", "TEACHER, own, true", "TEACHER, another's, true", "TEACHER, a teacher's, true",
            "PRINCIPAL, another's, true", "PRINCIPAL, a teacher's, true"})
    void anOfficerWritesInTheLessonsTheyTeachOnly(Role role, String whose, boolean may) {
        var actor = new Actor(OFFICER, "Dana Vega", new UUID(9, 1), "Mesquite", role, role.defaults(), null,
                Capacity.NONE, new UUID(9, 2), "en");
        var teacher = switch (whose) {
            case "own" -> new Teacher(new UUID(2, 1), OFFICER, "Dana Vega", "");
            case "another's" -> new Teacher(new UUID(2, 2), OTHER, "Lee Ortega", "");
            case "a teacher's" -> new Teacher(null, TEACHER, "Kit Alder", "");
            default -> new Teacher(null, null, "Somebody", "");
        };
        assertThat(SessionDoor.mayWrite(actor, LessonSessionTest.taughtBy(teacher))).isEqualTo(may);
    }
}
