package org.daywatch.training;

import org.daywatch.platform.errors.RefusalCode;

/** Why training refused something. Never renamed once published. */
public enum TrainingRefusal implements RefusalCode {
    SESSION_NOT_PLANNED,
    SESSION_ANOTHER_DAY,
    SESSION_NOT_BEGUN,
    SESSION_NOT_TAUGHT,
    SESSION_NOT_YET,
    SESSION_REASON_MISSING,
    SESSION_TEACHER_TAKEN,
    SESSION_TAUGHT_MEANWHILE,
    SESSION_CLASS_TAKEN,
    QUIZ_CLOSED,
    QUIZ_NOT_OVER,
    QUIZ_OPEN_ALREADY,
    QUIZ_ANOTHER_DAY,
    QUIZ_NO_LESSON,
    QUIZ_NO_QUESTIONS,
    QUIZ_HELD_ALREADY,
    QUIZ_ANOTHER_OPEN,
    QUIZ_TOO_LATE,
    QUIZ_BEFORE_LESSON,
    QUIZ_TOO_EARLY,
    QUIZ_NOT_WAITING,
    QUIZ_FIRST_MISSING,
    QUIZ_CODE_FIRST
}
