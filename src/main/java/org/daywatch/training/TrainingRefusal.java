package org.daywatch.training;

import org.daywatch.platform.errors.RefusalCode;

/** Why training refused something. Never renamed once published. */
public enum TrainingRefusal implements RefusalCode {
    SESSION_NOT_PLANNED("This lesson was taught or called off already.");

    private final String sentence;

    TrainingRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
