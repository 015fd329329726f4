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
    SESSION_TAUGHT_MEANWHILE("Whoever teaches has taught another lesson at that time."),
    SESSION_CLASS_TAKEN("This class has another lesson then."),
    QUIZ_CLOSED("This quiz is closed."),
    QUIZ_NOT_OVER("The time of this quiz is not over."),
    QUIZ_OPEN_ALREADY("This quiz is open."),
    QUIZ_ANOTHER_DAY("A quiz is opened again on its own day only."),
    QUIZ_NO_LESSON("This lesson was not taught."),
    QUIZ_NO_QUESTIONS("This lesson has no questions."),
    QUIZ_HELD_ALREADY("The class was asked at this moment already."),
    QUIZ_ANOTHER_OPEN("Another quiz of this lesson is open."),
    QUIZ_TOO_LATE("The time for this quiz has passed: what it would measure has changed."),
    QUIZ_BEFORE_LESSON("This quiz comes after the lesson."),
    QUIZ_TOO_EARLY("It is too early to ask what was kept."),
    QUIZ_NOT_WAITING("Only a class on the wait list is asked while it waits."),
    QUIZ_FIRST_MISSING("The class was not asked the first time."),
    QUIZ_CODE_FIRST("The pairing code comes before the first question.");

    private final String sentence;

    TrainingRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
