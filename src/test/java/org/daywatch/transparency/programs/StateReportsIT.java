package org.daywatch.transparency.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.directory.Tables.SCHOOL;
import static org.daywatch_db.staffing.Tables.COVERAGE_DAY;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PaperText;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.calendars.Bells;
import org.daywatch.directory.calendars.Bells.BellChange;
import org.daywatch.directory.calendars.Calendars;
import org.daywatch.directory.programs.posts.FundedPostRegister;
import org.daywatch.directory.sites.Schools;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.transparency.programs.clocks.ClockKind;
import org.daywatch.transparency.programs.clocks.ClockQueries;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * What each state asks to be handed in or shown besides its meters: coverage by school, an approval, a proposal, a
 * shared post, the share of time.
 */
@DaywatchIT
class StateReportsIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired DSLContext db;

    private PostedDay day;
    private PostedDay.Officer ana;
    private Visit coordinator;
    private Visit admin;

    @BeforeEach
    void anAgencyWithASchoolInArizona() {
        clock.setTo("2026-11-17T17:00:00Z");
        day = new PostedDay(app);
        ana = day.officer("Ana Cruz");
        coordinator = visitor.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
        var person = story.as(day.cast.agency(), () -> organizations.join(day.cast.agency(),
                "lee" + day.cast.suffix() + "@states.example", "Lee Ash", Role.AGENCY_ADMIN, null));
        admin = visitor.signedIn(person, day.cast.agency(), Role.AGENCY_ADMIN);
    }

    @Test
    void marylandsYearlyReportNamesTheSchoolItsTwoClosedDaysAndWhatItDoesInstead() {
        var school = school("MD", "Chesapeake High", "21201", "America/New_York");
        closed(school, "2026-09-08", 420, 0);
        closed(school, "2026-09-09", 360, 60);
        admin.post("/program/schools/" + school + "/exception", "reason", "FUNDING", "alternative",
                "A deputy comes when called", "boardDay", "2026-10-12");
        var lines = coordinator.get("/program/reports/coverage-year.csv?from=2026-07-01").body().lines().toList();
        assertThat(lines.getFirst()).isEqualTo(
                "school,state,from,to,days_required,days_fully_covered,required_minutes,covered_minutes,uncovered_minutes,officers,exception_from,exception_until,instead,rules");
        assertThat(lines).as("one of two days without a minute uncovered; 780 of 840 minutes")
                .contains(
                        "Chesapeake High,MD,2026-07-01,2027-06-30,2,1,840,780,60,,2026-10-12,,A deputy comes when called,MD-SCHOOLS-COVERAGE@2000-01-01");
        assertThat(lines).as("of the other school nothing is known, and that is no zero")
                .anyMatch(l -> l.startsWith("Ocotillo High,AZ,2026-07-01,2027-06-30,,,,,,,,,,"));
        assertThat(coordinator.get("/program/reports/coverage-quarter.csv?from=2026-07-01").body()).contains(
                "Chesapeake High,MD,2026-09-08,1,1,420,420,0,MD-SCHOOLS-COVERAGE@2000-01-01",
                "Chesapeake High,MD,2026-09-09,1,1,420,360,60,MD-SCHOOLS-COVERAGE@2000-01-01");
    }

    @Test
    void kentuckyAsksForTheMarshalsLetterByAugustAndForNoReasonOfABoard() {
        var school = school("KY", "Bluegrass High", "40505", "America/New_York");
        String own = "/program/schools/" + school;
        assertThat(admin.get(own).body()).contains("State marshal’s written approval", "Marshal’s letter")
                .doesNotContain("Lack of funding", "overdue since");
        closed(school, "2026-09-08", 0, 420);
        assertThat(admin.get(own).body()).as("nobody stood there on a day").contains("overdue since Aug 1, 2026",
                "KY-SCHOOLS-PLAN@2000-01-01");
        assertThat(PaperText.of(coordinator.bytes(own + "/site-visit.pdf")))
                .contains("State marshal’s approval of a plan: overdue since Aug 1, 2026");
        var refused = admin.post(own + "/exception", "approval", "", "alternative", "Two deputies by turns", "boardDay",
                "2026-10-12");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Identify the marshal’s letter", "Two deputies by turns");
        admin.post(own + "/exception", "approval", "SSM-26-114", "alternative", "Two deputies by turns", "boardDay",
                "2026-10-12");
        assertThat(admin.get(own).body()).contains("SSM-26-114", "valid until Jul 31, 2027", "done late, Oct 12, 2026");
        assertThat(story.as(day.cast.agency(), () -> app.getBean(ClockQueries.class).all(List.of(school))))
                .filteredOn(c -> c.kind() == ClockKind.EXCEPTION_RENEWAL).singleElement()
                .satisfies(c -> assertThat(c.dueAt()).as("the next one by the end of August 1")
                        .isEqualTo(Instant.parse("2027-08-02T04:00:00Z")));
        assertThat(admin.post("/program/schools/" + day.school + "/exception", "approval", "SSM-26-115", "alternative",
                "Two deputies by turns", "boardDay", "2026-10-12").statusCode())
                .as("Arizona knows no marshal").isEqualTo(400);
    }

    @Test
    void arizonasDistrictFilesItsProposalOnceAndAPostOfTwoCampusesCoversEachInPart() {
        var second = story.as(day.cast.agency(),
                () -> app.getBean(Schools.class)
                        .add(new Schools.NewSchool(day.cast.mesquite(), "Saltbush Middle", SchoolLevel.MIDDLE, "6", "8",
                                500, "2 Mesa Drive",
                                "Mesa", "AZ", "85201", "", ZoneId.of("America/Phoenix"))));
        story.run(day.cast.agency(),
                () -> app.getBean(FundedPostRegister.class).add(new FundedPostRegister.NewPost("AZ-SSP", "Award 7",
                        "SSO", List.of(day.school, second), LocalDate.of(2026, 7, 1))));
        var first = coordinator.get("/program?state=AZ").body();
        assertThat(first.split("Covered in part: one post for 2 campuses", -1)).as("both campuses").hasSize(3);
        for (var campus : List.of(day.school, second)) {
            assertThat(coordinator.get("/program/schools/" + campus).body())
                    .contains("Covered in part: one post for 2 campuses");
        }
        assertThat(coordinator.get("/program/counted?state=AZ&what=PROPOSALS").body()).as("one district, one proposal")
                .contains("Proposal", "Ocotillo High", "Apr 15, 2027").doesNotContain("Saltbush Middle");
        var filed = coordinator.post("/program/schools/" + second + "/papers", "form", UUID.randomUUID().toString(),
                "subject", "REPORT:PROPOSAL", "day", "2026-11-16", "title", "Proposal 2027-30", "kept",
                "District office");
        assertThat(filed.statusCode()).as(filed.body()).isEqualTo(302);
        assertThat(coordinator.get("/program/counted?state=AZ&what=PROPOSALS").body()).as("filed at either school")
                .doesNotContain("Apr 15, 2027");
        assertThat(coordinator.get("/program.csv?state=AZ").body()).contains(
                "AZ-SSP-LRE-COHORT@2000-01-01; AZ-SSP-LRE-PREPARATION@2000-01-01; AZ-SSP-LRE-UNIVERSAL@2000-01-01; AZ-SSP-LRE@2000-01-01");
        assertThat(coordinator.get("/program.csv").body().lines().findFirst()).get().asString()
                .endsWith(",drills_too_many,rules");
    }

    @Test
    void theShareOfTimeStandsBesideBothSurveysHidesTwoOfficersAndRanksNobody() {
        var lines = new Lines(db, day);
        var three = List.of(ana, day.officer("Ben Ortega"), day.officer("Cleo Marsh"));
        var lonely = story.as(day.cast.agency(),
                () -> app.getBean(Schools.class)
                        .add(new Schools.NewSchool(day.cast.mesquite(), "Saltbush Middle", SchoolLevel.MIDDLE, "6", "8",
                                500, "2 Mesa Drive",
                                "Mesa", "AZ", "85201", "", ZoneId.of("America/Phoenix"))));
        story.run(day.cast.agency(), () -> {
            for (var officer : three) {
                lines.line(officer.id(), "2026-11-10", "ON_POST", "PRESENCE", "ON_CAMPUS", 400);
                lines.line(officer.id(), "2026-11-10", "LESSON_COHORT", "TRAINING", "LRE:COHORT", 50);
                lines.line(officer.id(), "2026-11-10", "MENTORING_TALK", "MENTORING", "", 60);
            }
        });
        assertThat(coordinator.get("/logs/time").body())
                .as("150, 180 and 870 of 1,200 minutes; both surveys with their numbers")
                .contains("13% (150 min)", "15% (180 min)", "73% (870 min)", "none recorded", "CPSV: 50%", "CPSV: 30%",
                        "CPSV: 20%", "CPSV: not asked", "NIJ: 20 h per week", "NIJ: 10 h per week",
                        "NIJ: 5 h per week", "NIJ: 6 to 7 h per week", "to be confirmed", "This is not a score");
        assertThat(coordinator.get("/logs/time.csv").body().lines()).containsExactly(
                "school,officers,minutes_on_campus,law_enforcement,mentoring,teaching,other,nothing_else_written",
                "Ocotillo High,3,1200,0,180,150,0,870");
        story.run(day.cast.agency(), () -> three.subList(0, 2).forEach(
                officer -> lines.at(lonely).line(officer.id(), "2026-11-11", "ON_POST", "PRESENCE", "ON_CAMPUS", 300)));
        assertThat(coordinator.get("/logs/time.csv").body())
                .contains("Saltbush Middle,2,600,suppressed,suppressed,suppressed,suppressed,suppressed");
        var page = coordinator.get("/logs/time").body();
        assertThat(page).contains("not shown: fewer than three officers");
        assertThat(page.substring(page.indexOf("<main"), page.indexOf("</main"))).doesNotContainPattern(
                "(?i)\\b(rank|best|worst|top|better|behind|above average|below average|good|bad)\\b");
    }

    private void closed(UUID school, String date, int covered, int uncovered) {
        var d = COVERAGE_DAY;
        story.run(day.cast.agency(),
                () -> db.insertInto(d).set(d.AGENCY_ID, day.cast.agency()).set(d.SCHOOL_ID, school)
                        .set(d.DAY, LocalDate.parse(date)).set(d.POSTS, 1).set(d.FILLED, covered > 0 ? 1 : 0)
                        .set(d.DISTRICT_ID, db.select(SCHOOL.DISTRICT_ID).from(SCHOOL).where(SCHOOL.ID.eq(school)))
                        .set(d.REQUIRED_MINUTES, covered + uncovered).set(d.COVERED_MINUTES, covered)
                        .set(d.UNCOVERED_MINUTES, uncovered).set(d.GAPS, uncovered > 0 ? 1 : 0)
                        .set(d.CLOSED_AT, clock.instant()).execute());
    }

    private UUID school(String state, String name, String zip, String zone) {
        return story.as(day.cast.agency(), () -> {
            var district = organizations.findOrCreate("DISTRICT", name + " Unified", state, state + day.cast.suffix());
            var id = app.getBean(Schools.class).add(new Schools.NewSchool(district, name, SchoolLevel.HIGH, "9", "12",
                    900, "1 Mesa Drive", "Llano", state, zip, "", ZoneId.of(zone)));
            app.getBean(Calendars.class).create(district, "2026-27", LocalDate.of(2026, 8, 10),
                    LocalDate.of(2027, 5, 28));
            app.getBean(Bells.class).apply(new BellChange(CalendarScope.all(district), DayKind.REGULAR,
                    LocalTime.of(8, 0), LocalTime.of(15, 0), LocalDate.of(2026, 8, 10)));
            return id;
        });
    }
}
