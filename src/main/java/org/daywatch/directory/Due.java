package org.daywatch.directory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.daywatch.directory.Requirement.Counting;
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

    public static List<Due> in(Collection<State> states, List<Due> dues) {
        return dues.stream().filter(due -> states.contains(due.state)).toList();
    }

    /** What is due every week. */
    public static List<Due> weekly(List<Due> dues) {
        return dues.stream().filter(Due::isWeekly).toList();
    }

    public static List<Due> notWeekly(List<Due> dues) {
        return dues.stream().filter(due -> !due.isWeekly()).toList();
    }

    /** What was done, or could have been. */
    public static List<Due> over(List<Due> dues) {
        return dues.stream().filter(due -> due.state != State.COMING && due.state != State.DUE).toList();
    }

    private boolean isWeekly() { return requirement.counting() == Counting.WEEK; }

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
