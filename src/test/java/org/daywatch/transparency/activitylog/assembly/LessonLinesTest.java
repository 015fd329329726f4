package org.daywatch.transparency.activitylog.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.training.TrainingEvent.Audience;
import org.daywatch.training.TrainingEvent.LessonTaught;
import org.daywatch.transparency.activitylog.Activity;
import org.daywatch.transparency.activitylog.ActivityKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LessonLinesTest {

    private static final UUID OFFICER = new UUID(1, 1);

    @Test
    void aLessonToACohortCountsAsItAndItsPreparationStandsApart() {
        var lines = LessonLines.of(taught(Audience.COHORT, OFFICER, 20));
        assertThat(lines).extracting(Activity::kind, Activity::subject, Activity::minutes, Activity::officer)
                .containsExactly(tuple(ActivityKind.LESSON_COHORT, "LRE:COHORT", 47, OFFICER),
                        tuple(ActivityKind.LESSON_PREPARATION, "LRE:PREPARATION", 20, OFFICER));
        assertThat(lines.getFirst().details())
                .extracting(d -> d.label(), d -> d.people(), d -> d.lesson(), d -> d.lessons(), d -> d.teacher())
                .containsExactly("Civics, period 3", 26, 3, 10, true);
        assertThat(lines.getFirst().to()).isEqualTo("2026-11-17T16:57:00Z");
        assertThat(lines.getLast().from()).as("nobody says when they prepared it").isNull();
        assertThat(lines).extracting(Activity::origin).containsOnly("lesson " + new UUID(2, 2));
    }

    @Test
    void aLessonForStaffOrParentsIsLawRelatedEducationForEverybody() {
        assertThat(LessonLines.of(taught(Audience.UNIVERSAL, OFFICER, 0))).extracting(Activity::subject)
                .containsExactly("LRE:UNIVERSAL");
        assertThat(LessonLines.of(taught(Audience.STAFF, OFFICER, 0))).extracting(Activity::kind, Activity::subject)
                .containsExactly(tuple(ActivityKind.STAFF_TRAINING, "LRE:UNIVERSAL"));
        assertThat(LessonLines.of(taught(Audience.PARENTS, OFFICER, 0))).extracting(Activity::kind, Activity::subject)
                .containsExactly(tuple(ActivityKind.PARENT_CONTACT, "LRE:UNIVERSAL"));
    }

    @Test
    void theSameHourTypedAsALessonOrAsTalkingToParentsGoesAndATelephoneCallDuringAClassStays() {
        assertThat(ActivityKind.PARENT_CONTACT.typedAs()).containsExactlyInAnyOrder(ActivityKind.PARENT_CONTACT,
                ActivityKind.LESSON_COHORT, ActivityKind.LESSON_UNIVERSAL);
        assertThat(ActivityKind.LESSON_COHORT.typedAs()).containsExactlyInAnyOrder(ActivityKind.LESSON_COHORT,
                ActivityKind.LESSON_UNIVERSAL);
        assertThat(ActivityKind.LESSON_UNIVERSAL.told()).as("a lesson for staff is told as theirs")
                .contains(ActivityKind.STAFF_TRAINING);
        assertThat(ActivityKind.MENTORING_TALK.typedAs()).isEmpty();
    }

    @Test
    void whatATeacherTaughtIsNoHourOfAnOfficer() {
        assertThat(LessonLines.of(taught(Audience.COHORT, null, 10))).isEmpty();
    }

    private static LessonTaught taught(Audience audience, @Nullable UUID officer, int preparation) {
        return new LessonTaught(new UUID(2, 1), new UUID(2, 2), Instant.parse("2026-11-17T17:00:00Z"), new UUID(2, 3),
                new UUID(2, 4), officer, "BULLYING-BYSTANDER", audience, "Civics, period 3",
                3, 10, LocalDate.of(2026, 11, 17), Instant.parse("2026-11-17T16:10:00Z"), 47, preparation, 26, true,
                "Dana Reyes");
    }
}
