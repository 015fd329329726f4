package org.daywatch.staffing.workedhours;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.punches.Doubt;
import org.daywatch.staffing.shifts.Punch;
import org.daywatch.staffing.shifts.Shift.State;
import org.daywatch.staffing.shifts.ShiftQueries.Card;
import org.jspecify.annotations.Nullable;

/**
 * What payroll gets of an ended shift, cut at midnight of the school. Payable is what was both scheduled and proven:
 * minutes outside the post, and those of a check-in no one at the school confirmed, are shown but not payable. Paid is
 * the payable time of the whole shift, rounded as the department's rule says; docs/formats/worked-hours.md describes
 * the columns.
 */
public final class WorkedHours {

    public static final List<String> SHIFT_HEADER = List.of("day", "school", "officer", "from", "to", "state",
            "checked_in", "checked_out", "proof", "doubts", "shift_id");
    public static final List<String> HEADER = List.of("officer", "department", "day", "school", "scheduled_from",
            "scheduled_to", "checked_in", "checked_out",
            "proof", "proven", "doubts", "worked_minutes", "payable_minutes", "paid_minutes", "paid_hours",
            "rounded_to_minutes", "accepted_by", "shift_id");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private WorkedHours() {}

    /** The work of one shift on one calendar day. Parts add up to the shift, to the minute. */
    public record Part(Card card, String department, LocalDate day, long worked, long payable, long paid,
            int rounding) {

        UUID shiftId() {
            return card.shift().id();
        }
    }

    /** @param rounding the paid time of a shift is a multiple of so many minutes, half a step rounded up */
    public static List<Part> parts(Card card, String department, int rounding) {
        var worked = card.shift().worked().orElse(null);
        if (worked == null) return List.of();
        var payable = payable(card);
        var parts = new ArrayList<Part>();
        long workedBefore = 0;
        long payableBefore = 0;
        for (Instant cut : cuts(worked, card.zone())) {
            long w = minutes(worked, cut);
            long p = payable == null ? 0 : minutes(payable, cut);
            var day = LocalDate.ofInstant(cut.minusNanos(1), card.zone());
            parts.add(new Part(card, department, day, w - workedBefore, p - payableBefore,
                    rounded(p, rounding) - rounded(payableBefore, rounding), rounding));
            workedBefore = w;
            payableBefore = p;
        }
        return parts;
    }

    /** The midnights within, and the end. */
    private static List<Instant> cuts(Window worked, ZoneId zone) {
        var cuts = new ArrayList<Instant>();
        var midnight = LocalDate.ofInstant(worked.start(), zone).plusDays(1).atStartOfDay(zone).toInstant();
        while (midnight.isBefore(worked.end())) {
            cuts.add(midnight);
            midnight = LocalDate.ofInstant(midnight, zone).plusDays(1).atStartOfDay(zone).toInstant();
        }
        cuts.add(worked.end());
        return cuts;
    }

    /**
     * Whole minutes of the window up to an instant; counted from its start, so that no part loses a minute to seconds.
     */
    private static long minutes(Window window, Instant until) {
        Instant end = until.isBefore(window.end()) ? until : window.end();
        return Math.max(0, Duration.between(window.start(), end).toMinutes());
    }

    static long rounded(long minutes, int step) {
        return step <= 1 ? minutes : Math.floorDiv(2 * minutes + step, 2L * step) * step;
    }

    private static @Nullable Window payable(Card card) {
        if (!(card.shift().state() instanceof State.Ended(var punch, _, _)) || !punch.proven()) return null;
        return card.shift().worked().flatMap(w -> w.intersect(card.shift().window())).orElse(null);
    }

    public static List<Object> row(Part part) {
        var card = part.card();
        var shift = card.shift();
        var ended = (State.Ended) shift.state();
        return List.of(shift.officerName(), part.department(), part.day(), card.school(),
                clock(card, shift.window().start()),
                clock(card, shift.window().end()), clock(card, ended.punch().at()), clock(card, ended.at()),
                ended.punch().proof(),
                ended.punch().proven() ? "yes" : "no", Doubt.written(ended.punch().doubts()), part.worked(),
                part.payable(), part.paid(),
                hours(part.paid()), part.rounding(), shift.acceptance().byPhone() ? "PHONE" : "OFFICER", shift.id());
    }

    /** Hours as payroll systems take them: two decimals. */
    static String hours(long minutes) {
        return String.format(Locale.ROOT, "%.2f", minutes / 60.0);
    }

    public static List<Object> shiftRow(Card card) {
        var shift = card.shift();
        Punch punch = shift.punch().orElse(null);
        return List.of(card.date(), card.school(), shift.officerName(), clock(card, shift.window().start()),
                clock(card, shift.window().end()),
                shift.state().code(), clock(card, punch == null ? null : punch.at()),
                clock(card, shift.state() instanceof State.Ended ended ? ended.at() : null),
                punch == null ? "" : punch.proof(),
                Doubt.written(shift.doubts()), shift.id());
    }

    private static String clock(Card card, @Nullable Instant at) {
        return at == null ? "" : CLOCK.format(at.atZone(card.zone()));
    }
}
