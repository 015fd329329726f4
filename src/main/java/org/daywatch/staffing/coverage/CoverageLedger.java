package org.daywatch.staffing.coverage;

import static java.time.temporal.ChronoUnit.MINUTES;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.coverage.PostDay.Absence;
import org.daywatch.staffing.coverage.PostDay.Attendance;
import org.jspecify.annotations.Nullable;

/**
 * Splits a post's window into stretches: covered, uncovered with its reason, and still to come. Instants are cut to the
 * whole minute before they are compared, so that required = covered + uncovered + to come holds exactly, always.
 */
public final class CoverageLedger {

    private CoverageLedger() {}

    public enum Kind { COVERED, UNCOVERED, TO_COME }

    /** @param reason only for uncovered stretches */
    public record Stretch(Window window, Kind kind, @Nullable GapReason reason) {}

    /** Minutes of one post. */
    public record Result(long required, long covered, long uncovered, long toCome, List<Stretch> stretches) {

        public List<Stretch> gaps() {
            return stretches.stream().filter(s -> s.kind() == Kind.UNCOVERED).toList();
        }
    }

    public static Result of(PostDay post, Instant now) {
        var stretches = stretches(post, now.truncatedTo(MINUTES));
        return new Result(post.window().minutes(), sum(stretches, Kind.COVERED), sum(stretches, Kind.UNCOVERED),
                sum(stretches, Kind.TO_COME), stretches);
    }

    private static List<Stretch> stretches(PostDay post, Instant now) {
        var cuts = cuts(post, now);
        var stretches = new ArrayList<Stretch>();
        Instant from = null;
        for (Instant to : cuts) {
            if (from != null) append(stretches, stretch(post, new Window(from, to), now));
            from = to;
        }
        return List.copyOf(stretches);
    }

    /** Every instant at which something may change, inside the window and including its ends. */
    private static TreeSet<Instant> cuts(PostDay post, Instant now) {
        var window = post.window();
        var cuts = new TreeSet<Instant>();
        cuts.add(now);
        for (var attendance : post.attendances()) {
            add(cuts, attendance.acceptedAt());
            add(cuts, attendance.checkedInAt());
            add(cuts, attendance.checkedOutAt());
            for (var absence : attendance.absences()) {
                add(cuts, absence.from());
                add(cuts, absence.to());
            }
        }
        cuts.removeIf(cut -> !window.contains(cut));
        cuts.add(window.start());
        cuts.add(window.end());
        return cuts;
    }

    private static void add(TreeSet<Instant> cuts, @Nullable Instant instant) {
        if (instant != null) cuts.add(instant.truncatedTo(MINUTES));
    }

    private static Stretch stretch(PostDay post, Window window, Instant now) {
        if (!window.start().isBefore(now)) return new Stretch(window, Kind.TO_COME, null);
        GapReason best = null;
        for (var attendance : post.attendances()) {
            var reason = absentBecause(attendance, window.start());
            if (reason == null) return new Stretch(window, Kind.COVERED, null);
            if (notYetTheirs(attendance, window.start())) continue;
            if (best == null || telling(reason) > telling(best)) best = reason;
        }
        return new Stretch(window, Kind.UNCOVERED, best == null ? GapReason.NOT_FILLED : best);
    }

    /** @return null when they stood there at that minute */
    private static @Nullable GapReason absentBecause(Attendance attendance, Instant at) {
        Instant in = attendance.checkedInAt() == null ? null : attendance.checkedInAt().truncatedTo(MINUTES);
        Instant out = attendance.checkedOutAt() == null ? null : attendance.checkedOutAt().truncatedTo(MINUTES);
        if (in == null) {
            return switch (attendance.state()) {
                case "NO_SHOW" -> GapReason.NO_SHOW;
                case "CANCELLED", "GIVEN_BACK" -> GapReason.CALLED_OFF;
                default -> GapReason.LATE;
            };
        }
        if (at.isBefore(in)) return GapReason.LATE;
        if (out != null && !at.isBefore(out)) return GapReason.LEFT_EARLY;
        if (attendance.absences().stream().anyMatch(a -> away(a, at))) return GapReason.OFF_CAMPUS;
        return attendance.proven() ? null : GapReason.CHECK_IN_UNPROVEN;
    }

    /** They neither stood there nor had they accepted the post by that minute. */
    private static boolean notYetTheirs(Attendance attendance, Instant at) {
        return at.isBefore(attendance.acceptedAt().truncatedTo(MINUTES))
                && (attendance.checkedInAt() == null || at.isBefore(attendance.checkedInAt().truncatedTo(MINUTES)));
    }

    private static boolean away(Absence absence, Instant at) {
        return !at.isBefore(absence.from().truncatedTo(MINUTES))
                && (absence.to() == null || at.isBefore(absence.to().truncatedTo(MINUTES)));
    }

    /** Where several held the post: what began the gap says more than that a relief was still on their way. */
    private static int telling(GapReason reason) {
        return switch (reason) {
            case NOT_FILLED -> 0;
            case CALLED_OFF -> 1;
            case LATE -> 2;
            case NO_SHOW -> 3;
            case LEFT_EARLY -> 4;
            case OFF_CAMPUS -> 5;
            case CHECK_IN_UNPROVEN -> 6;
        };
    }

    private static void append(List<Stretch> stretches, Stretch next) {
        if (!stretches.isEmpty()) {
            var last = stretches.getLast();
            if (last.kind() == next.kind() && last.reason() == next.reason()) {
                stretches.set(stretches.size() - 1, new Stretch(new Window(last.window().start(), next.window().end()),
                        last.kind(), last.reason()));
                return;
            }
        }
        stretches.add(next);
    }

    private static long sum(List<Stretch> stretches, Kind kind) {
        return stretches.stream().filter(s -> s.kind() == kind).mapToLong(s -> s.window().minutes()).sum();
    }
}
