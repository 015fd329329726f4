package org.daywatch.staffing.schedules.repair;

import java.util.List;
import org.daywatch.scheduling.engine.Seating;

/**
 * What is to be changed after a call-off.
 *
 * @param changes of seats, the called-off one among them, in the order of seats
 * @param cost points the schedule loses against what it was before the call-off; negative where it gains
 * @param refilled no more seats are open than before the call-off
 * @param others seats beside the called-off one whose officer changes
 * @param proven nothing better exists in the neighborhood that was looked at
 */
public record Repair(List<Change> changes, long cost, boolean refilled, int others, boolean proven) {

    /** A seat, the pair that holds it until now and the one that shall; −1 for nobody. */
    public record Change(int seat, int before, int after) {}

    /** Makes the changes in the schedule they were worked out for, the call-off among them. */
    public void apply(Seating roster) {
        for (var change : changes) if (change.before() >= 0) roster.take(change.before());
        for (var change : changes) if (change.after() >= 0) roster.put(change.after());
    }
}
