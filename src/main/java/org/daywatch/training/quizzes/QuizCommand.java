package org.daywatch.training.quizzes;

import java.time.Instant;
import java.time.LocalDate;

/** What becomes of a quiz that was opened. */
public sealed interface QuizCommand {

    record Close(String by) implements QuizCommand {}

    /** Its time is over. */
    record RunOut() implements QuizCommand {}

    /** Closed too early: phones go on where they were. @param today by the school's clock */
    record Reopen(ClassCode code, Instant closes, LocalDate today, String by) implements QuizCommand {}
}
