package org.daywatch.transparency.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PaperText;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.calendars.Bells;
import org.daywatch.directory.calendars.Bells.BellChange;
import org.daywatch.directory.calendars.Calendars;
import org.daywatch.directory.programs.posts.FundedPostRegister;
import org.daywatch.directory.sites.Schools;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.transparency.programs.clocks.ClockCommands;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who sees which figures, a clock from its start to its answer, and a reviewer who has no account. */
@DaywatchIT
class ProgramPagesIT {

    private static final Pattern MADE = Pattern.compile("https?://[^/\\s]+(/review/[\\w-]+)");
    private static final Pattern CLOCK = Pattern.compile("/program/clocks/([0-9a-f-]{36})");

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired DSLContext db;
    @Autowired ClockCommands clocks;

    private PostedDay day;
    private PostedDay.Officer ana;
    private Visit coordinator;

    @BeforeEach
    void aSchoolWithItsYear() {
        clock.setTo("2026-11-17T17:00:00Z");
        day = new PostedDay(app);
        ana = day.officer("Ana Cruz");
        story.run(day.cast.agency(), () -> {
            app.getBean(Calendars.class).create(day.cast.mesquite(), "2026-27", LocalDate.of(2026, 8, 3),
                    LocalDate.of(2027, 5, 21));
            app.getBean(Bells.class).apply(new BellChange(CalendarScope.all(day.cast.mesquite()), DayKind.REGULAR,
                    LocalTime.of(8, 0), LocalTime.of(15, 0), LocalDate.of(2026, 8, 3)));
            var lines = new Lines(db, day);
            lines.line(ana.id(), "2026-11-10", "LESSON_COHORT", "TRAINING", "LRE:COHORT", 50);
            lines.line(ana.id(), "2026-11-10", "ON_POST", "PRESENCE", "ON_CAMPUS", 400);
        });
        coordinator = visitor.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
    }

    private Visit member(UUID org, Role role, UUID school) {
        UUID person = story.as(day.cast.agency(), () -> organizations.join(org,
                role.name().toLowerCase() + day.cast.suffix() + "@program.example", "Kim " + role, role, school));
        return visitor.signedIn(person, org, role);
    }

    @Test
    void everybodySeesTheirOwnSchoolsAndNobodyElses() {
        var principal = member(day.cast.mesquite(), Role.PRINCIPAL, day.school);
        var elsewhere = member(day.cast.saguaro(), Role.SAFETY_DIRECTOR, null);
        var teacher = member(day.cast.mesquite(), Role.TEACHER, day.school);
        String school = "/program/schools/" + day.school;
        for (var reader : new Visit[] {coordinator, principal,
                member(day.cast.mesquite(), Role.SAFETY_DIRECTOR, null)}) {
            assertThat(reader.get("/program").body()).contains("Ocotillo High");
            assertThat(reader.get(school).statusCode()).isEqualTo(200);
            assertThat(reader.get(school + "/evidence?subject=LRE:COHORT").body())
                    .contains("data-label=\"Minutes\" class=\"number\">50<").doesNotContain(">400<");
        }
        assertThat(elsewhere.get("/program").body()).doesNotContain("Ocotillo High");
        assertThat(elsewhere.get(school).statusCode()).isEqualTo(404);
        assertThat(elsewhere.get(school + "/evidence").statusCode()).isEqualTo(404);
        assertThat(teacher.get("/program").statusCode()).isEqualTo(403);
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

    @Test
    void texasAsksForOfficerOrExceptionDrillsSweepsAndAudits() {
        var school = school("TX", "Palo Duro High", "79101", "America/Chicago");
        var first = coordinator.get("/program?state=TX").body();
        assertThat(first)
                .contains("Palo Duro High", "Drills this half year", "Door checks, last 6 weeks", "Next audit",
                        "No officer now", "Officer on post now", "No school now")
                .doesNotContain("Law-related education", "Ocotillo High");
        assertThat(first).as("nothing was swept in six weeks with school").contains("0 of 6");
        UUID person = story.as(day.cast.agency(), () -> organizations.join(day.cast.agency(),
                "lee" + day.cast.suffix() + "@program.example", "Lee Ash", Role.AGENCY_ADMIN, null));
        var admin = visitor.signedIn(person, day.cast.agency(), Role.AGENCY_ADMIN);
        admin.post("/program/schools/" + school + "/exception", "reason", "PERSONNEL", "alternative",
                "A trained marshal stands at the door", "boardDay", "2026-10-12");
        assertThat(admin.get("/program/schools/" + school).body()).contains("Exception entered",
                "A trained marshal stands at the door");
        assertThat(coordinator.get("/program?state=TX").body()).contains("Oct 12, 2026");
        assertThat(admin.post("/program/schools/" + school + "/exception", "reason", "WEATHER", "alternative",
                "A trained marshal", "boardDay", "2026-10-12").body())
                .contains("Choose a reason: funding or personnel");
        assertThat(coordinator.get("/program/schools/" + school).body()).contains("Lockdown drill",
                "Intruder detection audit");
    }

    @Test
    void floridaAsksWhoStandsThereNowAndForSixDrillsFourOfThemOnActiveThreats() {
        school("FL", "Mangrove High", "33101", "America/New_York");
        var first = coordinator.get("/program?state=FL").body();
        assertThat(first).contains("Mangrove High", "Active-threat drills", "First drill", "Incident reports due",
                "Findings to answer").doesNotContain("Door checks, last 6 weeks");
        assertThat(first).as("none held of six, none of four on active threats").contains("0 of 6", "0 of 4");
    }

    @Test
    void aReportThatRanOutStandsOnTheFirstScreenAndInTheFileOfAReviewer() {
        var school = school("FL", "Mangrove High", "33101", "America/New_York");
        assertThat(coordinator.get("/program/clocks/new").body()).as("what nobody has to start, and what nothing tells")
                .contains("Starts automatically when a state inspector signs in at the front desk",
                        "report has a finding, start it here");
        coordinator.post("/program/clocks", "kind", "INCIDENT_REPORT", "school", school.toString(), "started",
                "2026-11-12T08:00", "about", "dismissal");
        assertThat(coordinator.get("/program?state=FL").body()).contains("Missed</span>",
                "<small>Incident report, Officer on campus");
        var text = coordinator.get("/program/reports/grant.txt?district=" + story.as(day.cast.agency(),
                () -> app.getBean(org.daywatch.directory.Campuses.class).find(school).orElseThrow().districtId()))
                .body();
        assertThat(text).contains("Incident report: not done, was due",
                "Officer on campus: nothing recorded; this means unknown, not zero");
    }

    @Test
    void anOfficerOpensTheirOwnPageAndNoOther() {
        var other = day.officer("Ben Ortiz");
        var officer = visitor.signedIn(ana.person(), day.cast.agency(), Role.OFFICER);
        assertThat(officer.get("/program/officers/" + ana.id()).body()).contains("Ana Cruz", "Ocotillo High");
        assertThat(officer.get("/program/officers/" + other.id()).statusCode()).isEqualTo(404);
        assertThat(coordinator.get("/program/officers/" + other.id()).body()).contains("unknown, not zero");
    }

    @Test
    void theSiteVisitFileIsAPdfAndItsPrintingIsAudited() {
        var file = coordinator.get("/program/schools/" + day.school + "/site-visit.pdf");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).startsWith("%PDF-");
        assertThat(story
                .as(day.cast.agency(),
                        () -> db.fetchValue(
                                "select count(*) from platform.audit_line where action = 'SiteVisitFilePrinted'"))
                .toString()).isEqualTo("1");
        assertThat(PaperText.of(coordinator.bytes("/program/schools/" + day.school + "/site-visit.pdf")))
                .contains("Rule versions applied AZ-SCHOOLS-EMERGENCY-PLAN@2000-01-01, AZ-SCHOOLS-EVACUATE@2000-01-01");
        assertThat(coordinator.get("/program/reports/grant.txt?district=" + day.cast.mesquite()).body()).contains(
                "- AZ-SCHOOLS-EVACUATE@2000-01-01", "4. Success and compliance of the last grant", "Ocotillo High");
        assertThat(coordinator.get("/program/schools/" + day.school + "/site-visit.pdf?asOf=2026-06-30").body())
                .as("the year before stays printable").startsWith("%PDF-");
        assertThat(coordinator.get("/program/schools/" + day.school).body()).contains("?asOf=2026-06-30",
                "Last school year, as of", "Jun 30, 2026");
        assertThat(coordinator.get("/program/schools/" + day.school + "?asOf=2026-06-30").body())
                .contains("/site-visit.pdf?asOf=2026-06-30", "based on today’s records");
        assertThat(coordinator.get("/program/reports/grant.txt?asOf=2026-06-30&district=" + day.cast.mesquite()).body())
                .contains("2026");
        for (String never : new String[] {"2036-01-01", "1999-01-01", "soon"}) {
            assertThat(coordinator.get("/program/schools/" + day.school + "/site-visit.pdf?asOf=" + never).statusCode())
                    .as(never).isEqualTo(400);
        }
        assertThat(coordinator.get("/program/reports/coverage-year.csv?from=2026-07-01").body())
                .contains("Ocotillo High,AZ,2026-07-01,2027-06-30,,,,,,,,,");
        assertThat(coordinator.get("/program/reports/coverage-quarter.csv?from=2026-10-02").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aClockIsRemindedOnceEscalatedOnceAndAnsweredLate() {
        var director = member(day.cast.mesquite(), Role.SAFETY_DIRECTOR, null);
        var refused = director.post("/program/clocks", "kind", "INSPECTION_FINDING", "school", day.school.toString(),
                "started", "2026-11-17T08:00", "about", "gate");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("No rule in effect sets the due time", "value=\"gate\"");
        director.post("/program/clocks", "kind", "INSPECTION_FINDING", "school", day.school.toString(), "started",
                "2026-11-17T08:00", "about", "gate", "due", "2026-11-18T08:00");
        var found = CLOCK.matcher(director.get("/program/clocks").body());
        assertThat(found.find()).isTrue();
        assertThat(reminded()).isZero();
        clock.move(Duration.ofHours(20));
        assertThat(reminded()).isEqualTo(1);
        assertThat(reminded()).as("told once").isZero();
        clock.move(Duration.ofHours(8));
        assertThat(reminded()).isEqualTo(1);
        assertThat(story.as(day.cast.mesquite(),
                () -> db.fetchCount(OUTBOUND_MESSAGE, OUTBOUND_MESSAGE.TOPIC.eq("PROGRAM_CLOCK_LATE")))).isOne();
        director = member(day.cast.mesquite(), Role.SAFETY_DIRECTOR, null); // a day later they sign in anew
        director.post("/program/clocks/" + found.group(1) + "/answer", "words", "the gate has a new lock");
        assertThat(director.get("/program/clocks/" + found.group(1)).body()).contains("Done late",
                "the gate has a new lock", "Overdue: supervisors notified");
        assertThat(member(day.cast.saguaro(), Role.SAFETY_DIRECTOR, null).get("/program/clocks/" + found.group(1))
                .statusCode()).isEqualTo(404);
    }

    private int reminded() {
        return story.as(day.cast.agency(), () -> clocks.remind(day.cast.agency()));
    }

    @Test
    void aWordThatComesLateIsConfirmedByASecondPersonAndByNobodyElse() {
        var director = member(day.cast.mesquite(), Role.SAFETY_DIRECTOR, null);
        var principal = member(day.cast.mesquite(), Role.PRINCIPAL, day.school);
        director.post("/program/clocks", "kind", "INSPECTION_FINDING", "school", day.school.toString(), "started",
                "2026-11-16T08:00", "about", "gate", "due", "2026-11-17T08:00");
        var found = CLOCK.matcher(director.get("/program/clocks").body());
        assertThat(found.find()).isTrue();
        String own = "/program/clocks/" + found.group(1);
        var silent = director.post(own + "/answer", "when", "2026-11-16T15:00", "words", " ");
        assertThat(silent.body()).contains("Describe what was done", "value=\"2026-11-16T15:00\"");
        director.post(own + "/answer", "when", "2026-11-16T15:00", "words", "A letter went to the office");
        assertThat(director.get(own).body())
                .contains("Late, not confirmed", "reported done", "Needs confirmation by a second person")
                .doesNotContain("Confirm done on time");
        assertThat(director.post(own + "/confirmation").statusCode()).as("whoever said so, and a district's desk")
                .isEqualTo(404);
        assertThat(principal.get(own).body()).contains("Confirm done on time");
        principal.post(own + "/confirmation");
        assertThat(director.get(own).body()).contains("confirmed by Kim PRINCIPAL", "Confirmed by a second person")
                .doesNotContain("Late, not confirmed");
    }

    @Test
    void aDistrictEntersAndEndsItsOwnSchoolsExceptionsAndAPrincipalPrintsTheirOwnFile() {
        var director = member(day.cast.mesquite(), Role.SAFETY_DIRECTOR, null);
        var principal = member(day.cast.mesquite(), Role.PRINCIPAL, day.school);
        String school = "/program/schools/" + day.school;
        director.post(school + "/exception", "reason", "FUNDING", "alternative", "A trained marshal stands there",
                "boardDay", "2026-10-12");
        assertThat(director.get(school).body()).contains("A trained marshal stands there", "End exception");
        var soon = director.post(school + "/exception/end", "lastDay", "2027-01-01", "endReason",
                "An officer was found");
        assertThat(soon.statusCode()).isEqualTo(400);
        assertThat(soon.body()).contains("from the board decision to today", "An officer was found");
        director.post(school + "/exception/end", "lastDay", "2026-11-16", "endReason", "An officer was found");
        assertThat(director.get(school).body()).contains("expired Nov 16, 2026").doesNotContain("End exception");
        assertThat(principal.post(school + "/exception", "reason", "FUNDING", "alternative", "Nobody at all",
                "boardDay", "2026-10-12").statusCode()).isEqualTo(403);
        assertThat(principal.get(school).body()).contains("Print site-visit file")
                .doesNotContain("Only the agency can see the officers");
        assertThat(principal.get(school + "/site-visit.pdf").body()).startsWith("%PDF-");
        assertThat(member(day.cast.saguaro(), Role.SAFETY_DIRECTOR, null).post(school + "/exception", "reason",
                "FUNDING", "alternative", "Not their school", "boardDay", "2026-10-12").statusCode()).isEqualTo(404);
    }

    @Test
    void aReviewerReadsOneDistrictUntilTheLinkEnds() {
        story.run(day.cast.agency(),
                () -> app.getBean(FundedPostRegister.class).add(new FundedPostRegister.NewPost("AZ-SSP", "Award 7",
                        "SSO", List.of(day.school), LocalDate.of(2026, 7, 1))));
        var made = MADE.matcher(coordinator.post("/program/reviews", "forWhom", "Grants desk of the state", "district",
                day.cast.mesquite().toString(), "days", "30").body());
        assertThat(made.find()).isTrue();
        var reviewer = visitor.stranger();
        assertThat(reviewer.get(made.group(1)).body()).contains("Ocotillo High");
        assertThat(reviewer.get(made.group(1) + "/schools/" + day.school).body()).contains("Requirements");
        assertThat(reviewer.get(made.group(1) + "/schools/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(reviewer.get(made.group(1) + "/schools/" + day.school + "/evidence?figure=AZ-SSP-LRE-COHORT").body())
                .as("a figure opens onto its lines").contains("Ana Cruz", "0 h 50 min", "One record supports it")
                .doesNotContain("/program/", "href=\"/drills");
        assertThat(reviewer.get(made.group(1) + "/schools/" + day.school + "/evidence?figure=AZ-SSP-EMERGENCY-PLAN")
                .body()).as("the plan itself stays sealed").contains("Its content is sealed");
        assertThat(reviewer.get(made.group(1) + "/schools/" + UUID.randomUUID() + "/evidence?figure=AZ-SSP-LRE")
                .statusCode()).isEqualTo(404);
        assertThat(new String(reviewer.get(made.group(1) + "/schools/" + day.school + "/site-visit.pdf").body()
                .getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)).startsWith("%PDF-");
        assertThat(reviewer.get(made.group(1) + "x").statusCode()).isEqualTo(404);
        var list = coordinator.get("/program/reviews").body();
        assertThat(list).contains("opened 7 times");
        var id = Pattern.compile("/program/reviews/([0-9a-f-]{36})/revocation").matcher(list).results().findFirst()
                .orElseThrow().group(1);
        coordinator.post("/program/reviews/" + id + "/revocation");
        for (var path : new String[] {"", "/schools/" + day.school,
                "/schools/" + day.school + "/evidence?figure=AZ-SSP-LRE",
                "/schools/" + day.school + "/site-visit.pdf"}) {
            var ended = reviewer.get(made.group(1) + path);
            assertThat(ended.statusCode()).as(path).isEqualTo(410);
            assertThat(ended.body()).as("says what happened and what to do").contains("This link no longer works",
                    "The link was revoked", "Ask the agency for a new link");
        }
        assertThat(member(day.cast.saguaro(), Role.SAFETY_DIRECTOR, null).get("/program/reviews").body())
                .doesNotContain("Grants desk of the state");
    }
}
