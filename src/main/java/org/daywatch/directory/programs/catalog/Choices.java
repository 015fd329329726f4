package org.daywatch.directory.programs.catalog;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import org.daywatch.directory.ProgramRule.Reading;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.Requirement.Evidence;
import org.daywatch.platform.errors.InvalidInput;

/**
 * In which other ways a demand may be counted and proved. What is measured stays what it is: hours never become drills.
 * Pure.
 */
public final class Choices {

    private static final Set<Evidence> PAPERS = Set.of(Evidence.SIGNED_DOCUMENT, Evidence.REPORT_FILED,
            Evidence.NOTICE_SENT);

    private Choices() {}

    /** As shipped first. */
    public static List<Counting> countings(Demand demand) {
        var others = switch (demand.kind()) {
            case DRILL -> List.of(Counting.YEAR, Counting.EACH_HALF, Counting.QUARTER, Counting.MONTH,
                    Counting.FIRST_SCHOOL_DAYS, Counting.BY_DATE);
            case CEILING -> List.of(Counting.AT_MOST_HALF, Counting.AT_MOST_YEAR);
            case MEETING -> demand.counting() == Counting.QUARTER
                    ? List.of(Counting.QUARTER, Counting.MONTH, Counting.YEAR)
                    : List.<Counting>of();
            case DOCUMENT, REPORT,
                    AUDIT ->
                demand.owedBy() == Demand.OwedBy.SCHOOL
                        ? List.of(Counting.YEAR, Counting.QUARTER, Counting.ONCE, Counting.BY_DATE,
                                Counting.EVERY_YEARS)
                        : List.<Counting>of();
            case NOTICE,
                    CLOCK ->
                after(demand.counting())
                        ? List.of(Counting.DAYS_AFTER, Counting.HOURS_AFTER, Counting.SCHOOL_DAYS_AFTER)
                        : List.<Counting>of();
            case SWEEP ->
                demand.owedBy() == Demand.OwedBy.SCHOOL ? List.of(Counting.WEEK, Counting.MONTH) : List.<Counting>of();
            case TIME, SHARE, GATE -> List.<Counting>of();
        };
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(demand.counting()), others.stream()).distinct()
                .toList();
    }

    private static boolean after(Counting counting) {
        return counting == Counting.DAYS_AFTER || counting == Counting.HOURS_AFTER
                || counting == Counting.SCHOOL_DAYS_AFTER;
    }

    /** As shipped first; one paper may stand for another. */
    public static List<Evidence> evidence(Demand demand) {
        return PAPERS.contains(demand.evidence())
                ? java.util.stream.Stream
                        .concat(java.util.stream.Stream.of(demand.evidence()), PAPERS.stream().sorted()).distinct()
                        .toList()
                : List.of(demand.evidence());
    }

    /** @throws InvalidInput naming the field, where the demand cannot be counted or proved so */
    public static Reading reading(Demand demand, String counting, String evidence, String detail) {
        var counts = countings(demand).stream().filter(c -> c.name().equals(counting)).findFirst()
                .orElseThrow(() -> new InvalidInput("counting", counting, "programs.wrong.counting"));
        var proves = evidence(demand).stream().filter(e -> e.name().equals(evidence)).findFirst()
                .orElseThrow(() -> new InvalidInput("evidence", evidence, "programs.wrong.evidence"));
        return new Reading(counts, proves, detail(counts, detail.strip()));
    }

    private static String detail(Counting counting, String detail) {
        if (counting == Counting.BY_DATE) {
            try {
                return MonthDay.parse("--" + detail).toString().substring(2);
            } catch (DateTimeException unreadable) {
                throw new InvalidInput("detail", detail, "programs.wrong.date");
            }
        }
        if (counting != Counting.FIRST_SCHOOL_DAYS) return "";
        if (!detail.isEmpty() && !detail.matches("[1-9]\\d?"))
            throw new InvalidInput("detail", detail, "programs.wrong.first");
        return detail;
    }
}
