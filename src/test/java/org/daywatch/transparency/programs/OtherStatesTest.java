package org.daywatch.transparency.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Due;
import org.daywatch.directory.Due.Done;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.RuleBook;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.programs.catalog.Demand;
import org.daywatch.directory.programs.catalog.ShippedCatalog;
import org.daywatch.directory.programs.due.DueList;
import org.daywatch.directory.programs.due.SessionYear;
import org.daywatch.transparency.programs.campus.CampusHours;
import org.daywatch.transparency.programs.campus.CampusRecords;
import org.daywatch.transparency.programs.clocks.ClockKind;
import org.junit.jupiter.api.Test;

/**
 * Tennessee, Kentucky and Maryland have no scripted year: what their shipped rules demand is said here, each number as
 * its source has it.
 */
class OtherStatesTest {

    private static final ShippedCatalog SHIPPED = ShippedCatalog.read();
    private static final LocalDate FIRST = LocalDate.of(2026, 8, 10);
    private static final LocalDate LAST = LocalDate.of(2027, 5, 21);
    private static final SessionYear YEAR = SessionYear.of(FIRST, LAST,
            FIRST.datesUntil(LAST.plusDays(1)).filter(d -> d.getDayOfWeek().getValue() <= 5).toList());

    /**
     * T.C.A. 49-6-820: assignment, policies, communication, emergency procedures, complaint procedure, schedule,
     * whether armed.
     */
    @Test
    void tennesseesNoticeOfAssignmentSaysSevenThings() {
        assertThat(number("TN", "NOTICE:ASSIGNMENT")).isEqualTo(7);
        assertThat(ClockKind.NOTICE_ITEMS).as("as many as the rule counts, and each asked for by name").hasSize(7)
                .doesNotHaveDuplicates();
        assertThat(ClockKind.NOTICE_OF_ASSIGNMENT.subject()).isEqualTo("NOTICE:ASSIGNMENT");
    }

    /** Grant, questions and answers: 40 hours first, 16 a year; at least 2 years in the police. */
    @Test
    void tennesseesGrantAsksForFortyHoursThenSixteenAYearAndTwoYearsInThePolice() {
        assertThat(number("TN", "GATE:SRO_TRAINING_FIRST")).isEqualTo(40);
        assertThat(number("TN", "GATE:SRO_TRAINING_YEAR")).isEqualTo(16);
        assertThat(number("TN", "GATE:POLICE_EXPERIENCE")).isEqualTo(2);
    }

    @Test
    void tennesseeOwesNothingBeforeAnAssignment() {
        assertThat(dues("TN", LAST)).isEmpty();
    }

    /** HB 63: at least one, on site full time at each campus; Kentucky names no minutes around the day. */
    @Test
    void kentuckyAsksForOneOfficerFromTheFirstBellToTheLast() {
        var campus = new Campus(new UUID(0, 1), new UUID(0, 2), "Sycamore Fork", "KY", SchoolLevel.HIGH,
                ZoneId.of("America/New_York"));
        assertThat(CampusRecords.hours(requirements("KY"), campus)).contains(new CampusHours(1, 0, campus.zone()));
    }

    /** Without an officer a plan is approved in writing, asked for by 1 August. */
    @Test
    void kentuckysPlanIsAskedForByTheFirstOfAugust() {
        var plan = demand("KY", "EXCEPTION:MARSHAL_PLAN");
        assertThat(number("KY", plan.subject())).isEqualTo(1);
        assertThat(plan.counting()).isEqualTo(Requirement.Counting.BY_DATE);
        assertThat(plan.detail()).isEqualTo("08-01");
        assertThat(dues("KY", LAST)).as("only a campus without an officer needs one").isEmpty();
    }

    /**
     * Safe to Learn Act: each year every school with its officer or the coverage it has instead, and every use of
     * force.
     */
    @Test
    void marylandOwesTwoReportsAYearForEverySchool() {
        assertThat(said(dues("MD", FIRST))).containsExactlyInAnyOrder(
                "REPORT:COVERAGE_YEAR 1 2026-08-10 2027-05-21 DUE", "REPORT:USE_OF_FORCE 1 2026-08-10 2027-05-21 DUE");
        var one = dues("MD", LAST, new Done("REPORT:COVERAGE_YEAR", LocalDate.of(2027, 5, 3), "paper"));
        assertThat(said(one)).containsExactlyInAnyOrder("REPORT:COVERAGE_YEAR 1 2026-08-10 2027-05-21 DONE",
                "REPORT:USE_OF_FORCE 1 2026-08-10 2027-05-21 DUE");
        assertThat(said(dues("MD", LAST.plusDays(1)))).allMatch(line -> line.endsWith("MISSED"));
    }

    /** A critical incident leads to one review and report; where nothing happened nothing is owed. */
    @Test
    void marylandsReviewIsOwedForAnIncidentAlone() {
        assertThat(number("MD", "REPORT:ALERT_AFTER_ACTION")).isEqualTo(1);
        assertThat(demand("MD", "REPORT:ALERT_AFTER_ACTION").owedBy()).isEqualTo(Demand.OwedBy.EVENT);
    }

    private static List<Due> dues(String state, LocalDate asOf, Done... done) {
        return DueList.of(demands(state), YEAR, new DueList.Rules(SHIPPED.book(), List.of(RuleBook.state(state))), asOf,
                List.of(done), List.of());
    }

    private static List<String> said(List<Due> dues) {
        return dues.stream().map(
                d -> d.requirement().subject() + " " + d.number() + " " + d.from() + " " + d.by() + " " + d.state())
                .toList();
    }

    private static int number(String state, String subject) {
        return requirements(state).stream().filter(r -> r.subject().equals(subject)).findFirst().orElseThrow().rule()
                .number();
    }

    private static Demand demand(String state, String subject) {
        return demands(state).stream().filter(d -> d.subject().equals(subject)).findFirst().orElseThrow();
    }

    private static List<Requirement> requirements(String state) {
        return demands(state).stream()
                .flatMap(d -> d.on(FIRST, SHIPPED.book(), List.of(RuleBook.state(state))).stream()).toList();
    }

    private static List<Demand> demands(String state) {
        return SHIPPED.catalog().demands(SHIPPED.catalog().of(state).stream().map(e -> e.program().code()).toList());
    }
}
