package org.daywatch.staffing.shifts;

import java.util.List;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.punches.Doubt;
import org.jspecify.annotations.Nullable;

/** Everything anyone can do to a shift. What a decision must know of other records comes with the command. */
public sealed interface ShiftCommand {

    /** The officer confirms what they said on the phone. */
    record ConfirmAcceptance() implements ShiftCommand {}

    /**
     * @param position the phone's position, already measured against the school; null when it gave none
     * @param deskCode null: none was typed
     * @param doubts what does not fit about the punch; a signal that refuses nothing
     * @param packRead they acknowledged the current site pack, or the school has none
     */
    record CheckIn(Punch.@Nullable Position position, @Nullable DeskCode deskCode, List<Doubt> doubts, boolean packRead,
            Punctuality rules)
            implements
                ShiftCommand {}

    enum DeskCode { RIGHT, WRONG }

    /** Somebody at the front desk saw them: the second signal when a position was all there was. */
    record ConfirmPresence() implements ShiftCommand {}

    record CheckOut(String note) implements ShiftCommand {}

    record GiveBack(String reason) implements ShiftCommand {}

    record Cancel(String reason) implements ShiftCommand {}

    record MarkNoShow(Punctuality rules) implements ShiftCommand {}

    /** The coordinator records or corrects what was worked. */
    record RecordWorked(Window worked, String note, String reason) implements ShiftCommand {}

    /** @param own by the officer themselves, which is possible for a few minutes only */
    record ReverseCheckIn(String reason, boolean own) implements ShiftCommand {}

    record ReverseCheckOut(String reason, boolean own) implements ShiftCommand {}

    /** Brings back a missed, cancelled or given-back shift; its post must still be free. */
    record Reinstate(String reason) implements ShiftCommand {}
}
