package org.daywatch.transparency;

import org.daywatch.platform.errors.RefusalCode;

/** Why something about logs, meters or reports was refused. Never renamed once published. */
public enum TransparencyRefusal implements RefusalCode {
    LOG_WEEK_LOCKED("This week is signed and locked. Write a correction with a reason."),
    LOG_SIGNED("This log is signed already."),
    LOG_EMPTY("There is nothing in this log to sign."),
    LOG_STILL_ON_POST("You are still on post at this school. Check out first."),
    LOG_WEEK_NOT_OVER("A week is signed from its Friday on."),
    LOG_OFFICER_FIRST("The officer signs first."),
    LOG_OWN_SIGNATURE("Nobody signs for both sides."),
    LOG_REASON_MISSING("Say why, in five letters or more."),
    LOG_NOT_ON_POST("You were not checked in at this school on that day."),
    LOG_LINE_NOT_TYPED("This line follows a clock record or a record of another page. Correct it there."),
    LOG_LINE_WITHDRAWN("This line is withdrawn already."),
    LOG_ASSESSMENT_COUNTED("The site assessment of that day is in the log already."),
    LOG_ROUND_COUNTED("A round of that time is in the log already."),
    LOG_OUTSIDE_SHIFT("What counts lies between check-in and check-out."),
    LOG_WHILE_AWAY("The clock has you off campus at that time."),
    LOG_TIME_TAKEN("That time is written down already."),
    LOG_LESSON_COUNTED("A lesson of that time is written down with its own record and counts already.");

    private final String sentence;

    TransparencyRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
