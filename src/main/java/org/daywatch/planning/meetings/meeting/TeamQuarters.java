package org.daywatch.planning.meetings.meeting;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.daywatch.directory.calendars.YearParts;
import org.jspecify.annotations.Nullable;

/** The four calendar quarters of a school year, which runs from July to June, and what the team did in each. */
public final class TeamQuarters {

    private TeamQuarters() {}

    /** A meeting, as far as a quarter asks. @param quorum null while it has not been held */
    public record Meeting(UUID id, LocalDate day, @Nullable Boolean quorum) {}

    public enum Standing {
        /** A meeting with quorum was held. */
        MET,
        /** Meetings were held, none with quorum; the quarter goes on. */
        NO_QUORUM,
        /** None was held yet; one is called. */
        CALLED,
        /** None was held and none is called; the quarter goes on. */
        NOTHING,
        /** Over, without a meeting with quorum. */
        MISSED,
        /** Not begun. */
        COMING
    }

    /** @param meeting the one that counts, or the next one called; null where there is none */
    public record Quarter(LocalDate first, LocalDate last, Standing standing, @Nullable UUID meeting) {

        public boolean late() {
            return standing == Standing.MISSED;
        }
    }

    /** @param meetings those that were called off left out */
    public static List<Quarter> of(Collection<Meeting> meetings, LocalDate asOf) {
        int year = asOf.getMonthValue() >= 7 ? asOf.getYear() : asOf.getYear() - 1;
        return IntStream.range(0, 4).mapToObj(q -> quarter(LocalDate.of(year, 7, 1).plusMonths(3L * q), meetings, asOf))
                .toList();
    }

    private static Quarter quarter(LocalDate first, Collection<Meeting> meetings, LocalDate asOf) {
        var last = YearParts.quarterEnds(first);
        var within = meetings.stream().filter(m -> !m.day().isBefore(first) && !m.day().isAfter(last))
                .sorted(Comparator.comparing(Meeting::day)).toList();
        var met = within.stream().filter(m -> Boolean.TRUE.equals(m.quorum())).findFirst();
        if (met.isPresent()) return new Quarter(first, last, Standing.MET, met.get().id());
        if (asOf.isAfter(last))
            return new Quarter(first, last, Standing.MISSED, within.stream().findFirst().map(Meeting::id).orElse(null));
        var called = within.stream().filter(m -> m.quorum() == null).findFirst();
        if (called.isPresent()) return new Quarter(first, last, Standing.CALLED, called.get().id());
        if (asOf.isBefore(first)) return new Quarter(first, last, Standing.COMING, null);
        return new Quarter(first, last, within.isEmpty() ? Standing.NOTHING : Standing.NO_QUORUM,
                within.stream().findFirst().map(Meeting::id).orElse(null));
    }
}
