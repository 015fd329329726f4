package org.daywatch.staffing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.platform.Tables.AUDIT_LINE;
import static org.daywatch_db.staffing.Tables.COVERAGE_DAY;
import static org.daywatch_db.staffing.Tables.COVERAGE_GAP;
import static org.daywatch_db.staffing.Tables.OFFICER;
import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.calendars.Bells.BellChange;
import org.daywatch.directory.calendars.Bells;
import org.daywatch.directory.calendars.Calendars;
import org.daywatch.directory.sites.Schools.NewSchool;
import org.daywatch.directory.sites.Schools;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.StaffingEvent.ShiftCorrected;
import org.daywatch.staffing.postplans.PostPlanning;
import org.daywatch.staffing.requests.Content;
import org.daywatch.staffing.requests.RequestCommands;
import org.daywatch.staffing.terms.AgreedTerms;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Ocotillo High, Monday 10 August 2026: bells 08:00 to 15:00, so its post stands from 07:45 to 15:15 in Phoenix. */
@DaywatchIT
class DayClosingIT {

    private static final LocalDate MONDAY = LocalDate.of(2026, 8, 10);

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired DSLContext db;
    @Autowired Schools schools;
    @Autowired Calendars calendars;
    @Autowired Bells bells;
    @Autowired RequestCommands requests;
    @Autowired DepartmentTerms terms;
    @Autowired PostPlanning planning;
    @Autowired DayClosing closing;
    @Autowired GapRegister register;
    @Autowired Facts facts;

    private Story.Cast cast;
    private UUID school;
    private UUID officer;

    @BeforeEach
    void aSchoolWithAPostForEveryDayOfTheWeek() {
        clock.setTo(at("06:00"));
        cast = story.cast();
        story.run(cast.agency(), () -> {
            terms.put(AgreedTerms.usual(Tenancy.tenant(), cast.department(), 1, "TEST", Set.of(),
                    ZoneId.of("America/Phoenix")));
            school = schools
                    .add(new NewSchool(cast.mesquite(), "Ocotillo High", SchoolLevel.HIGH, "09", "12", 800, "1 Main St",
                            "Mesa", "AZ", "85201", "555-0100",
                            ZoneId.of("America/Phoenix")));
            calendars.create(cast.mesquite(), "2026-27", MONDAY, LocalDate.of(2027, 5, 21));
            bells.apply(new BellChange(CalendarScope.all(cast.mesquite()), DayKind.REGULAR, LocalTime.of(8, 0),
                    LocalTime.of(15, 0), MONDAY));
            var request = requests.agree(List.of(Content.term(school)), cast.department()).getFirst();
            planning.generate(request);
            officer = Ids.next();
            db.insertInto(OFFICER).set(OFFICER.AGENCY_ID, cast.agency()).set(OFFICER.ID, officer)
                    .set(OFFICER.PERSON_ID, officer)
                    .set(OFFICER.DEPARTMENT_ID, cast.department())
                    .set(OFFICER.FULL_NAME, "Dana Reyes").set(OFFICER.EMAIL, "dana@story.example")
                    .set(OFFICER.BADGE, "77")
                    .set(OFFICER.RANK, "OFFICER").execute();
        });
    }

    @Test
    void aDayThatIsOverIsClosedOnceWithItsMinutesAndItsGap() {
        worked("08:05", "15:20");
        clock.setTo(at("15:14"));
        assertThat(close()).as("one minute before the end").isZero();
        clock.setTo(at("15:15"));
        assertThat(close()).isEqualTo(1);
        assertThat(close()).as("closed already").isZero();
        assertThat(day()).isEqualTo("450 = 430 + 20, 1 of 1 filled, 1 gap");
        assertThat(gaps()).containsExactly("07:45-08:05 LATE");
        assertThat(told("CoverageGapClosed")).isEqualTo(1);
    }

    @Test
    void aPostNobodyTookLeavesTheWholeDayUncovered() {
        clock.setTo(at("16:00"));
        close();
        assertThat(day()).isEqualTo("450 = 0 + 450, 0 of 1 filled, 1 gap");
        assertThat(gaps()).containsExactly("07:45-15:15 NOT_FILLED");
    }

    @Test
    void aPunchCorrectedLaterIsCountedAgainAndTheExplanationStays() {
        var shift = worked("08:05", "15:20");
        clock.setTo(at("16:00"));
        close();
        explain("Flat tire on the way");
        correct(shift, "07:50", "15:20");
        assertThat(day()).isEqualTo("450 = 445 + 5, 1 of 1 filled, 1 gap");
        assertThat(gaps()).containsExactly("07:45-07:50 LATE Flat tire on the way");
    }

    @Test
    void aGapThatNeverWasIsTakenAwayAndWhatWasSaidAboutItIsKeptInTheAudit() {
        var shift = worked("08:05", "15:20");
        clock.setTo(at("16:00"));
        close();
        explain("Flat tire on the way");
        correct(shift, "07:40", "15:20");
        assertThat(day()).isEqualTo("450 = 450 + 0, 1 of 1 filled, 0 gaps");
        assertThat(gaps()).isEmpty();
        var line = story.as(cast.agency(), () -> db.select(AUDIT_LINE.DETAIL).from(AUDIT_LINE)
                .where(AUDIT_LINE.ACTION.eq("CoverageGapMended")).fetchSingle(AUDIT_LINE.DETAIL));
        assertThat(line).contains("Flat tire on the way");
    }

    @Test
    void theDistrictSeesItsDaysAndGapsAndTheOtherDistrictNothing() {
        clock.setTo(at("16:00"));
        close();
        assertThat(story.as(cast.mesquite(), () -> register.bySchool(MONDAY, MONDAY))).containsOnlyKeys(school);
        assertThat(story.as(cast.saguaro(), () -> register.bySchool(MONDAY, MONDAY))).isEmpty();
        assertThat(story.as(cast.saguaro(), () -> db.fetchCount(COVERAGE_GAP))).isZero();
        assertThat(
                story.as(story.cast().agency(), () -> db.fetchCount(COVERAGE_DAY, COVERAGE_DAY.SCHOOL_ID.eq(school))))
                .isZero();
    }

    private int close() {
        return story.as(cast.agency(), closing::closeDays);
    }

    private UUID worked(String from, String to) {
        UUID id = Ids.next();
        story.run(cast.agency(), () -> {
            var post = db.selectFrom(POST).where(POST.SCHOOL_ID.eq(school)).and(POST.DAY.eq(MONDAY)).fetchSingle();
            db.insertInto(SHIFT).set(SHIFT.AGENCY_ID, cast.agency()).set(SHIFT.ID, id)
                    .set(SHIFT.DISTRICT_ID, cast.mesquite())
                    .set(SHIFT.SCHOOL_ID, school)
                    .set(SHIFT.POST_ID, post.getId()).set(SHIFT.OFFICER_ID, officer).set(SHIFT.PERSON_ID, officer)
                    .set(SHIFT.OFFICER_NAME, "Dana Reyes")
                    .set(SHIFT.DEPARTMENT_ID, cast.department()).set(SHIFT.STARTS_AT, post.getStartsAt())
                    .set(SHIFT.ENDS_AT, post.getEndsAt()).set(SHIFT.STATE, "ENDED")
                    .set(SHIFT.ACCEPTED_AT, at("05:00")).set(SHIFT.ACCEPTED_BY, "OFFICER")
                    .set(SHIFT.CHECKED_IN_AT, at(from))
                    .set(SHIFT.CHECKED_OUT_AT, at(to))
                    .set(SHIFT.CHECK_IN_PROOF, "DESK_CODE").execute();
        });
        return id;
    }

    /** What a coordinator's correction does: the punches change and the fact is told, in one transaction. */
    private void correct(UUID shift, String from, String to) {
        story.run(cast.agency(), () -> {
            var row = db.selectFrom(SHIFT).where(SHIFT.ID.eq(shift)).fetchSingle();
            db.update(SHIFT).set(SHIFT.CHECKED_IN_AT, at(from)).set(SHIFT.CHECKED_OUT_AT, at(to))
                    .where(SHIFT.ID.eq(shift))
                    .execute();
            facts.tell(new ShiftCorrected(cast.agency(), shift, clock.instant(), row.getPostId(), officer, school,
                    new Window(at(from), at(to)), "The desk book says so"));
        });
    }

    private void explain(String words) {
        story.run(cast.agency(), () -> db.update(COVERAGE_GAP).set(COVERAGE_GAP.EXPLANATION, words).execute());
    }

    private String day() {
        return story.as(cast.agency(), () -> db.selectFrom(COVERAGE_DAY).where(COVERAGE_DAY.SCHOOL_ID.eq(school))
                .and(COVERAGE_DAY.DAY.eq(MONDAY))
                .fetchSingle(d -> d.getRequiredMinutes() + " = " + d.getCoveredMinutes() + " + "
                        + d.getUncoveredMinutes() + ", "
                        + d.getFilled() + " of " + d.getPosts()
                        + " filled, " + d.getGaps() + (d.getGaps() == 1 ? " gap" : " gaps")));
    }

    private List<String> gaps() {
        return story.as(cast.agency(), () -> db.selectFrom(COVERAGE_GAP).where(COVERAGE_GAP.SCHOOL_ID.eq(school))
                .orderBy(COVERAGE_GAP.STARTS_AT)
                .fetch(g -> (local(g.getStartsAt()) + "-" + local(g.getEndsAt()) + " " + g.getReason() + " "
                        + g.getExplanation())
                        .strip()));
    }

    private int told(String fact) {
        return story.as(cast.agency(), () -> db.fetchCount(AUDIT_LINE, AUDIT_LINE.ACTION.eq(fact)));
    }

    private static String local(Instant instant) {
        return instant.atZone(ZoneId.of("America/Phoenix")).toLocalTime().toString();
    }

    private static Instant at(String time) {
        return MONDAY.atTime(LocalTime.parse(time)).atZone(ZoneId.of("America/Phoenix")).toInstant();
    }
}
