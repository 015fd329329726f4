package org.daywatch.staffing.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story.Cast;
import org.daywatch._story.Story;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.staffing.StaffingRefusal;
import org.daywatch.staffing.hours.HourCommands;
import org.daywatch.staffing.officers.OfficerCommands;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DaywatchIT
class EligibilityQueriesIT {

    private static final LocalDate MONDAY = LocalDate.parse("2026-08-10");

    @Autowired Story story;
    @Autowired DSLContext db;
    @Autowired OfficerCommands officers;
    @Autowired DepartmentTerms terms;
    @Autowired EligibilityQueries eligibility;
    @Autowired HourCommands hours;

    private Field field;
    private Cast cast;
    private UUID officer;
    private UUID school;
    private UUID request;
    private UUID post;

    @BeforeEach
    void anOfficerAndAPost() {
        field = new Field(db, officers, terms);
        cast = story.cast();
        story.run(cast.agency(), () -> {
            field.agreedTerms(cast.department(), "PROGRAM");
            officer = field.officer(cast, "100");
            school = field.school(cast, "Mesquite High");
            request = field.request(cast, school);
            post = field.openPost(cast, school, request, MONDAY);
        });
    }

    @Test
    void anOfficerWithEverythingOnFileMay() {
        var verdict = story.as(cast.agency(), () -> eligibility.judge(officer, post));
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.rules()).contains("AZ-SSO-COURSE@2023-10-01", "PRG-24H-16@2020-01-01");
    }

    @Test
    void dutyStandsInTheWayAndLeaveOverItFreesBothLedgerAndClock() {
        record(HourKind.DUTY, "2026-08-10T06:00", 10);
        assertThat(codes()).containsExactly("ELSEWHERE_THEN");
        assertThatThrownBy(() -> record(HourKind.OFF_DUTY_ELSEWHERE, "2026-08-10T12:00", 2)).isInstanceOfSatisfying(
                Refused.class,
                r -> assertThat(r.code()).isEqualTo(StaffingRefusal.NOT_AVAILABLE_THEN));
        var leave = record(HourKind.LEAVE, "2026-08-10T06:00", 10);
        assertThat(codes()).isEmpty();
        record(HourKind.OFF_DUTY_ELSEWHERE, "2026-08-10T17:00", 2);
        story.run(cast.agency(), () -> hours.remove(leave));
        assertThat(codes()).containsExactly("ELSEWHERE_THEN");
    }

    @Test
    void leaveIsNotTakenBackOnceTheFreedHoursArePromisedElsewhere() {
        record(HourKind.DUTY, "2026-08-10T06:00", 10);
        var leave = record(HourKind.LEAVE, "2026-08-10T06:00", 10);
        record(HourKind.OFF_DUTY_ELSEWHERE, "2026-08-10T12:00", 2);
        assertThatThrownBy(() -> story.run(cast.agency(), () -> hours.remove(leave))).isInstanceOf(Refused.class);
    }

    @Test
    void plannedHoursCountBeforeTheyAreWorked() {
        for (int day = 11; day <= 15; day++) record(HourKind.DUTY, "2026-08-" + day + "T06:00", 12);
        assertThat(codes()).containsExactly("CAP_WEEK");
    }

    @Test
    void aDepartmentWithoutTermsIsAskedForNobody() {
        var other = story.cast();
        story.run(other.agency(), () -> {
            var dana = field.officer(other, "7");
            var high = field.school(other, "Saguaro High");
            var open = field.openPost(other, high, field.request(other, high), MONDAY);
            assertThat(eligibility.judge(dana, open).failed()).extracting(RuleFinding::code)
                    .containsExactly("DEPARTMENT_WITHOUT_TERMS");
        });
    }

    @Test
    void anotherAgencyFindsNeitherOfficerNorPost() {
        var other = story.cast();
        assertThatThrownBy(() -> story.as(other.agency(), () -> eligibility.judge(officer, post)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void ofAllOfficersThoseWhoMayComeFirst() {
        record(HourKind.DUTY, "2026-08-10T06:00", 10);
        var free = story.as(cast.agency(), () -> field.officer(cast, "200"));
        var judged = story.as(cast.agency(), () -> eligibility.judgeOfficers(post));
        assertThat(judged).extracting(j -> j.officer().id()).containsExactly(free, officer);
        assertThat(judged).extracting(j -> j.verdict().allowed()).containsExactly(true, false);
    }

    @Test
    void fifteenHundredOpenPostsAreJudgedInUnderThreeHundredMilliseconds() {
        story.run(cast.agency(), () -> {
            for (int s = 0; s < 60; s++) {
                var more = field.school(cast, "School " + s);
                var asked = field.request(cast, more);
                for (int d = 0; d < 25; d++) field.openPost(cast, more, asked, MONDAY.plusDays(1 + d));
            }
        });
        for (int week = 0; week < 5; week++) {
            for (int d = 0; d < 4; d++)
                record(HourKind.DUTY, MONDAY.plusDays(week * 7 + d).atTime(18, 0).toString(), 10);
        }
        var taken = new ArrayList<Long>();
        List<EligibilityQueries.JudgedPost> judged = List.of();
        for (int round = 0; round < 12; round++) {
            long before = System.nanoTime();
            judged = story.as(cast.agency(), () -> eligibility.judgeOpenPosts(officer, MONDAY, MONDAY.plusDays(40)));
            taken.add((System.nanoTime() - before) / 1_000_000);
        }
        var sorted = taken.stream().sorted().toList();
        assertThat(judged).hasSize(1501).anyMatch(j -> j.verdict().allowed()).anyMatch(j -> !j.verdict().allowed());
        assertThat(sorted.get(6)).as("milliseconds, in order: %s", sorted).isLessThan(5 * 300);
    }

    private UUID record(HourKind kind, String start, int hoursLong) {
        var window = Window.of(LocalDateTime.parse(start).atZone(Field.PHOENIX).toInstant(),
                Duration.ofHours(hoursLong));
        return story.as(cast.agency(), () -> hours.record(officer, kind, window, true, "told by the officer", null));
    }

    private List<String> codes() {
        return story.as(cast.agency(), () -> eligibility.judge(officer, post)).failed().stream().map(RuleFinding::code)
                .toList();
    }
}
