package org.daywatch.transparency.activitylog.weeks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.daywatch.directory.Campus;
import org.daywatch.transparency.activitylog.Activity;
import org.daywatch.transparency.activitylog.ActivityKind;
import org.daywatch.transparency.activitylog.Kept;
import org.daywatch.transparency.activitylog.WeekSums;
import org.daywatch.transparency.activitylog.timeuse.TimeUse;
import org.jspecify.annotations.Nullable;

/**
 * One officer's week at one school, as it is read, printed and signed.
 *
 * @param rules versions of the rules this log is kept for, in force on its last day
 */
public record OfficerWeekView(WeeklyLog log, Campus school, List<Kept> lines, List<WeeklyLogStore.Step> steps,
        TimeUse time, List<String> rules) {

    /**
     * One day of it.
     *
     * @param arrive first check-in; null on a day without one
     * @param depart last check-out; null while they are there, and on a day without a check-in
     */
    public record Day(LocalDate day, @Nullable Instant arrive, @Nullable Instant depart, WeekSums sums,
            List<Kept> lines) {

        public boolean stillThere() {
            return arrive != null && depart == null;
        }
    }

    public WeekSums sums() {
        return WeekSums.of(lines);
    }

    /** Days on which something stands or was withdrawn, in their order. */
    public List<Day> days() {
        return lines.stream().map(k -> k.what().day()).distinct().sorted().map(this::day).toList();
    }

    private Day day(LocalDate day) {
        var ofDay = lines.stream().filter(k -> k.what().day().equals(day)).toList();
        var clocked = ofDay.stream().filter(Kept::stands).map(Kept::what)
                .filter(a -> a.source() == Activity.Source.CLOCK && a.kind() != ActivityKind.PEACE_OFFICER).toList();
        var arrive = clocked.stream().map(Activity::from).min(Comparator.naturalOrder()).orElse(null);
        var depart = clocked.stream().anyMatch(Activity::goesOn)
                ? null
                : clocked.stream().map(Activity::to).max(Comparator.naturalOrder()).orElse(null);
        return new Day(day, arrive, depart, WeekSums.of(ofDay), ofDay);
    }

    /** Lines that were withdrawn, with what took their place. */
    public List<Correction> corrections() {
        return lines.stream().filter(k -> !k.stands()).map(gone -> new Correction(gone,
                lines.stream().filter(k -> gone.id().equals(k.follows())).findFirst().orElse(null))).toList();
    }

    /** @param instead null where nothing took its place */
    public record Correction(Kept gone, @Nullable Kept instead) {}
}
