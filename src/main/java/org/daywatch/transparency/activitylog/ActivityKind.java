package org.daywatch.transparency.activitylog;

import static org.daywatch.transparency.activitylog.ActivityFunction.*;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What exactly an officer did. The word stands in the table; a program counts the subject. */
public enum ActivityKind {
    ON_POST(PRESENCE, "ON_CAMPUS", Way.CLOCK), OFF_CAMPUS(AWAY, "", Way.TAP),
    PEACE_OFFICER(LAW_ENFORCEMENT, "", Way.CLOCK),
    ALERT(EMERGENCIES, "", Way.FACT), EXERCISE(EMERGENCIES, "", Way.FACT), INCIDENT(EMERGENCIES, "", Way.FACT),
    DRILL(PLANNING, "", Way.FACT), SAFETY_TEAM(PLANNING, "", Way.FACT), AGREEMENT(PLANNING, "", Way.FACT),
    PLAN(PLANNING, "", Way.FACT), PAPER(PLANNING, "", Way.FACT),

    LESSON_COHORT(TRAINING, "LRE:COHORT", Way.TAP), LESSON_UNIVERSAL(TRAINING, "LRE:UNIVERSAL", Way.TAP),
    LESSON_PREPARATION(TRAINING, "LRE:PREPARATION", Way.TAP),
    STAFF_TRAINING(TRAINING, "", Way.TAP), OWN_TRAINING(TRAINING, "", Way.TAP),
    MENTORING_TALK(MENTORING, "", Way.TAP), CONFERENCE(MENTORING, "", Way.TAP),
    ARRIVAL(PRESENCE, "", Way.TAP), PASSING_PERIOD(PRESENCE, "", Way.TAP), LUNCH(PRESENCE, "", Way.TAP),
    DISMISSAL(PRESENCE, "", Way.TAP), PERIMETER(PRESENCE, "", Way.TAP),
    DOOR_SWEEP(PREVENTION, "SWEEP:DOORS", Way.TAP), SITE_ASSESSMENT(PREVENTION, "", Way.TAP),
    INFORMATION(RELATIONSHIPS, "", Way.TAP), THREAT_ASSESSMENT(RELATIONSHIPS, "", Way.TAP),
    PARENT_CONTACT(COMMUNITY, "", Way.TAP), COMMUNITY_EVENT(COMMUNITY, "", Way.TAP),
    PLANNING_WORK(PLANNING, "", Way.TAP), MEDIATION(RESTORATIVE, "", Way.TAP),
    CALL_FOR_SERVICE(LAW_ENFORCEMENT, "", Way.TAP), INVESTIGATION(LAW_ENFORCEMENT, "", Way.TAP),
    REPORT(LAW_ENFORCEMENT, "", Way.TAP), CITATION(LAW_ENFORCEMENT, "", Way.TAP),
    ARREST(LAW_ENFORCEMENT, "", Way.TAP), SHOT_FIRED(LAW_ENFORCEMENT, "", Way.TAP),
    IMPROPER_DISCIPLINE(IMPROPER, "", Way.TAP), IMPROPER_LUNCH_DUTY(IMPROPER, "", Way.TAP),
    IMPROPER_BUS_DUTY(IMPROPER, "", Way.TAP), IMPROPER_SUBSTITUTE(IMPROPER, "", Way.TAP),
    IMPROPER_OTHER(IMPROPER, "", Way.TAP);

    /** How a line of this kind comes about; off campus also by the clock. */
    public enum Way { CLOCK, FACT, TAP }

    private final ActivityFunction function;
    private final String subject;
    private final Way way;

    ActivityKind(ActivityFunction function, String subject, Way way) {
        this.function = function;
        this.subject = subject;
        this.way = way;
    }

    public ActivityFunction function() {
        return function;
    }

    /** What a program counts it as; empty where none does, or where the line itself says it. */
    public String subject() {
        return subject;
    }

    public boolean tapped() {
        return way == Way.TAP;
    }

    /** A class sits there: it has a name of its own and so many heads. */
    public boolean lesson() {
        return this == LESSON_COHORT || this == LESSON_UNIVERSAL;
    }

    /**
     * Kinds that are told with a record of their own: what is typed of them at the same time, or on the same day where
     * the record knows no hour, is the same work, and counts once. Empty for every other kind.
     */
    public Set<ActivityKind> told() {
        if (lesson()) return Set.of(LESSON_COHORT, LESSON_UNIVERSAL, STAFF_TRAINING, PARENT_CONTACT); // a lesson for staff or parents is told as theirs
        return this == DOOR_SWEEP || this == PERIMETER || this == SITE_ASSESSMENT || this == STAFF_TRAINING
                || this == PARENT_CONTACT ? Set.of(this) : Set.of();
    }

    /** Kinds that an officer types for what is told as this one. */
    public Set<ActivityKind> typedAs() {
        return Arrays.stream(values()).filter(kind -> kind.told().contains(this))
                .collect(Collectors.toUnmodifiableSet());
    }

    public static Optional<ActivityKind> find(String word) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(word)).findFirst();
    }

    public static List<ActivityKind> tappedOf(ActivityFunction function) {
        return Arrays.stream(values()).filter(kind -> kind.tapped() && kind.function == function).toList();
    }
}
