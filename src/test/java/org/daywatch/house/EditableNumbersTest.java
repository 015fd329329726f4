package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Due;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.Requirement.Kind;
import org.daywatch.directory.RuleBook;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.programs.RequirementNumbers;
import org.daywatch.directory.programs.catalog.Demand;
import org.daywatch.directory.programs.catalog.FixedNumber;
import org.daywatch.directory.programs.catalog.ShippedCatalog;
import org.daywatch.directory.programs.due.DueList;
import org.daywatch.directory.programs.due.SessionYear;
import org.daywatch.transparency.programs.campus.CampusRecords;
import org.daywatch.transparency.programs.clocks.ClockDue;
import org.daywatch.transparency.programs.clocks.ClockKind;
import org.daywatch.transparency.programs.meters.Counted;
import org.daywatch.transparency.programs.meters.LogWeeks;
import org.daywatch.transparency.programs.meters.Meter;
import org.daywatch.transparency.programs.meters.Preparation;
import org.daywatch.transparency.programs.meters.Quarter;
import org.daywatch.transparency.programs.meters.ShareMeter;
import org.daywatch.transparency.programs.meters.YearDays;
import org.junit.jupiter.api.Test;

/**
 * Whoever sets a number sees another answer afterward; a number that would change none is not offered, and its page
 * says why.
 */
class EditableNumbersTest {

    private static final ShippedCatalog SHIPPED = ShippedCatalog.read();
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 17);
    private static final List<LocalDate> DAYS = LocalDate.of(2026, 8, 10).datesUntil(LocalDate.of(2027, 5, 22))
            .filter(d -> d.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0).toList();
    /**
     * Read by their own tests: how long a form is kept (DrillAsksTest), and how many weeks of sweeps the first screen
     * of Texas shows, by when a new officer is trained (CertificatesTest), how long a proposal pays (ProposalTest).
     */
    private static final Set<String> ELSEWHERE = Set.of("AZ-SSP-NEW-OFFICER-WITHIN", "AZ-SSP-PROPOSAL-YEARS",
            "TX-SCHOOLS-FIRE-FORM", "TX-SCHOOLS-SWEEPS-AT-HAND", "MI-SCHOOLS-POSTED");

    @Test
    void eachNumberThatMayBeSetChangesAnAnswer() {
        var mute = new ArrayList<String>();
        for (var demand : SHIPPED.catalog().demands()) {
            if (!RequirementNumbers.mayBeSet(demand) || ELSEWHERE.contains(demand.code())) continue;
            int shipped = number(demand).map(ProgramRule::number).orElse(2);
            var now = answers(demand, shipped);
            if (now.equals(answers(demand, shipped + 1)) && now.equals(answers(demand, 0))) mute.add(demand.code());
        }
        Offenders.none(
                "Make the judge read the number, or name in FixedNumber why it is fixed: these are offered and change nothing.",
                mute);
    }

    @Test
    void whatIsNotOfferedHasASentenceThatSaysWhyAndChangesNothing() {
        var fixed = SHIPPED.catalog().demands().stream()
                .filter(d -> d.rule().equals(d.code()) && !RequirementNumbers.mayBeSet(d)).toList();
        assertThat(fixed.stream().map(Demand::code))
                .contains("AZ-SSP-TEAM-ROLES", "AZ-SSP-TEAM-DUTIES", "TN-SCHOOLS-NOTICE")
                .doesNotContain("AZ-SSP-LRE-PREPARATION", "TX-SCHOOLS-FIRE-FORM");
        assertThat(fixed).allSatisfy(d -> {
            assertThat(FixedNumber.of(d)).as(d.code()).isPresent();
            assertThat(answers(d, 3)).as(d.code()).isEqualTo(answers(d, 4));
        });
        assertThat(fixed.stream().map(d -> FixedNumber.of(d).orElseThrow()).collect(Collectors.toSet()))
                .as("no reason is left over").containsExactlyInAnyOrder(FixedNumber.values());
    }

    @Test
    void aDemandForSomethingOnceAsksForOneWhateverTheNumberAndForNoneWhereItIsNought() {
        var plan = SHIPPED.catalog().demand("AZ-SCHOOLS-EMERGENCY-PLAN").orElseThrow();
        assertThat(dues(plan, 0)).isEmpty();
        assertThat(dues(plan, 1)).hasSize(1);
        assertThat(dues(plan, 2)).hasSize(1);
    }

    /** Everything that is reckoned with the number of a demand. */
    private static Map<String, Object> answers(Demand demand, int value) {
        var answers = new TreeMap<String, Object>();
        var r = demand.with(rule(demand, value));
        var year = YearDays.of(DAYS);
        answers.put("due", dues(demand, value).stream()
                .map(d -> d.number() + " " + d.from() + " " + d.by() + " " + d.state()).toList());
        if (r.kind() == Kind.TIME && !Preparation.speaks(r))
            answers.put("meter", Meter.of(r, Counted.of(600, 60, 9), year, AS_OF).target());
        if (r.kind() == Kind.TIME) answers.put("preparation", Preparation.of(List.of(r)).percent());
        if (r.kind() == Kind.SHARE)
            answers.put("share",
                    ShareMeter.of(r, new ShareMeter.Clocked(850, 1000, 85, 100, new TreeMap<>()), AS_OF).spare());
        if (r.kind() == Kind.MEETING && r.counting() == Requirement.Counting.QUARTER)
            answers.put("quarters", Quarter.of(r, year, List.of(LocalDate.of(2026, 9, 9)), AS_OF));
        if (r.subject().equals("LOG:WEEK:SIGNED")) {
            var monday = LocalDate.of(2026, 9, 14);
            answers.put("late", LogWeeks
                    .of(List.of(monday), List.of(monday), Map.of(monday, monday.plusDays(7)), value, AS_OF).late());
        }
        if (r.subject().startsWith("OFFICER:CAMPUS")) answers.put("campus", hours(demand, value));
        boolean clocked = Arrays.stream(ClockKind.values())
                .anyMatch(k -> k.subject().equals(r.subject()) && k != ClockKind.NOTICE_OF_ASSIGNMENT);
        if (clocked)
            answers.put("clock", ClockDue.of(r.rule(), Instant.parse("2026-09-14T17:00:00Z"), ZoneOffset.UTC, year));
        return answers;
    }

    /**
     * How many officers, and from when to when around the bells: a margin stands beside the demand for the officer
     * themselves.
     */
    private static List<Object> hours(Demand demand, int value) {
        var here = SHIPPED.catalog().demands().stream()
                .filter(d -> d.subject().startsWith("OFFICER:CAMPUS")
                        && d.code().substring(0, 2).equals(demand.code().substring(0, 2)))
                .map(d -> d.with(rule(d, d.equals(demand) ? value : 1))).toList();
        var campus = new Campus(new UUID(0, 1), new UUID(0, 2), "Sycamore Fork", demand.code().substring(0, 2),
                SchoolLevel.HIGH, ZoneOffset.UTC);
        return CampusRecords.hours(here, campus).<List<Object>>map(h -> List.of(h.officers(), h.margin()))
                .orElse(List.of());
    }

    /**
     * As of a day in mid-year at a school that held thirty drills and for which everything that starts something
     * started in September.
     */
    private static List<Due> dues(Demand demand, int value) {
        var done = DAYS.stream().limit(30).map(day -> new Due.Done(demand.counts().iterator().next(), day, "on " + day))
                .toList();
        var rules = new DueList.Rules(new RuleBook(List.of(rule(demand, value))),
                List.of(RuleBook.state(demand.code().substring(0, 2))));
        var starts = List.of(new Due.Start(demand.subject(), LocalDate.of(2026, 9, 14)));
        var year = SessionYear.of(DAYS.getFirst(), DAYS.getLast(), DAYS);
        boolean held = demand.kind() == Kind.CEILING || demand.counting() == Requirement.Counting.EVERY_YEARS;
        var before = List.of(new Due.Done(demand.counts().iterator().next(), LocalDate.of(2024, 9, 2), "years ago"));
        return DueList.of(List.of(demand), year, rules, AS_OF,
                demand.kind() == Kind.CEILING ? done : held ? before : List.of(), starts);
    }

    private static ProgramRule rule(Demand demand, int value) {
        String unit = number(demand).map(ProgramRule::unit).orElse("drills");
        return new ProgramRule("R", demand.rule(), RuleBook.EVERYWHERE, BigDecimal.valueOf(value), unit,
                LocalDate.of(2000, 1, 1), null, "a test", false, "words");
    }

    private static Optional<ProgramRule> number(Demand demand) {
        return SHIPPED.rules().stream().filter(r -> r.code().equals(demand.rule())).findFirst();
    }
}
