package org.daywatch.staffing.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch.staffing.eligibility.Case.credential;
import static org.daywatch.staffing.eligibility.Case.hoursOf;
import static org.daywatch.staffing.eligibility.Case.training;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.staffing.availability.WeeklyTime;
import org.daywatch.staffing.availability.Wishes;
import org.daywatch.staffing.caps.ShippedPolicies;
import org.daywatch.staffing.officers.Credential.Kind;
import org.daywatch.staffing.officers.Credential;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class EligibilityTest {

    private Case officer;

    @BeforeEach
    void anOfficerWhoMay() {
        officer = new Case();
    }

    @Test
    void whoMeetsEverythingIsAllowedAndEveryRuleAskedIsNamed() {
        var verdict = officer.verdict();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.allowed()).isTrue();
        assertThat(verdict.rules()).contains("AZ-CERT-15-249.08-DEADLINE@2026-07-01", "AZ-15-120.06@2000-01-01",
                "PRG-WEEK-64@2020-01-01");
    }

    @Test
    void aSuspendedOfficerIsRefused() {
        officer.active = false;
        assertThat(failed()).containsExactly("NOT_ACTIVE");
    }

    @Test
    void theRoleOfThePostMustBeHeld() {
        officer.roles = Set.of("JPO");
        assertThat(failed()).containsExactly("ROLE_NOT_HELD");
    }

    @Test
    void partnersWaitUntilThePrimaryDepartmentHasBeenAsked() {
        officer.departmentRank = 2;
        assertThat(failed()).containsExactly("DEPARTMENT_NOT_ASKED");
        officer.postedRank = 2;
        assertThat(failed()).isEmpty();
    }

    @Test
    void workTheDepartmentForbidsIsRefused() {
        officer.work = "TOWING";
        assertThat(failed()).containsExactly("WORK_PROHIBITED");
    }

    @Test
    void aSchoolThatDoesNotWantAnOfficerIsNotSentThem() {
        officer.blocked = Set.of(Case.SCHOOL);
        assertThat(failed()).containsExactly("SCHOOL_BLOCK");
        officer.blocked = Set.of(UUID.randomUUID());
        assertThat(failed()).isEmpty();
    }

    @Test
    void outsideTheOfficersStatedTimesIsAWarningOnly() {
        officer.week = List.of(new WeeklyTime(DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(16, 0)));
        assertThat(officer.verdict().allowed()).isTrue();
        assertThat(officer.verdict().warnings()).extracting(RuleFinding::code).containsExactly("OUTSIDE_AVAILABILITY");
        officer.week = List.of(new WeeklyTime(DayOfWeek.MONDAY, LocalTime.of(7, 0), LocalTime.of(15, 0)));
        assertThat(officer.verdict().findings()).isEmpty();
    }

    @Test
    void moreDaysInAWeekThanTheOfficerWishesIsAWarningOnly() {
        officer.wishes = new Wishes(List.of(), List.of(), Set.of(), 2);
        officer.worked(HourKind.OFF_DUTY_HERE, "2026-08-09T07:00", 2).worked(HourKind.OFF_DUTY_HERE, "2026-08-11T07:00",
                2);
        assertThat(officer.verdict().findings()).isEmpty();
        officer.worked(HourKind.OFF_DUTY_HERE, "2026-08-12T07:00", 2);
        assertThat(officer.verdict().allowed()).isTrue();
        assertThat(officer.verdict().warnings()).extracting(RuleFinding::code).containsExactly("MORE_THAN_WISHED");
    }

    @Test
    void requiredCredentialsAreAskedForOneByOne() {
        for (Kind kind : List.of(Kind.STATE_CERTIFICATION, Kind.DISABILITIES_TRAINING, Kind.FINGERPRINT_CARD,
                Kind.WORK_PERMISSION)) {
            assertThat(codes(new Case().without(kind))).as(kind.name()).containsExactly("CREDENTIAL_MISSING");
        }
    }

    @Test
    void anExpiredCardIsRefusedFromTheDayAfterItsLast() {
        officer.without(Kind.FINGERPRINT_CARD).with(credential(Kind.FINGERPRINT_CARD, "2020-01-01", "2026-08-10"));
        assertThat(failed()).isEmpty();
        assertThat(officer.verdict().warnings()).extracting(RuleFinding::code)
                .containsExactly("CREDENTIAL_EXPIRES_SOON");
        officer.day = LocalDate.parse("2026-08-11");
        assertThat(failed()).containsExactly("CREDENTIAL_EXPIRED");
    }

    @Test
    void aSuspendedCardSaysSuspendedNotMissing() {
        officer.without(Kind.FINGERPRINT_CARD)
                .with(new Credential(UUID.randomUUID(), Kind.FINGERPRINT_CARD, "", LocalDate.parse("2024-01-01"),
                        null, null, Credential.State.SUSPENDED));
        assertThat(failed()).containsExactly("CREDENTIAL_SUSPENDED");
    }

    @Test
    void aCredentialOfTomorrowDoesNotCountToday() {
        officer.without(Kind.DISABILITIES_TRAINING).with(credential(Kind.DISABILITIES_TRAINING, "2026-08-11", null));
        assertThat(failed()).containsExactly("CREDENTIAL_MISSING");
    }

    @Test
    void twelveHoursOfTrainingLastYearAreNeededAndThisYearsMakeUp() {
        officer.without(Kind.CONTINUING_TRAINING).with(training("2025-06-01", 6)).with(training("2025-12-31", 5));
        assertThat(failed()).containsExactly("TRAINING_HOURS_SHORT");
        officer.with(training("2025-03-01", 1));
        assertThat(failed()).isEmpty();
        assertThat(codes(new Case().without(Kind.CONTINUING_TRAINING).with(training("2026-02-01", 12)))).isEmpty();
    }

    @Test
    void trainingIsOwedOnlyFromTheFirstOfJanuaryAfterCertification() {
        officer.without(Kind.CONTINUING_TRAINING).without(Kind.STATE_CERTIFICATION)
                .with(credential(Kind.STATE_CERTIFICATION, "2025-05-01", null));
        assertThat(failed()).isEmpty();
        officer.without(Kind.STATE_CERTIFICATION).with(credential(Kind.STATE_CERTIFICATION, "2024-12-31", null));
        assertThat(failed()).containsExactly("TRAINING_HOURS_SHORT");
    }

    @Test
    void firearmsAreQualifiedOnceInEachCalendarYear() {
        officer.without(Kind.FIREARMS).with(credential(Kind.FIREARMS, "2025-01-02", null));
        assertThat(failed()).isEmpty();
        officer.without(Kind.FIREARMS).with(credential(Kind.FIREARMS, "2024-12-31", null));
        assertThat(failed()).containsExactly("FIREARMS_DUE");
    }

    @Test
    void eightHoursOfCourseForASafetyOfficerAndFortyForAResourceOfficer() {
        officer.without(Kind.SSO_COURSE).with(hoursOf(Kind.SSO_COURSE, "2026-07-01", 7));
        assertThat(failed()).containsExactly("COURSE_HOURS_SHORT");
        officer.with(hoursOf(Kind.SRO_COURSE, "2020-07-01", 40));
        assertThat(failed()).isEmpty();
        officer.role = "SRO";
        officer.roles = Set.of("SRO");
        assertThat(failed()).isEmpty();
        officer.without(Kind.SRO_COURSE).with(hoursOf(Kind.SRO_COURSE, "2020-07-01", 39));
        assertThat(failed()).containsExactly("COURSE_HOURS_SHORT");
    }

    @Test
    void theSchoolCertificateIsDueWithinOneMonthOfStarting() {
        officer.without(Kind.SCHOOL_CERTIFICATE);
        assertThat(failed()).isEmpty();
        assertThat(officer.verdict().warnings()).extracting(RuleFinding::code)
                .containsExactly("SCHOOL_CERTIFICATE_DUE");
        officer.day = LocalDate.parse("2026-09-03");
        assertThat(failed()).isEmpty();
        officer.day = LocalDate.parse("2026-09-04");
        assertThat(failed()).containsExactly("SCHOOL_CERTIFICATE_OVERDUE");
    }

    @Test
    void aCertificateUnderTwoYearsOldAtTheStartCountsForGood() {
        officer.without(Kind.SCHOOL_CERTIFICATE).with(credential(Kind.SCHOOL_CERTIFICATE, "2024-08-04", null));
        officer.day = LocalDate.parse("2026-11-02");
        assertThat(failed()).isEmpty();
        officer.without(Kind.SCHOOL_CERTIFICATE).with(credential(Kind.SCHOOL_CERTIFICATE, "2024-08-03", null));
        assertThat(failed()).containsExactly("SCHOOL_CERTIFICATE_TOO_OLD");
    }

    @Test
    void whoWasThereBeforeTheLawHasTheMonthFromItsBeginning() {
        officer.without(Kind.SCHOOL_CERTIFICATE).started = LocalDate.parse("2024-01-08");
        officer.day = LocalDate.parse("2026-07-31");
        assertThat(failed()).isEmpty();
        officer.day = LocalDate.parse("2026-08-03");
        assertThat(failed()).containsExactly("SCHOOL_CERTIFICATE_OVERDUE");
    }

    @Test
    void beforeTheLawNobodyIsAskedForTheCertificate() {
        officer.without(Kind.SCHOOL_CERTIFICATE).day = LocalDate.parse("2026-06-29");
        officer.without(Kind.SSO_COURSE).with(hoursOf(Kind.SSO_COURSE, "2026-01-01", 8));
        assertThat(officer.verdict().findings()).isEmpty();
    }

    @Test
    void aPermissionWithoutAnEndLapsesWithItsYear() {
        officer.without(Kind.WORK_PERMISSION).with(credential(Kind.WORK_PERMISSION, "2025-12-20", null));
        assertThat(failed()).containsExactly("CREDENTIAL_EXPIRED");
        officer.with(credential(Kind.WORK_PERMISSION, "2025-12-20", "2026-12-31"));
        assertThat(failed()).isEmpty();
    }

    @Test
    void anotherStateAsksForNothingArizonaAsks() {
        officer.state = "NV";
        officer.credentials.removeIf(c -> c.kind() != Kind.WORK_PERMISSION);
        assertThat(officer.verdict().findings()).isEmpty();
    }

    @Test
    void whoIsOnDutyThenIsNotAvailableAndLeaveFreesThem() {
        officer.worked(HourKind.DUTY, "2026-08-10T06:00", 4);
        assertThat(failed()).containsExactly("ELSEWHERE_THEN");
        officer.worked(HourKind.LEAVE, "2026-08-10T06:00", 4);
        assertThat(failed()).isEmpty();
    }

    @Test
    void whoIsRecordedIllStandsNowhere() {
        officer.worked(HourKind.SICK, "2026-08-10T06:00", 10);
        assertThat(failed()).containsExactly("RECORDED_ABSENT");
    }

    @Test
    void overTheWeekSaysHowFarAndSinceWhen() {
        for (String day : List.of("11", "12", "13", "14", "15"))
            officer.worked(HourKind.DUTY, "2026-08-" + day + "T06:00", 12);
        var finding = officer.verdict().failed().getFirst();
        assertThat(finding.code()).isEqualTo("CAP_WEEK");
        assertThat(finding.terms()).extracting(Term::stored).containsExactly("PT68H", "PT64H", "2026-08-09T00:00",
                "2026-08-16T00:00", "PT4H", "Program default");
        assertThat(finding.rules()).containsExactly("PRG-WEEK-64@2020-01-01");
    }

    @Test
    void aShiftIsJudgedByThePolicyInForceThatDay() {
        officer.policies = ShippedPolicies.of("NEW_ORLEANS");
        officer.state = "LA";
        officer.day = LocalDate.parse("2022-04-08");
        officer.credentials.add(credential(Kind.WORK_PERMISSION, "2022-01-02", null));
        for (String day : List.of("04", "05", "06", "07"))
            officer.worked(HourKind.OFF_DUTY_HERE, "2022-04-" + day + "T07:00", 6);
        assertThat(failed()).isEmpty();
        officer.hours.clear();
        officer.day = LocalDate.parse("2022-07-15");
        for (String day : List.of("11", "12", "13", "14"))
            officer.worked(HourKind.OFF_DUTY_HERE, "2022-07-" + day + "T07:00", 6);
        assertThat(failed()).containsExactly("CAP_WEEK");
    }

    @Test
    void whatNeedsTheChiefIsNeitherAllowedNorRefused() {
        officer.policies = ShippedPolicies.of("SOUTHERN_AGENCY");
        officer.worked(HourKind.OFF_DUTY_HERE, "2026-08-10T15:00", 4);
        var verdict = officer.verdict();
        assertThat(verdict.allowed()).isFalse();
        assertThat(verdict.needsApprovalOnly()).isTrue();
        assertThat(verdict.approvals()).extracting(RuleFinding::code).containsExactly("CAP_CONTINUOUS");
    }

    @Test
    void theEvidenceKeepsRulesFiguresAndOutcome() {
        officer.worked(HourKind.DUTY, "2026-08-10T06:00", 4);
        var json = JsonMapper.builder().build()
                .readTree(officer.verdict().evidence(Instant.parse("2026-08-01T12:00:00Z")));
        assertThat(json.path("allowed").asBoolean(true)).isFalse();
        assertThat(json.path("version").asInt()).isEqualTo(1);
        assertThat(json.path("failed").path(0).path("code").asString()).isEqualTo("ELSEWHERE_THEN");
        assertThat(json.path("failed").path(0).path("figures").path(1).path("value").asString())
                .isEqualTo("2026-08-10T06:00");
        assertThat(json.path("rules").toString()).contains("PRG-WEEK-64@2020-01-01");
    }

    private List<String> failed() {
        return officer.verdict().failed().stream().map(RuleFinding::code).toList();
    }

    private static List<String> codes(Case officer) {
        return officer.verdict().failed().stream().map(RuleFinding::code).toList();
    }
}
