package org.daywatch.transparency.activitylog.assembly;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.daywatch.training.TrainingEvent.Audience;
import org.daywatch.training.TrainingEvent.LessonTaught;
import org.daywatch.transparency.activitylog.Activity.Details;
import org.daywatch.transparency.activitylog.Activity.Source;
import org.daywatch.transparency.activitylog.Activity;
import org.daywatch.transparency.activitylog.ActivityKind;
import org.jspecify.annotations.Nullable;

/**
 * A lesson that was taught, as lines of the officer who taught it. Pure. One that a teacher taught is no officer's work
 * and counts for no program.
 */
public final class LessonLines {

    private LessonLines() {}

    public static String origin(LessonTaught lesson) {
        return "lesson " + lesson.id();
    }

    public static List<Activity> of(LessonTaught lesson) {
        if (lesson.officerId() == null) return List.of();
        var lines = new ArrayList<Activity>();
        lines.add(line(lesson, kind(lesson), subject(lesson), lesson.minutes(), true,
                new Details(lesson.people(), lesson.label(), lesson.number(), lesson.lessons(), lesson.teacher(), "")));
        // When they prepared it nobody says: its minutes have a day and no hour.
        if (lesson.preparation() > 0)
            lines.add(line(lesson, ActivityKind.LESSON_PREPARATION, ActivityKind.LESSON_PREPARATION.subject(),
                    lesson.preparation(), false,
                    new Details(null, lesson.label(), null, null, null, "")));
        return lines;
    }

    private static ActivityKind kind(LessonTaught lesson) {
        return switch (lesson.audience()) {
            case COHORT -> ActivityKind.LESSON_COHORT;
            case UNIVERSAL -> ActivityKind.LESSON_UNIVERSAL;
            case STAFF -> ActivityKind.STAFF_TRAINING;
            case PARENTS -> ActivityKind.PARENT_CONTACT;
        };
    }

    /**
     * Law-related education is for students, staff and parents: whoever is no cohort of several lessons is everybody.
     * What staff and parents learn besides is no lesson, and is typed.
     */
    private static String subject(LessonTaught lesson) {
        return lesson.audience() == Audience.COHORT
                ? ActivityKind.LESSON_COHORT.subject()
                : ActivityKind.LESSON_UNIVERSAL.subject();
    }

    private static Activity line(LessonTaught lesson, ActivityKind kind, String subject, int minutes, boolean timed,
            Details details) {
        var from = timed ? lesson.from().truncatedTo(ChronoUnit.SECONDS) : null;
        return new Activity(lesson.districtId(), lesson.schoolId(), lesson.officerId(), lesson.day(), from,
                end(from, minutes), minutes, kind, subject, "", details, Source.FACT,
                origin(lesson), "/lessons/sessions/" + lesson.id());
    }

    private static java.time.@Nullable Instant end(java.time.@Nullable Instant from, int minutes) {
        return from == null ? null : from.plus(minutes, ChronoUnit.MINUTES);
    }
}
