package org.daywatch.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is due, was done or was missed, in one school year.
 *
 * @param number which of several, from 1
 * @param from the first day on which it counts
 * @param by the last day on which it is in time
 * @param doneOn null while nothing counts as done
 * @param evidence where what was done can be seen; empty while nothing was
 */
public record Due(Requirement requirement, int number, LocalDate from, LocalDate by, State state,
        @Nullable LocalDate doneOn, String evidence) {

    public enum State { COMING, DUE, LATE, DONE, DONE_LATE, MISSED }

    /** Something that starts a clock, or is announced. @param subject what is due because of it */
    public record Start(String subject, LocalDate on) {}

    /**
     * Something that was done.
     *
     * @param subject as in {@link Requirement#subject()}
     * @param quarter the first day of the quarter a report is about; null where it says none, and for everything else
     */
    public record Done(String subject, LocalDate on, String evidence, @Nullable LocalDate quarter) {

        public Done(String subject, LocalDate on, String evidence) {
            this(subject, on, evidence, null);
        }
    }
}
