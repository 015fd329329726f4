package org.daywatch.transparency.programs.quarter;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.daywatch._story.Chromium;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor.Visit;
import org.daywatch._story.Visitor;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.Due;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.calendars.Bells.BellChange;
import org.daywatch.directory.calendars.Bells;
import org.daywatch.directory.calendars.Calendars;
import org.daywatch.directory.sites.Schools;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.staffing.ClockRecords.ClockRecord;
import org.daywatch.staffing.ClockRecords.Stretch;
import org.daywatch.staffing.officers.Officer;
import org.daywatch.staffing.officers.OfficerCommands;
import org.daywatch.transparency.activitylog.ActivityLog;
import org.daywatch.transparency.activitylog.assembly.ClockLines;
import org.daywatch.transparency.programs.totals.MeterQueries;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * The record of daily coverage of a Florida quarter, from a day nobody came to the paper that says it was handed in.
 */
@DaywatchIT
class QuarterPagesIT {

    private static final ZoneId EASTERN = ZoneId.of("America/New_York");
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 21);

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired Sessions sessions;
    @LocalServerPort int port;

    private Story.Cast cast;
    private UUID cypress;
    private UUID heron;
    private Visit coordinator;

    /**
     * Eight school days: at Cypress Hammock the officer is in court on one morning and does not come on one day; of
     * Heron Key nobody recorded anything.
     */
    @BeforeEach
    void twoSchoolsOfWhichOneHasAnOfficer() {
        clock.setTo("2026-09-30T23:00:00Z");
        cast = story.cast();
        cypress = school("Cypress Hammock High");
        heron = school("Heron Key Elementary");
        story.run(cast.agency(), () -> {
            app.getBean(Calendars.class).create(cast.mesquite(), "2026-27", FIRST, LocalDate.of(2027, 5, 27));
            app.getBean(Bells.class).apply(new BellChange(CalendarScope.all(cast.mesquite()), DayKind.REGULAR,
                    LocalTime.of(8, 0), LocalTime.of(15, 0), FIRST));
        });
        var officer = story.as(cast.agency(),
                () -> app.getBean(OfficerCommands.class)
                        .add(new Officer.Details(cast.department(), "Rosa Delgado",
                                "rosa" + cast.suffix() + "@story.example", "602-555-0100",
                                "41", Officer.Rank.OFFICER, LocalDate.of(2012, 4, 1), "FL-41", List.of("en"), "33101",
                                Set.of("SSO"), FIRST, Officer.State.ACTIVE)));
        FIRST.datesUntil(LocalDate.of(2026, 10, 1))
                .filter(d -> d.getDayOfWeek().getValue() <= 5 && !d.equals(LocalDate.of(2026, 9, 25)))
                .forEach(d -> clocked(officer, d));
        coordinator = visitor.signedIn(cast.coordinator(), cast.agency(), Role.COORDINATOR);
    }

    private UUID school(String name) {
        return story.as(cast.agency(),
                () -> app.getBean(Schools.class)
                        .add(new Schools.NewSchool(cast.mesquite(), name, SchoolLevel.HIGH, "", "", 600, "1 School Way",
                                "Cypress", "FL", "33101",
                                "305 555 0100", EASTERN)));
    }

    private void clocked(UUID officer, LocalDate day) {
        var in = day.atTime(7, 30).atZone(EASTERN).toInstant();
        var court = day.equals(LocalDate.of(2026, 9, 23))
                ? List.of(new Stretch(in.plus(Duration.ofHours(1)), in.plus(Duration.ofHours(3)), "COURT"))
                : List.<Stretch>of();
        var id = Ids.next();
        var record = new ClockRecord(id, cast.mesquite(), cypress, officer, new UUID(1, 7), "Rosa Delgado", in,
                in.plus(Duration.ofHours(8)), court, List.of());
        story.run(cast.agency(), () -> app.getBean(ActivityLog.class).tells("shift " + id,
                () -> ClockLines.of(record, EASTERN, List.of()), "clocked"));
    }

    private String path(String from) {
        return "/program/reports/coverage?district=" + cast.mesquite() + "&from=" + from;
    }

    private List<Due> owed(UUID school) {
        return story
                .as(cast.agency(),
                        () -> app.getBean(MeterQueries.class).of(app.getBean(Campuses.class).find(school).orElseThrow(),
                                LocalDate.ofInstant(clock.instant(), EASTERN)))
                .due().stream()
                .filter(d -> d.requirement().subject().equals("REPORT:COVERAGE_QUARTER")).toList();
    }

    @Test
    void aDayInCourtAndADayWithoutAnybodyStandInIt() {
        var body = coordinator.get(path("2026-07-01")).body();
        assertThat(body).contains("8 school days: an officer all day on 6, part of the day on 1, no record on 1.",
                "Officers:");
        // 8 days of 7:45 to 15:15, 450 minutes: 60 h; less two hours in court and the day of 7 h 30 min
        assertThat(body).contains("50 h 30 min with an officer out of 60 h required.",
                "Sep 23, 2026: 5 h 30 min of 7 h 30 min", "Sep 25, 2026: no record, 7 h 30 min required");
        assertThat(body).as("of Heron Key nobody says zero").contains("No officer was recorded here this school year.");
        assertThat(coordinator.get("/program/reports").body()).contains("/program/reports/coverage?from=2026-07-01");
    }

    @Test
    void itIsHandedInOnceWhenTheQuarterIsOverForEverySchoolOfTheDistrict() {
        assertThat(coordinator.get(path("2026-07-01")).body()).as("the last day of the quarter")
                .contains("The quarter is not over yet").doesNotContain("Mark as submitted");
        assertThat(owed(cypress)).extracting(Due::state).containsOnly(Due.State.COMING);
        clock.setTo("2026-10-02T15:00:00Z");
        assertThat(owed(cypress).getFirst().state()).isEqualTo(Due.State.DUE);
        var form = Pattern.compile("name=\"form\" value=\"([0-9a-f-]{36})\"")
                .matcher(coordinator.get(path("2026-07-01")).body()).results().map(m -> m.group(1)).findFirst()
                .orElseThrow();
        for (int click = 0; click < 2; click++) {
            assertThat(coordinator.post("/program/reports/coverage", "district", cast.mesquite().toString(), "from",
                    "2026-07-01", "form", form).statusCode()).isEqualTo(302);
        }
        for (var school : List.of(cypress, heron)) {
            Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(
                    () -> assertThat(owed(school).getFirst().doneOn()).isEqualTo(LocalDate.of(2026, 10, 2)));
            assertThat(owed(school).get(1).state()).as("the next quarter's is still to come")
                    .isEqualTo(Due.State.COMING);
        }
        assertThat(coordinator.get(path("2026-07-01")).body()).contains("Submitted", "Oct 2, 2026")
                .doesNotContain("Not submitted yet");
        assertThat(coordinator.get(owed(cypress).getFirst().evidence()).body())
                .contains("Daily coverage record, Jul 1, 2026", "Quarter covered");
    }

    @Test
    void aQuarterBeginsInJanuaryAprilJulyOrOctoberAndNobodyElseReadsIt() {
        assertThat(coordinator.get(path("2026-08-01")).statusCode()).isEqualTo(400);
        UUID person = story.as(cast.agency(), () -> organizations.join(cast.saguaro(),
                "lou" + cast.suffix() + "@coverage.example", "Lou Birch", Role.SAFETY_DIRECTOR, null));
        var elsewhere = visitor.signedIn(person, cast.saguaro(), Role.SAFETY_DIRECTOR);
        assertThat(elsewhere.get(path("2026-07-01")).statusCode()).isEqualTo(404);
        assertThat(elsewhere.post("/program/reports/coverage", "district", cast.mesquite().toString(), "from",
                "2026-07-01", "form", UUID.randomUUID().toString()).statusCode()).isEqualTo(404);
    }

    @Test
    void thePageFitsAPhoneAndADesk() throws Exception {
        clock.setTo("2026-10-02T15:00:00Z");
        var token = sessions.open(cast.coordinator(), "PASSKEY", "test");
        sessions.actFor(token, cast.agency(), Role.COORDINATOR);
        var axe = Files.readString(Path.of("src/test/resources/vendor/axe.js"));
        var wrong = new ArrayList<String>();
        try (var shared = new Chromium()) {
            var chromium = shared.browser();
            for (int width : new int[] {360, 1280}) {
                var context = chromium.newContext(new Browser.NewContextOptions().setViewportSize(width, 740));
                context.addCookies(List.of(new Cookie("daywatch_session", token).setUrl("http://localhost:" + port)));
                var page = context.newPage();
                assertThat(page.navigate("http://localhost:" + port + path("2026-07-01")).status()).isEqualTo(200);
                page.locator("details summary").last().click();
                if ((Boolean) page
                        .evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                    wrong.add("wider than " + width);
                page.evaluate(axe);
                for (Object finding : (List<?>) page
                        .evaluate("async () => (await axe.run(document, {resultTypes: ['violations']})).violations"
                                + ".filter(v => v.impact === 'serious' || v.impact === 'critical').map(v => v.id + ' at ' + v.nodes[0].target.join(' '))"))
                    wrong.add(width + ": " + finding);
                page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                        .setPath(Path.of("target/screenshots/coverage-quarter-" + width + ".png")));
                context.close();
            }
        }
        assertThat(wrong).isEmpty();
    }
}
