package org.daywatch.staffing.coverage;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.staffing.coverage.CoverageLedger.Kind;
import org.daywatch.staffing.coverage.CoverageLedger.Stretch;
import org.daywatch.staffing.coverage.PostDay.Attendance;
import org.jspecify.annotations.Nullable;

/** One school on one day: its posts with their minutes, summed, and how it stands now. */
public record SchoolDayCoverage(Campus school, String district, LocalDate day, List<Seat> seats, CoverageState state,
        long required,
        long covered, long uncovered, long toCome) {

    /** @param holder who holds the post, came or not; null when nobody does */
    public record Seat(CoverageQueries.Row row, CoverageLedger.Result minutes, @Nullable Attendance holder,
            CoverageState state) {

        /** Nobody stands there now, or it is not certain that somebody will. */
        public boolean lacking() {
            return state == CoverageState.UNCOVERED || state == CoverageState.AT_RISK;
        }

        public boolean onPost() {
            return holder != null && holder.state().equals("ON_POST");
        }
    }

    public static SchoolDayCoverage of(Campus school, String district, List<CoverageQueries.Row> rows, Instant now,
            Duration grace) {
        var seats = new ArrayList<Seat>();
        for (var row : rows) {
            var holder = row.post().attendances().stream().filter(Attendance::holdsPost).findFirst().orElse(null);
            var minutes = CoverageLedger.of(row.post(), now);
            seats.add(new Seat(row, minutes, holder, state(row, minutes, holder, now, grace)));
        }
        var state = seats.stream().map(Seat::state).min(CoverageState::compareTo).orElse(CoverageState.OVER);
        return new SchoolDayCoverage(school, district, rows.getFirst().day(), List.copyOf(seats), state,
                sum(seats, 'r'), sum(seats, 'c'),
                sum(seats, 'u'), sum(seats, 't'));
    }

    private static CoverageState state(CoverageQueries.Row row, CoverageLedger.Result minutes,
            @Nullable Attendance holder, Instant now, Duration grace) {
        var window = row.post().window();
        if (!now.isBefore(window.end())) return CoverageState.OVER;
        if (now.isBefore(window.start())) return holder == null ? CoverageState.AT_RISK : CoverageState.PROMISED;
        Stretch last = minutes.stretches().stream().filter(s -> s.kind() != Kind.TO_COME).reduce((a, b) -> b)
                .orElse(null);
        if (last == null || last.kind() == Kind.COVERED) return CoverageState.COVERED;
        if (last.reason() == GapReason.CHECK_IN_UNPROVEN) return CoverageState.UNPROVEN;
        var expected = holder == null || holder.acceptedAt().isBefore(window.start())
                ? window.start()
                : holder.acceptedAt();
        boolean justLate = holder != null && holder.state().equals("SCHEDULED") && now.isBefore(expected.plus(grace));
        return justLate ? CoverageState.AT_RISK : CoverageState.UNCOVERED;
    }

    private static long sum(List<Seat> seats, char what) {
        return seats.stream().map(Seat::minutes).mapToLong(m -> switch (what) {
            case 'r' -> m.required();
            case 'c' -> m.covered();
            case 'u' -> m.uncovered();
            default -> m.toCome();
        }).sum();
    }

    public long unfilled() {
        return seats.stream().filter(s -> s.holder() == null).count();
    }

    public List<String> officers() {
        return seats.stream().map(Seat::holder).filter(h -> h != null).map(Attendance::officer).distinct().toList();
    }

    /** The post most in need of a look: where the row of the board leads. */
    public UUID worstPost() {
        return seats.stream().max(java.util.Comparator.<Seat>comparingLong(s -> s.minutes().uncovered())
                .thenComparing(s -> s.holder() == null))
                .orElseThrow().row().post().postId();
    }

    /** Each post by itself: the rows of which the school's minutes are the sum. */
    public List<SchoolDayCoverage> bySeat() {
        return seats.stream()
                .map(s -> new SchoolDayCoverage(school, district, day, List.of(s), s.state(), s.minutes().required(),
                        s.minutes().covered(),
                        s.minutes().uncovered(), s.minutes().toCome()))
                .toList();
    }

    public List<Stretch> gaps() {
        return seats.stream().flatMap(s -> s.minutes().gaps().stream()).toList();
    }

    public UUID schoolId() {
        return school.id();
    }
}
