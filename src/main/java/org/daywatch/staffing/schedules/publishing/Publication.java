package org.daywatch.staffing.schedules.publishing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A schedule being told to its officers.
 *
 * @param until the last day that is published; null for all
 * @param places to come to; 0 until they are counted
 * @param asked places kept for officers who were told, @param taken by standing consent, @param passed nothing to do
 * there any more,
 * @param refused something stood against it
 */
public record Publication(UUID id, UUID roster, String reason, @Nullable LocalDate until, State state, Instant askedAt,
        @Nullable Instant endedAt,
        int places, int asked, int taken, int passed, int refused) {

    public enum State { QUEUED, RUNNING, DONE, FAILED }

    /** What became of one place. */
    enum Outcome { ASKED, TAKEN, PASSED, REFUSED }

    public boolean working() {
        return state == State.QUEUED || state == State.RUNNING;
    }

    public int done() {
        return asked + taken + passed + refused;
    }
}
