package org.daywatch.training.quizzes;

import java.util.Set;
import java.util.UUID;

/**
 * One phone at one quiz. It says nothing of the student: not their name, not when they came, not where from.
 *
 * @param answered ids of questions that are answered
 */
public record Seat(UUID id, UUID quizId, Pairing pairing, Set<String> answered, boolean finished) {

    /** Whether the phone has been asked for its pairing code only, has one, or goes without. */
    public enum Pairing {
        ASKED, GIVEN, NONE
    }
}
