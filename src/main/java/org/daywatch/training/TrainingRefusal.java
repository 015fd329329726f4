package org.daywatch.training;

import org.daywatch.platform.errors.RefusalCode;

/** Why training refused something. Never renamed once published. */
public enum TrainingRefusal implements RefusalCode {
    SESSION_NOT_PLANNED("This lesson was taught or called off already."),
    SESSION_ANOTHER_DAY("This lesson is planned for another day."),
    SESSION_NOT_BEGUN("This lesson has not begun."),
    SESSION_NOT_TAUGHT("This lesson has not been taught."),
    SESSION_NOT_YET("A lesson is written down after it was taught."),
    SESSION_REASON_MISSING("Say why, in a few words."),
    SESSION_TEACHER_TAKEN("Whoever teaches has another lesson then."),
    SESSION_CLASS_TAKEN("This class has another lesson then.");

    private final String sentence;

    TrainingRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
