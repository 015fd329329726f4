package org.daywatch.directory.programs.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch.directory.programs.due.Years.done;
import static org.daywatch.directory.programs.due.Years.dues;
import static org.daywatch.directory.programs.due.Years.plain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.daywatch.directory.Due;
import org.daywatch.directory.Due.Done;
import org.daywatch.directory.Due.State;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.Requirement.Evidence;
import org.daywatch.directory.Requirement.Kind;
import org.daywatch.directory.RuleBook;
import org.junit.jupiter.api.Test;

/** What a safety director would say of a due list. */
class DueListTest {

    @Test
    void texasOwesTenDrillsAYearLockdownAndFireHalfByHalf() {
        var drills = drills(dues("TX-SCHOOLS", plain(), "2026-08-10"));
        assertThat(drills).hasSize(10);
        assertThat(said(drills, "DRILL:LOCKDOWN")).containsExactly("1 2026-08-10 2026-12-18 DUE",
                "2 2027-01-04 2027-05-21 COMING");
        assertThat(said(drills, "DRILL:FIRE")).containsExactly("1 2026-08-10 2026-12-18 DUE",
                "2 2026-08-10 2026-12-18 DUE", "3 2027-01-04 2027-05-21 COMING", "4 2027-01-04 2027-05-21 COMING");
        assertThat(said(drills, "DRILL:SECURE")).containsExactly("1 2026-08-10 2027-05-21 DUE");
    }

    @Test
    void aLockdownMissedInAutumnIsLateUntilMadeGoodInSpring() {
        assertThat(said(dues("TX-SCHOOLS", plain(), "2027-01-05"), "DRILL:LOCKDOWN"))
                .containsExactly("1 2026-08-10 2026-12-18 LATE", "2 2027-01-04 2027-05-21 DUE");
        var once = dues("TX-SCHOOLS", plain(), "2027-02-01", done("LOCKDOWN", "2027-01-20"));
        assertThat(said(once, "DRILL:LOCKDOWN")).containsExactly("1 2026-08-10 2026-12-18 LATE",
                "2 2027-01-04 2027-05-21 DONE");
        var twice = dues("TX-SCHOOLS", plain(), "2027-03-01", done("LOCKDOWN", "2027-02-20"),
                done("LOCKDOWN", "2027-01-20"));
        assertThat(said(twice, "DRILL:LOCKDOWN")).containsExactly("1 2026-08-10 2026-12-18 DONE_LATE",
                "2 2027-01-04 2027-05-21 DONE");
        assertThat(said(dues("TX-SCHOOLS", plain(), "2027-05-22"), "DRILL:LOCKDOWN"))
                .allMatch(s -> s.endsWith("MISSED"));
    }

    @Test
    void floridasFirstDrillIsDueWithinTenDaysOfSchool() {
        assertThat(rule(dues("FL-SCHOOLS", plain(), "2026-08-21"), "FL-SCHOOLS-FIRST"))
                .containsExactly("1 2026-08-10 2026-08-21 DUE");
        assertThat(rule(dues("FL-SCHOOLS", plain(), "2026-08-24"), "FL-SCHOOLS-FIRST"))
                .containsExactly("1 2026-08-10 2026-08-21 LATE");
        assertThat(rule(dues("FL-SCHOOLS", plain(), "2026-09-01", done("EVACUATE", "2026-08-24")), "FL-SCHOOLS-FIRST"))
                .containsExactly("1 2026-08-10 2026-08-21 DONE_LATE");
        var snow = Years.weekdays("2026-08-10", "2027-05-21", "2026-08-12", "2026-12-21/2027-01-01");
        assertThat(rule(dues("FL-SCHOOLS", snow, "2026-08-24"), "FL-SCHOOLS-FIRST"))
                .containsExactly("1 2026-08-10 2026-08-24 DUE");
    }

    @Test
    void oneDrillCountsForAllItMeetsAndFireForNoneBeyondFire() {
        var dues = dues("FL-SCHOOLS", plain(), "2026-09-01", done("ACTIVE_THREAT", "2026-08-12"),
                done("FIRE", "2026-08-13"));
        assertThat(rule(dues, "FL-SCHOOLS-FIRST")).containsExactly("1 2026-08-10 2026-08-21 DONE");
        assertThat(rule(dues, "FL-SCHOOLS-ACTIVE")).hasSize(4).filteredOn(s -> s.endsWith("DONE")).hasSize(1);
        assertThat(rule(dues, "FL-SCHOOLS-EMERGENCY")).hasSize(6).filteredOn(s -> s.endsWith("DONE")).hasSize(1);
    }

    @Test
    void anEvacuationIsDueInEachMonthOfSchoolAndAMonthThatIsOverIsMissed() {
        var dues = rule(dues("AZ-SCHOOLS", plain(), "2026-10-01", done("EVACUATE", "2026-08-20"),
                done("EVACUATE", "2026-08-27")), "AZ-SCHOOLS-EVACUATE");
        assertThat(dues).hasSize(10).startsWith("1 2026-08-10 2026-08-31 DONE", "2 2026-09-01 2026-09-30 MISSED",
                "3 2026-10-01 2026-10-31 DUE", "4 2026-11-01 2026-11-30 COMING");
    }

    @Test
    void arizonasLockdownsAreDueOnlyOnceSomebodySetTheirNumber() {
        assertThat(rule(dues("AZ-SCHOOLS", plain(), "2026-09-01"), "AZ-SCHOOLS-LOCKDOWN")).isEmpty();
        assertThat(
                rule(dues("AZ-SCHOOLS", plain(), own("AZ-SCHOOLS-LOCKDOWN", "AZ", 3, "2026-07-01", null), "2026-09-01"),
                        "AZ-SCHOOLS-LOCKDOWN"))
                .hasSize(3);
    }

    @Test
    void aNumberThatChangesInMidYearCountsByItsDates() {
        var more = own("AZ-SCHOOLS-EVACUATE", "AZ", 2, "2027-02-10", null);
        assertThat(month(dues("AZ-SCHOOLS", plain(), more, "2027-02-09"), "2027-01-31")).as("January: one").hasSize(1);
        assertThat(month(dues("AZ-SCHOOLS", plain(), more, "2027-02-09"), "2027-02-28"))
                .as("February until the 9th: one").hasSize(1);
        assertThat(month(dues("AZ-SCHOOLS", plain(), more, "2027-02-10"), "2027-02-28"))
                .as("February from the 10th: two").hasSize(2);
        assertThat(month(dues("AZ-SCHOOLS", plain(), more, "2026-08-10"), "2027-03-31"))
                .as("March: two, known from the beginning").hasSize(2);
        var begins = own("AZ-SCHOOLS-LOCKDOWN", "AZ", 1, "2027-02-10", null);
        assertThat(rule(dues("AZ-SCHOOLS", plain(), begins, "2026-09-01"), "AZ-SCHOOLS-LOCKDOWN"))
                .containsExactly("1 2027-02-10 2027-05-21 COMING");
        var ends = own("AZ-SCHOOLS-LOCKDOWN", "AZ", 1, "2026-01-01", "2026-10-31");
        assertThat(rule(dues("AZ-SCHOOLS", plain(), ends, "2026-09-01"), "AZ-SCHOOLS-LOCKDOWN"))
                .containsExactly("1 2026-08-10 2026-10-31 DUE");
    }

    @Test
    void aSchoolThatOpensInJanuaryOwesNothingForAutumn() {
        var opened = plain().during(LocalDate.parse("2027-01-11"), null);
        assertThat(said(dues("TX-SCHOOLS", opened, "2027-01-11"), "DRILL:LOCKDOWN"))
                .containsExactly("1 2027-01-11 2027-05-21 DUE");
        assertThat(rule(dues("FL-SCHOOLS", opened, "2027-01-11"), "FL-SCHOOLS-FIRST")).as("its own first ten days")
                .containsExactly("1 2027-01-11 2027-01-22 DUE");
        assertThat(rule(dues("AZ-SCHOOLS", opened, "2027-01-11"), "AZ-SCHOOLS-EVACUATE")).hasSize(5);
    }

    @Test
    void theNinthDrillOfASemesterIsTooMuchAndSoIsTheSeventeenthOfAYear() {
        var drills = new ArrayList<Done>();
        for (int i = 0; i < 9; i++) drills.add(done("SECURE", LocalDate.parse("2026-09-01").plusDays(i).toString()));
        for (int i = 0; i < 8; i++) drills.add(done("FIRE", LocalDate.parse("2027-02-01").plusDays(i).toString()));
        var excess = dues("TX-SCHOOLS", plain(), "2027-05-01", drills.toArray(Done[]::new)).stream()
                .filter(d -> d.requirement().kind() == Kind.CEILING).toList();
        assertThat(said(excess, "DRILL:ANY")).containsExactly("9 2026-08-10 2026-12-18 MISSED",
                "17 2026-08-10 2027-05-21 MISSED");
        assertThat(excess).extracting(Due::doneOn).containsExactly(LocalDate.parse("2026-09-09"),
                LocalDate.parse("2027-02-08"));
    }

    @Test
    void anAuditComesRoundWithItsYearsAndIsDueNowWhereNoneIsKnown() {
        var audit = (java.util.function.Function<List<Due>, List<String>>) dues -> rule(dues, "TX-SCHOOLS-AUDIT");
        assertThat(audit.apply(dues("TX-SCHOOLS", plain(), "2026-09-01")))
                .containsExactly("1 2026-08-10 2027-05-21 DUE");
        assertThat(audit.apply(dues("TX-SCHOOLS", plain(), "2026-09-01", audit("2025-03-01")))).isEmpty();
        assertThat(audit.apply(dues("TX-SCHOOLS", plain(), "2026-09-01", audit("2023-12-01"))))
                .containsExactly("1 2026-08-10 2026-12-01 DUE");
        assertThat(audit.apply(dues("TX-SCHOOLS", plain(), "2026-09-01", audit("2023-06-01"))))
                .containsExactly("1 2026-06-01 2026-06-01 LATE");
        assertThat(audit.apply(dues("TX-SCHOOLS", plain(), "2027-01-01", audit("2023-12-01"), audit("2026-12-05"))))
                .containsExactly("1 2026-08-10 2026-12-01 DONE_LATE");
    }

    @Test
    void aPaperApprovedInJulyIsTheComingYearsAndOneOfJuneIsNot() {
        assertThat(said(dues("AZ-SSP", plain(), "2026-09-01", paper("PLAN:OPERATIONAL", "2026-07-20")),
                "PLAN:OPERATIONAL")).containsExactly("1 2026-08-10 2027-05-21 DONE");
        assertThat(said(dues("AZ-SSP", plain(), "2026-07-21", paper("PLAN:OPERATIONAL", "2026-07-20")),
                "PLAN:OPERATIONAL")).as("before the first day of school")
                .containsExactly("1 2026-08-10 2027-05-21 DONE");
        assertThat(said(dues("AZ-SSP", plain(), "2026-09-01", paper("PLAN:OPERATIONAL", "2026-06-30")),
                "PLAN:OPERATIONAL")).containsExactly("1 2026-08-10 2027-05-21 DUE");
        assertThat(said(dues("TX-SCHOOLS", plain(), "2026-09-01", done("SECURE", "2026-07-20")), "DRILL:SECURE"))
                .as("a drill needs students").containsExactly("1 2026-08-10 2027-05-21 DUE");
    }

    private static Done paper(String subject, String day) {
        return new Done(subject, LocalDate.parse(day), "a paper");
    }

    @Test
    void aRuleThatIsCountedInAnotherWayIsCountedSoFromItsDayOnAndAsBeforeUntilThen() {
        var rules = new ArrayList<>(Years.SHIPPED.rules());
        rules.add(new ProgramRule("OWN-1", "TX-SCHOOLS-LOCKDOWN", RuleBook.state("TX"), BigDecimal.ONE, "drills",
                LocalDate.of(2027, 1, 1), null, "board", false, "own",
                new ProgramRule.Reading(Counting.QUARTER, Evidence.DRILL_RECORD, "")));
        var book = new RuleBook(rules);
        assertThat(said(dues("TX-SCHOOLS", plain(), book, "2026-11-01"), "DRILL:LOCKDOWN"))
                .as("half by half until December, then by the quarter")
                .containsExactly("1 2026-08-10 2026-12-18 DUE", "2 2027-01-01 2027-03-31 COMING",
                        "3 2027-04-01 2027-05-21 COMING");
        assertThat(said(dues("TX-SCHOOLS", plain(), book, "2027-02-01"), "DRILL:LOCKDOWN"))
                .as("what was owed in autumn stays owed").containsExactly("1 2026-08-10 2026-12-18 LATE",
                        "2 2027-01-01 2027-03-31 DUE", "3 2027-04-01 2027-05-21 COMING");
    }

    @Test
    void whatLiesAfterTheDayAskedForHasNotHappened() {
        var dues = dues("TX-SCHOOLS", plain(), "2026-09-10", done("SECURE", "2026-09-11"));
        assertThat(said(dues, "DRILL:SECURE")).containsExactly("1 2026-08-10 2027-05-21 DUE");
        assertThat(dues).allMatch(d -> d.doneOn() == null).isSortedAccordingTo(DueList.BY_DAY);
        assertThat(dues).noneMatch(d -> d.state() == State.DONE);
    }

    private static List<Due> month(List<Due> dues, String by) {
        return dues.stream()
                .filter(d -> d.requirement().subject().equals("DRILL:EVACUATE") && d.by().equals(LocalDate.parse(by)))
                .toList();
    }

    private static Done audit(String day) {
        return new Done("AUDIT:SAFETY", LocalDate.parse(day), "audit of " + day);
    }

    private static RuleBook own(String code, String state, int value, String from, String to) {
        var rules = new ArrayList<>(Years.SHIPPED.rules());
        rules.add(new ProgramRule("OWN-1", code, RuleBook.state(state), BigDecimal.valueOf(value), "drills",
                LocalDate.parse(from), to == null ? null : LocalDate.parse(to), "board", false, "own"));
        return new RuleBook(rules);
    }

    private static List<Due> drills(List<Due> dues) {
        return dues.stream().filter(d -> d.requirement().kind() == Kind.DRILL).toList();
    }

    private static List<String> said(List<Due> dues, String subject) {
        return dues.stream().filter(d -> d.requirement().subject().equals(subject)).map(DueListTest::said).toList();
    }

    private static List<String> rule(List<Due> dues, String code) {
        return dues.stream().filter(d -> d.requirement().rule().code().equals(code)).map(DueListTest::said).toList();
    }

    private static String said(Due due) {
        return due.number() + " " + due.from() + " " + due.by() + " " + due.state();
    }
}
