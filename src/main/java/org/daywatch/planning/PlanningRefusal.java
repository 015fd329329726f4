package org.daywatch.planning;

import org.daywatch.platform.errors.RefusalCode;

/** Why planning refused something. Never renamed once published. */
public enum PlanningRefusal implements RefusalCode {
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
