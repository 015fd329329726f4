package org.daywatch.prevention.assessments;

import static org.daywatch_db.prevention.Tables.ASSESSMENT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.prevention.assessments.AssessmentReadings.Reading;
import org.daywatch.prevention.measures.CostToMend;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every campus in a line: how far it is, where it is weakest, what mending would cost, when it was looked at and when
 * again. Only what was made with one edition of one instrument stands beside one another.
 */
@Component
@Transactional(readOnly = true)
public class CampusOverview {

    private static final int NOT_KNOWN = Integer.MAX_VALUE - 1;

    public static final Map<String, Comparator<Line>> SORTS = Map.of("school",
            Comparator.comparing(l -> l.school().name()),
            "tier", Comparator.comparingInt(l -> l.last() == null ? -1 : l.last().tiers().whole().held()), "weakest",
            Comparator.comparingInt(CampusOverview::weakness),
            "cost", Comparator.comparingLong(l -> unknownCost(l) ? -1 : l.cost().dollars()), "last",
            Comparator.comparing(l -> l.day() == null ? LocalDate.MIN : l.day()),
            "next", Comparator.comparing(l -> l.due().next() == null ? LocalDate.MIN : l.due().next()));

    /** What is unknown stands last, whichever way the others are ordered. */
    private static final Map<String, Predicate<Line>> UNKNOWN = Map.of("tier",
            l -> l.last() == null || l.last().tiers().whole().known().isEmpty(), "weakest",
            l -> weakness(l) >= NOT_KNOWN,
            "cost", CampusOverview::unknownCost, "last", l -> l.day() == null);

    private final AssessmentStore assessments;
    private final AssessmentReadings readings;
    private final AssessmentDues dues;
    private final GapFollows follows;

    CampusOverview(AssessmentStore assessments, AssessmentReadings readings, AssessmentDues dues, GapFollows follows) {
        this.assessments = assessments;
        this.readings = readings;
        this.dues = dues;
        this.follows = follows;
    }

    /**
     * @param last the last accepted one with the edition that is compared; null: none here
     * @param other the last accepted one with another instrument or edition, where that is newer or the only one; null:
     * none
     * @param going handed in or in the making
     * @param follow what became of the gaps of {@code last}; null where nothing was assessed
     */
    public record Line(Campus school, @Nullable Reading last, @Nullable SiteAssessment other,
            @Nullable SiteAssessment going, @Nullable GapFollow follow, AssessmentDues.Clock due) {

        public @Nullable CostToMend cost() {
            return follow == null ? null : follow.cost();
        }

        public @Nullable LocalDate day() {
            return last == null ? null : last.assessment().day();
        }
    }

    /** @param label of an edition that was used; @param campuses assessed with it */
    public record Used(String label, int campuses) {}

    /**
     * @param used every edition that was used, by name; @param label of the one compared here, empty where there is
     * none
     */
    public record View(List<Line> lines, List<Used> used, String label) {}

    /** @param schools those the reader may see */
    public View list(Paging paging, List<Campus> schools) {
        var accepted = accepted(schools);
        var used = used(accepted);
        var label = used.stream().map(Used::label).filter(paging.filter("instrument")::equals).findFirst()
                .orElse(most(used));
        var unknown = Comparator.<Line, Boolean>comparing(l -> UNKNOWN.getOrDefault(paging.sort(), x -> false).test(l));
        return new View(lines(schools, accepted, label).stream().filter(l -> paging.finds(l.school().name()))
                .filter(l -> fits(l, paging.filter("state")))
                .sorted(unknown.thenComparing(paging.order(SORTS)).thenComparing(l -> l.school().name())).toList(),
                used, label);
    }

    /** One campus, with the edition it was assessed with last. */
    public Line of(Campus school) {
        var accepted = accepted(List.of(school));
        return lines(List.of(school), accepted, accepted.isEmpty() ? "" : accepted.getFirst().label()).getFirst();
    }

    /**
     * Nobody has named a dollar, and something is still to be paid or to be found out: that is not the cheapest campus.
     */
    private static boolean unknownCost(Line l) {
        var cost = l.cost();
        return cost == null || cost.dollars() == 0 && !cost.complete();
    }

    private static boolean fits(Line l, String state) {
        return switch (state) {
            case "NEVER" -> l.last() == null && l.other() == null;
            case "DUE" -> l.due().soon();
            case "GOING" -> l.going() != null;
            case "WEAK" -> l.last() != null && weakness(l) < 0;
            default -> true;
        };
    }

    /** The last one first. */
    private List<SiteAssessment> accepted(List<Campus> schools) {
        return assessments.list(ASSESSMENT.SCHOOL_ID.in(schools.stream().map(Campus::id).toList())
                .and(ASSESSMENT.STATE.eq("ACCEPTED")));
    }

    private static List<Used> used(List<SiteAssessment> accepted) {
        var by = accepted.stream().collect(Collectors.groupingBy(SiteAssessment::label, TreeMap::new,
                Collectors.mapping(SiteAssessment::schoolId, Collectors.toSet())));
        return by.entrySet().stream().map(e -> new Used(e.getKey(), e.getValue().size())).toList();
    }

    /** What most campuses can be compared by. */
    private static String most(List<Used> used) {
        return used.stream().max(Comparator.comparingInt(Used::campuses).thenComparing(Used::label)).map(Used::label)
                .orElse("");
    }

    private List<Line> lines(List<Campus> schools, List<SiteAssessment> accepted, String label) {
        var ids = schools.stream().map(Campus::id).toList();
        var last = first(accepted.stream().filter(a -> a.label().equals(label)).toList());
        var other = first(accepted.stream().filter(a -> !a.label().equals(label)).toList());
        var going = first(
                assessments.list(ASSESSMENT.SCHOOL_ID.in(ids).and(ASSESSMENT.STATE.in("DRAFT", "SUBMITTED"))));
        var read = readings.of(last.values());
        var followed = follows.of(read.values());
        var clocks = dues.of(schools);
        var lines = new ArrayList<Line>();
        for (var school : schools) {
            var reading = last.containsKey(school.id()) ? read.get(last.get(school.id()).id()) : null;
            var follow = reading == null ? null : followed.get(reading.assessment().id());
            lines.add(new Line(school, reading, newer(other.get(school.id()), reading), going.get(school.id()), follow,
                    clocks.get(school.id())));
        }
        return lines;
    }

    private static Map<UUID, SiteAssessment> first(List<SiteAssessment> newestFirst) {
        return newestFirst.stream()
                .collect(Collectors.toMap(SiteAssessment::schoolId, Function.identity(), (newer, older) -> newer));
    }

    private static @Nullable SiteAssessment newer(@Nullable SiteAssessment other, @Nullable Reading last) {
        return other == null || last == null || other.day() != null && last.assessment().day() != null
                && other.day().isAfter(last.assessment().day()) ? other : null;
    }

    /** Nobody notices: below every number; unknown or never looked at: above every number. */
    private static int weakness(Line l) {
        if (l.last() == null || l.last().weakest().isEmpty()) return Integer.MAX_VALUE;
        var path = l.last().weakest().get();
        return switch (path.verdict()) {
            case NOT_NOTICED -> Integer.MIN_VALUE;
            case NOT_KNOWN -> NOT_KNOWN;
            case IN_TIME, TOO_LATE -> path.margin() == null ? NOT_KNOWN : path.margin();
        };
    }
}
