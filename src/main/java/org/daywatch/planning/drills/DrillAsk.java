package org.daywatch.planning.drills;

import java.time.LocalDate;
import org.daywatch.directory.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * What is still asked for once a drill was held.
 *
 * @param by the last day in time; of a form the last day on which it must still be at hand; null where it is so or is
 * not
 * @param requirement whose demand it is; null where only Daywatch asks for it
 */
public record DrillAsk(What what, State state, @Nullable LocalDate by, @Nullable Requirement requirement) {

    public enum What {
        /** Rated, with what is to be done better. */
        AFTER_ACTION,
        /** The officers who were there are named in the record. */
        OFFICERS,
        /** It was announced where everybody can read it. */
        POSTED,
        /** The form of a fire drill is kept. */
        FIRE_FORM
    }

    public enum State { DONE, DUE, LATE, LACKING }

    public static State dated(boolean done, LocalDate by, LocalDate today) {
        return done ? State.DONE : today.isAfter(by) ? State.LATE : State.DUE;
    }

    /** Somebody has to do something. */
    public boolean open() {
        return state != State.DONE;
    }
}
