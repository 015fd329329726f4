package org.daywatch.planning;

import org.daywatch.platform.errors.RefusalCode;

/** Why planning refused something. Never renamed once published. */
public enum PlanningRefusal implements RefusalCode {
    DRILL_RUNNING("This drill has begun already."),
    DRILL_NOT_RUNNING("This drill does not run at the moment."),
    DRILL_NOT_HELD("This drill has not been held yet."),
    DRILL_REVIEWED("This drill has been reviewed already."),
    DRILL_NOT_RATED("Rate at least one thing first: how well did it work?"),
    DRILL_UNCONFIRMED("Say first what this drill counts as."),
    DRILL_CONFIRMED("What this drill counts as has been said already."),
    DRILL_ANOTHER_ACTION("The school was told something else during this drill. Choose what fits what was pressed."),
    DRILL_ANOTHER_DAY("This drill is scheduled for {day}. Move it to today first."),
    DRILL_REASON_MISSING("Say why in a few words: whoever counts drills reads it."),
    DRILL_NOTICE_TOO_SHORT("Families must be told before this drill: the earliest day is {day}."),
    DRILL_SIMULATION("No drill has anybody play an attacker, no shots, wounds or noises of them. Take that out; then it can be scheduled."),
    DRILL_DOSE("{title} has had {number} drills of this kind in this school year with those that are planned; {limit} are allowed. Choose another hour or day."),
    DRILL_NO_SCHOOL("The school is not in session on {day}."),
    DRILL_DAY_TAKEN("Another drill is planned for {day} already."),
    DRILL_EXERCISE_STANDS("The exercise still stands on the screens. End it there: it takes two people."),
    IMPROVEMENT_NOT_OPEN("This improvement is not open any more."),
    IMPROVEMENT_NOT_DONE("Somebody must say first that it is done."),
    IMPROVEMENT_OWN_WORK("Whoever did it or owns it cannot verify it: ask somebody else."),
    IMPROVEMENT_CLOSED("This improvement is closed."),
    IMPROVEMENT_WORDS_MISSING("Write a few words: whoever reads this later was not there."),
    IMPROVEMENT_NOT_YOURS_TO_DROP("Only the safety director drops an improvement."),
    DRILL_NOT_SCHEDULED("This drill is not scheduled any more.");

    private final String sentence;

    PlanningRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
