package org.daywatch.staffing.desk;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.shifts.Punch;
import org.daywatch.staffing.shifts.Shift.State;
import org.daywatch.staffing.shifts.ShiftQueries.Card;
import org.jspecify.annotations.Nullable;

/**
 * What payroll gets of an ended shift. Payable is what was both scheduled and proven: minutes outside the post, and those
 * of a check-in no one at the school confirmed, are shown but not payable.
 */
final class WorkedHours {

    static final List<String> HEADER = List.of("officer", "department_id", "day", "school", "scheduled_from", "scheduled_to", "checked_in", "checked_out", "proof",
            "proven", "scheduled_minutes", "worked_minutes", "payable_minutes", "accepted_by", "shift_id");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private WorkedHours() {}

    static long payableMinutes(Card card) {
        if (!(card.shift().state() instanceof State.Ended(var punch, _, _)) || !punch.proven()) return 0;
        return card.shift().worked().flatMap(w -> w.intersect(card.shift().window())).map(Window::minutes).orElse(0L);
    }

    static List<Object> row(Card card) {
        var shift = card.shift();
        var ended = (State.Ended) shift.state();
        return List.of(shift.officerName(), shift.departmentId(), card.date(), card.school(), clock(card, shift.window().start()), clock(card, shift.window().end()),
                clock(card, ended.punch().at()), clock(card, ended.at()), ended.punch().proof(), ended.punch().proven() ? "yes" : "no", shift.window().minutes(),
                shift.worked().map(Window::minutes).orElse(0L), payableMinutes(card), shift.acceptance().byPhone() ? "PHONE" : "OFFICER", shift.id());
    }

    static List<Object> shiftRow(Card card) {
        var shift = card.shift();
        Punch punch = shift.punch().orElse(null);
        return List.of(card.date(), card.school(), shift.officerName(), clock(card, shift.window().start()), clock(card, shift.window().end()), shift.state().code(),
                clock(card, punch == null ? null : punch.at()), clock(card, shift.state() instanceof State.Ended ended ? ended.at() : null),
                punch == null ? "" : punch.proof(), shift.id());
    }

    private static String clock(Card card, @Nullable Instant at) {
        return at == null ? "" : CLOCK.format(at.atZone(card.zone()));
    }
}
