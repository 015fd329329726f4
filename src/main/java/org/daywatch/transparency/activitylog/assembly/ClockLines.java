package org.daywatch.transparency.activitylog.assembly;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.daywatch.staffing.ClockRecords.ClockRecord;
import org.daywatch.staffing.ClockRecords.Stretch;
import org.daywatch.transparency.activitylog.Activity.Details;
import org.daywatch.transparency.activitylog.Activity.Source;
import org.daywatch.transparency.activitylog.Activity;
import org.daywatch.transparency.activitylog.ActivityKind;
import org.jspecify.annotations.Nullable;

/**
 * One shift as lines of the log: on post, off campus in between with the reason, and as peace officer inside it. Pure.
 * On post and off campus never overlap and together are the time from check-in to check-out.
 */
public final class ClockLines {

    private final ClockRecord shift;
    private final ZoneId zone;
    private final List<Stretch> gone;

    private ClockLines(ClockRecord shift, ZoneId zone, List<Stretch> typedAway) {
        this.shift = shift;
        this.zone = zone;
        this.gone = typedAway;
    }

    /**
     * @param typedAway what they wrote down themselves of being away: it is a line already and only cuts the time on
     * post
     */
    public static List<Activity> of(ClockRecord shift, ZoneId zone, List<Stretch> typedAway) {
        return shift.from() == null ? List.of() : new ClockLines(shift, zone, typedAway).lines();
    }

    private List<Activity> lines() {
        var lines = new ArrayList<Activity>();
        var away = without(clipped(shift.away()), clipped(gone));
        away.forEach(
                stretch -> lines.add(line(ActivityKind.OFF_CAMPUS, stretch.from(), stretch.to(), stretch.reason())));
        present(away).forEach(stretch -> lines.add(line(ActivityKind.ON_POST, stretch.from(), stretch.to(), "")));
        clipped(shift.peaceOfficer())
                .forEach(stretch -> lines.add(line(ActivityKind.PEACE_OFFICER, stretch.from(), stretch.to(), "")));
        lines.sort(Comparator.comparing((Activity a) -> a.from()).thenComparing(Activity::kind));
        return lines;
    }

    /** What is left of the shift when every absence is cut out of it. */
    private List<Stretch> present(List<Stretch> away) {
        var all = new ArrayList<>(away);
        all.addAll(clipped(gone));
        all.sort(Comparator.comparing(Stretch::from));
        var present = new ArrayList<Stretch>();
        @Nullable Instant from = shift.from();
        for (var stretch : all) {
            if (from == null) break;
            if (stretch.from().isAfter(from)) present.add(new Stretch(from, stretch.from(), ""));
            from = stretch.to() == null ? null : later(from, stretch.to());
        }
        if (from != null && (shift.to() == null || from.isBefore(shift.to()) || present.isEmpty() && all.isEmpty()))
            present.add(new Stretch(from, shift.to(), ""));
        return present;
    }

    /** An absence that they typed and that a corrected punch makes the clock's too is one absence. */
    private static List<Stretch> without(List<Stretch> stretches, List<Stretch> cuts) {
        var left = stretches;
        for (var cut : cuts) left = left.stream().flatMap(stretch -> pieces(stretch, cut).stream()).toList();
        return left;
    }

    private static List<Stretch> pieces(Stretch stretch, Stretch cut) {
        if (stretch.to() != null && !cut.from().isBefore(stretch.to())
                || cut.to() != null && !cut.to().isAfter(stretch.from()))
            return List.of(stretch);
        var pieces = new ArrayList<Stretch>();
        if (stretch.from().isBefore(cut.from())) pieces.add(new Stretch(stretch.from(), cut.from(), stretch.reason()));
        if (cut.to() != null && (stretch.to() == null || cut.to().isBefore(stretch.to())))
            pieces.add(new Stretch(cut.to(), stretch.to(), stretch.reason()));
        return pieces;
    }

    /** Whatever lies outside check-in and check-out is cut off; what is open ends with the shift. */
    private List<Stretch> clipped(List<Stretch> stretches) {
        var inside = new ArrayList<Stretch>();
        for (var stretch : stretches) {
            var from = later(stretch.from(), shift.from());
            var to = stretch.to() == null || shift.to() != null && stretch.to().isAfter(shift.to())
                    ? shift.to()
                    : stretch.to();
            if (to == null || from.isBefore(to)) inside.add(new Stretch(from, to, stretch.reason()));
        }
        return inside;
    }

    private Activity line(ActivityKind kind, Instant from, @Nullable Instant to, String reason) {
        LocalDate day = from.atZone(zone).toLocalDate();
        return new Activity(shift.districtId(), shift.schoolId(), shift.officerId(), day, from, to,
                Activity.minutes(from, to), kind, kind.subject(), reason, Details.NONE,
                Source.CLOCK, "shift " + shift.shift(), "/shifts/" + shift.shift());
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
