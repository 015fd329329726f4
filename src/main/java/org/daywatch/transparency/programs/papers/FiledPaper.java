package org.daywatch.transparency.programs.papers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.Requirement.Evidence;
import org.daywatch.directory.Requirement.Kind;
import org.daywatch.directory.calendars.YearParts;
import org.daywatch.transparency.programs.meters.YearDays;
import org.jspecify.annotations.Nullable;

/**
 * A paper that was signed, filed or sent.
 *
 * @param subject what a program counts it as, such as PLAN:OPERATIONAL
 * @param forDay the day of what a notice announces, or the first day of the quarter a report is about; null for
 * everything else
 * @param kept where it lies, so that a reviewer can ask for it
 * @param person who recorded it, and {@code by} their name
 * @param withdrawn null while it stands
 */
public record FiledPaper(UUID agency, UUID id, UUID district, UUID school, String subject, LocalDate day,
        @Nullable LocalDate forDay, String title, String kept, UUID person, String by,
        Instant at, @Nullable Withdrawn withdrawn) {

    public record Withdrawn(String by, Instant at, String reason) {}

    private static final Set<Kind> KINDS = Set.of(Kind.DOCUMENT, Kind.REPORT, Kind.AUDIT, Kind.NOTICE);
    private static final Set<Evidence> PAPERS = Set.of(Evidence.SIGNED_DOCUMENT, Evidence.REPORT_FILED,
            Evidence.NOTICE_SENT);
    /** Recorded where it is done, so that it cannot be recorded twice. */
    private static final List<String> TOLD_BY_ROOMS = List.of("AGREEMENT:", "PLAN:EMERGENCY", "MEETING:", "EXCEPTION:",
            "NOTICE:ASSIGNMENT", "REVIEW:OFFICER", "REPORT:PROPOSAL:YEARS");

    /** What of this may be recorded by hand, each subject once. */
    public static List<String> subjects(Collection<Requirement> demanded) {
        return demanded.stream().filter(FiledPaper::byHand).map(Requirement::subject).distinct().sorted().toList();
    }

    public static boolean byHand(Requirement r) {
        return KINDS.contains(r.kind()) && PAPERS.contains(r.evidence())
                && TOLD_BY_ROOMS.stream().noneMatch(r.subject()::startsWith);
    }

    /** A notice that must be there so many days before what it announces. */
    static boolean announces(Collection<Requirement> demanded, String subject) {
        return demanded.stream()
                .anyMatch(r -> r.subject().equals(subject) && r.counting() == Requirement.Counting.DAYS_BEFORE);
    }

    /** A report about a quarter that is over. */
    public static boolean ofQuarter(Collection<Requirement> demanded, String subject) {
        return demanded.stream().anyMatch(r -> r.subject().equals(subject) && r.kind() == Kind.REPORT
                && r.counting() == Requirement.Counting.QUARTER);
    }

    /** With its last day, or with the last day of school in it. @param quarter its first day */
    public static boolean over(YearDays year, LocalDate quarter, LocalDate day) {
        var ends = YearParts.quarterEnds(quarter);
        return day.isAfter(ends) || year.known() && !year.last().isBefore(quarter) && !year.last().isAfter(ends)
                && day.isAfter(year.last());
    }

    public boolean stands() {
        return withdrawn == null;
    }
}
