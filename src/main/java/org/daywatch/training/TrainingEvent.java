package org.daywatch.training;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.platform.events.DomainEvent;
import org.jspecify.annotations.Nullable;

/**
 * Every fact of this room. A new field is optional, a new meaning is a new record. The tenant is the agency that runs
 * the school's program.
 */
public sealed interface TrainingEvent extends DomainEvent {

    UUID schoolId();

    String by();

    /** Who sits there: the same class over several lessons, any students, staff, or parents. */
    enum Audience {
        COHORT, UNIVERSAL, STAFF, PARENTS
    }

    sealed interface OfSession extends TrainingEvent {
        @Override
        default String subject() {
            return "lesson session " + id();
        }
    }

    sealed interface OfQuiz extends TrainingEvent {
        @Override
        default String subject() {
            return "quiz " + id();
        }
    }

    /** @param label the class or the audience; no student */
    record LessonPlanned(UUID tenant, UUID id, Instant at, UUID districtId, UUID schoolId, String lesson,
            Audience audience, String label, LocalDate day, String by)
            implements
                OfSession {}

    /**
     * A lesson was taught and is over; told anew, under the same id, where its record is corrected.
     *
     * @param officerId who taught it, by their officer id; null where none did
     * @param lesson the lesson's code, {@code number} of {@code lessons} for a cohort
     * @param minutes as taught; {@code preparation} apart
     * @param people heads that were counted; null: not counted
     * @param teacher a teacher of the school was there; null: nobody said
     */
    record LessonTaught(UUID tenant, UUID id, Instant at, UUID districtId, UUID schoolId, @Nullable UUID officerId,
            String lesson, Audience audience, String label,
            @Nullable Integer number, @Nullable Integer lessons, LocalDate day, Instant from, int minutes,
            int preparation, @Nullable Integer people, @Nullable Boolean teacher, String by)
            implements
                OfSession {}

    record LessonCalledOff(UUID tenant, UUID id, Instant at, UUID schoolId, String reason,
            String by) implements OfSession {}

    /** A class can answer now. @param moment PRE, POST or DELAYED */
    record QuizOpened(UUID tenant, UUID id, Instant at, UUID schoolId, UUID sessionId, String moment,
            String by) implements OfQuiz {}

    record QuizClosed(UUID tenant, UUID id, Instant at, UUID schoolId, UUID sessionId, String moment, int answered,
            String by) implements OfQuiz {}
}
