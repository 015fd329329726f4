package org.daywatch.transparency.programs.screens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.Requirement.Evidence;
import org.daywatch.directory.Requirement.Kind;
import org.daywatch.staffing.OfficerFiles.Paper;
import org.daywatch.transparency.programs.screens.Certificates.Line;
import org.daywatch.transparency.programs.screens.Certificates.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an officer's file says of each paper a program asks of them, on a day in November 2026. */
class CertificatesTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 17);
    private static final LocalDate SOON = AS_OF.plusDays(60);
    private static final LocalDate JUNE_30 = LocalDate.of(2027, 6, 30);
    private static final Requirement CERTIFICATE = gate("GATE:SCHOOL_CERTIFICATE_WITHIN", 1, "months");
    private static final Requirement DISABILITIES = gate("GATE:DISABILITIES_TRAINING", 1, "required");
    private static final Requirement NEW_OFFICER = gate("GATE:NEW_OFFICER_TRAINING", 4, "days");
    private static final Requirement ACADEMY = gate("GATE:ADVANCED_ACADEMY", 1, "academies");
    private static final Requirement FORM = gate("REVIEW:OFFICER", 1, "assessments");

    @Test
    void aPaperIsHeldEndsSoonIsInGraceOrIsMissing() {
        assertThat(of("DISABILITIES_TRAINING", DISABILITIES, null, paper("DISABILITIES_TRAINING", "2025-08-01", null)))
                .as("it has no end").isEqualTo(tuple(State.HELD, null));
        assertThat(of("DISABILITIES_TRAINING", DISABILITIES, null,
                paper("DISABILITIES_TRAINING", "2025-08-01", "2027-01-16"))).as("its last day is the sixtieth")
                .isEqualTo(tuple(State.HELD, LocalDate.of(2027, 1, 16)));
        assertThat(of("DISABILITIES_TRAINING", DISABILITIES, null,
                paper("DISABILITIES_TRAINING", "2025-08-01", "2027-01-15"))).as("a day sooner")
                .isEqualTo(tuple(State.ENDS_SOON, LocalDate.of(2027, 1, 15)));
        assertThat(of("DISABILITIES_TRAINING", DISABILITIES, null,
                paper("DISABILITIES_TRAINING", "2025-08-01", "2026-11-17"))).as("the last day counts")
                .isEqualTo(tuple(State.ENDS_SOON, AS_OF));
        assertThat(of("DISABILITIES_TRAINING", DISABILITIES, null,
                paper("DISABILITIES_TRAINING", "2025-08-01", "2026-11-16"))).as("over since yesterday")
                .isEqualTo(tuple(State.MISSING, null));
        assertThat(of("DISABILITIES_TRAINING", DISABILITIES, null, paper("DISABILITIES_TRAINING", "2026-11-18", null)))
                .as("issued tomorrow").isEqualTo(tuple(State.MISSING, null));
        assertThat(of("DISABILITIES_TRAINING", DISABILITIES, null, paper("FIREARMS", "2025-08-01", null)))
                .as("another paper").isEqualTo(tuple(State.MISSING, null));
        assertThat(of("DISABILITIES_TRAINING", DISABILITIES, null,
                paper("DISABILITIES_TRAINING", "2024-08-01", "2026-12-01"),
                paper("DISABILITIES_TRAINING", "2026-09-01", "2029-09-01")))
                .as("of two the one that lasts longer").isEqualTo(tuple(State.HELD, LocalDate.of(2029, 9, 1)));
    }

    @Test
    void theMonthForTheStateCertificateRunsFromTheOfficersFirstDayInSchools() {
        assertThat(of("SCHOOL_CERTIFICATE", CERTIFICATE, LocalDate.of(2026, 10, 17))).as("the last day in time")
                .isEqualTo(tuple(State.IN_GRACE, AS_OF));
        assertThat(of("SCHOOL_CERTIFICATE", CERTIFICATE, LocalDate.of(2026, 10, 16))).as("a day over")
                .isEqualTo(tuple(State.MISSING, LocalDate.of(2026, 11, 16)));
        assertThat(of("SCHOOL_CERTIFICATE", CERTIFICATE, null)).as("nobody said when they began")
                .isEqualTo(tuple(State.MISSING, null));
    }

    @Test
    void oneIssuedAfterTheMonthIsHeldAndSaysByHowManyDaysItWasLate() {
        var began = LocalDate.of(2026, 8, 5);
        assertThat(late(began, paper("SCHOOL_CERTIFICATE", "2026-09-05", null))).as("on the last day").isZero();
        assertThat(late(began, paper("SCHOOL_CERTIFICATE", "2026-09-06", null))).as("a day after it").isEqualTo(1);
        assertThat(late(began, paper("SCHOOL_CERTIFICATE", "2026-10-05", null)))
                .as("25 days of September and 5 of October").isEqualTo(30);
        assertThat(late(began, paper("SCHOOL_CERTIFICATE", "2025-10-05", "2026-10-04"),
                paper("SCHOOL_CERTIFICATE", "2026-10-05", null))).as("renewed, and the first was in time").isZero();
        assertThat(late(began, paper("SCHOOL_CERTIFICATE", "2025-08-04", "2026-08-04"),
                paper("SCHOOL_CERTIFICATE", "2026-09-08", null))).as("the first was over before they began")
                .isEqualTo(3);
        assertThat(late(null, paper("SCHOOL_CERTIFICATE", "2026-10-05", null))).as("nobody said when they began")
                .isZero();
        var rule = new ProgramRule("R", "R", "ALL", BigDecimal.ONE, "months", LocalDate.of(2026, 8, 6), null, "a test",
                false, "Words.");
        var younger = new Requirement("AZ-SSP", Kind.GATE, "GATE:SCHOOL_CERTIFICATE_WITHIN", Evidence.CREDENTIAL,
                Counting.ONCE, rule);
        assertThat(Certificates
                .line(line("SCHOOL_CERTIFICATE", younger), List.of(paper("SCHOOL_CERTIFICATE", "2026-10-05", null)),
                        began, younger, new Certificates.Days(AS_OF, SOON))
                .daysLate())
                .as("the rule began a day after them").isZero();
        var noMonths = Certificates.line(line("DISABILITIES_TRAINING", DISABILITIES),
                List.of(paper("DISABILITIES_TRAINING", "2026-10-05", null)), began, null,
                new Certificates.Days(AS_OF, SOON));
        assertThat(noMonths.daysLate()).as("no rule says by when").isZero();
    }

    private static long late(@Nullable LocalDate began, Paper... papers) {
        var found = Certificates.line(line("SCHOOL_CERTIFICATE", CERTIFICATE), Arrays.asList(papers), began,
                CERTIFICATE, new Certificates.Days(AS_OF, SOON));
        assertThat(found.state()).isEqualTo(State.HELD);
        return found.daysLate();
    }

    @Test
    void aStateCertificateCountsWhenItWasLessThanTwoYearsOldOnTheOfficersFirstDay() {
        var valid = Optional.of(gate("GATE:SCHOOL_CERTIFICATE_VALID", 2, "years"));
        var first = LocalDate.of(2026, 8, 3);
        var young = paper("SCHOOL_CERTIFICATE", "2024-08-04", null);
        var old = paper("SCHOOL_CERTIFICATE", "2024-08-03", null);
        var other = paper("FIREARMS", "2020-01-01", null);
        assertThat(Certificates.young(List.of(young, old, other), "SCHOOL_CERTIFICATE", first, valid))
                .as("two years old to the day is too old").containsExactly(young, other);
        assertThat(Certificates.young(List.of(young, old), "SCHOOL_CERTIFICATE", null, valid))
                .as("nobody said when they began").containsExactly(young, old);
        assertThat(Certificates.young(List.of(old), "SCHOOL_CERTIFICATE", first, Optional.empty()))
                .as("no rule asks how old").containsExactly(old);
        assertThat(Certificates.young(List.of(other), "FIREARMS", first, valid)).containsExactly(other);
    }

    @Test
    void aNewOfficerIsTrainedWithinTheMonthsTheRuleBesideItSays() {
        for (int months : new int[] {12, 6}) {
            var within = Certificates.within(
                    List.of(NEW_OFFICER, gate("GATE:NEW_OFFICER_TRAINING_WITHIN", months, "months")), NEW_OFFICER);
            var inTime = Certificates.line(line("NEW_OFFICER_TRAINING", NEW_OFFICER), List.of(),
                    AS_OF.minusMonths(months), within, new Certificates.Days(AS_OF, SOON));
            assertThat(inTime.state()).as(months + " months to the day").isEqualTo(State.IN_GRACE);
            var late = Certificates.line(line("NEW_OFFICER_TRAINING", NEW_OFFICER), List.of(),
                    AS_OF.minusMonths(months).minusDays(1), within, new Certificates.Days(AS_OF, SOON));
            assertThat(late).as("a day later").extracting(Line::state, Line::until).containsExactly(State.MISSING,
                    AS_OF.minusDays(1));
        }
        assertThat(of("NEW_OFFICER_TRAINING", NEW_OFFICER, LocalDate.of(2026, 8, 3),
                paper("NEW_OFFICER_TRAINING", "2026-09-14", null))).isEqualTo(tuple(State.HELD, null));
    }

    @Test
    void theAcademyIsForThoseWhoGoOnAndAskedAnewInEachSchoolYear() {
        assertThat(Certificates.asked("LRE_ACADEMY", LocalDate.of(2026, 8, 3), AS_OF)).as("in their first school year")
                .isFalse();
        assertThat(Certificates.asked("LRE_ACADEMY", LocalDate.of(2026, 6, 30), AS_OF))
                .as("they began a day before this school year").isTrue();
        assertThat(of("LRE_ACADEMY", ACADEMY, LocalDate.of(2024, 8, 5), paper("LRE_ACADEMY", "2026-07-01", null)))
                .as("on the first day of the school year").isEqualTo(tuple(State.HELD, JUNE_30));
        assertThat(of("LRE_ACADEMY", ACADEMY, LocalDate.of(2024, 8, 5), paper("LRE_ACADEMY", "2026-06-30", null)))
                .as("last year's is done, this year's is still to come")
                .isEqualTo(tuple(State.IN_GRACE, JUNE_30));
        assertThat(of("LRE_ACADEMY", ACADEMY, LocalDate.of(2024, 8, 5), paper("LRE_ACADEMY", "2025-06-30", null)))
                .as("last year's was never made good")
                .isEqualTo(tuple(State.MISSING, LocalDate.of(2026, 6, 30)));
        assertThat(of("LRE_ACADEMY", ACADEMY, LocalDate.of(2025, 8, 4)))
                .as("last year was their first: then nobody asked").isEqualTo(tuple(State.IN_GRACE, JUNE_30));
    }

    @Test
    void thePerformanceFormIsAskedOfAFirstYearToo() {
        assertThat(of("PERFORMANCE_FORM", FORM, LocalDate.of(2026, 8, 3))).as("until the end of the school year")
                .isEqualTo(tuple(State.IN_GRACE, JUNE_30));
        assertThat(of("PERFORMANCE_FORM", FORM, LocalDate.of(2025, 8, 4))).as("none was written last year")
                .isEqualTo(tuple(State.MISSING, LocalDate.of(2026, 6, 30)));
        assertThat(
                of("PERFORMANCE_FORM", FORM, LocalDate.of(2025, 8, 4), paper("PERFORMANCE_FORM", "2026-05-11", null)))
                .isEqualTo(tuple(State.IN_GRACE, JUNE_30));
        assertThat(
                of("PERFORMANCE_FORM", FORM, LocalDate.of(2025, 8, 4), paper("PERFORMANCE_FORM", "2026-10-11", null)))
                .as("this year's makes up for it").isEqualTo(tuple(State.HELD, JUNE_30));
    }

    private static Tuple of(String kind, Requirement gate, @Nullable LocalDate started, Paper... papers) {
        var found = Certificates.line(line(kind, gate), Arrays.asList(papers), started,
                Certificates.within(List.of(gate), gate), new Certificates.Days(AS_OF, SOON));
        assertThat(found).extracting(Line::officer, Line::name, Line::kind, Line::requirement)
                .containsExactly(new UUID(1, 1), "Ana Cruz", kind, gate);
        return tuple(found.state(), found.until());
    }

    private static Line line(String kind, Requirement gate) {
        return new Line(new UUID(1, 1), "Ana Cruz", kind, State.MISSING, null, gate);
    }

    private static Paper paper(String kind, String issued, @Nullable String expires) {
        return new Paper(kind, LocalDate.parse(issued), expires == null ? null : LocalDate.parse(expires),
                null);
    }

    private static Requirement gate(String subject, int value, String unit) {
        var rule = new ProgramRule("R-" + subject, "R-" + subject, "ALL", BigDecimal.valueOf(value), unit,
                LocalDate.of(2000, 1, 1), null, "a test", false, "Words.");
        return new Requirement("AZ-SSP", Kind.GATE, subject, Evidence.CREDENTIAL, Counting.ONCE, rule);
    }
}
