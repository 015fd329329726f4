package org.daywatch.prevention.rounds;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.prevention.Tables.FINDING;
import static org.daywatch_db.prevention.Tables.ROUND;
import static org.daywatch_db.prevention.Tables.SIGHTING;
import static org.daywatch_db.transparency.Tables.ACTIVITY;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.daywatch._story.Browser;
import org.daywatch._story.Chromium;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.prevention.checkpoints.Checkpoint;
import org.daywatch.prevention.checkpoints.CheckpointCommands;
import org.daywatch.prevention.checkpoints.CheckpointForm;
import org.daywatch.prevention.checkpoints.CheckpointStore;
import org.daywatch.prevention.rounds.Round.Kind;
import org.daywatch.prevention.rounds.Round.Walker;
import org.daywatch.prevention.rounds.RoundCommand.By;
import org.daywatch.prevention.rounds.Sighting.Done;
import org.daywatch.prevention.rounds.Sighting.Reason;
import org.daywatch.prevention.rounds.Sighting.Result;
import org.daywatch.prevention.rounds.Sighting.Way;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * The week's sweep of forty doors with a phone that has no connection: sent once, its two breaches followed until
 * somebody else has looked, six weeks on paper.
 */
@DaywatchIT
class SweepOfflineIT {

    private static final int DOORS = 40;
    private static final double PATIENCE = 60_000;
    private static final Instant POST = Instant.parse("2026-09-09T14:10:00Z");

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Sessions sessions;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired Campuses campuses;
    @Autowired CheckpointCommands checkpoints;
    @Autowired CheckpointStore store;
    @Autowired RoundCommands rounds;
    @Autowired DSLContext db;
    @LocalServerPort int port;

    private final List<String> wentWrong = new ArrayList<>();
    private PostedDay day;
    private PostedDay.Officer dana;
    private Campus school;
    private UUID principal;
    private UUID office;
    private BrowserContext context;
    private Page page;

    @BeforeEach
    void aSchoolWithFortyOuterDoorsAndAnOfficerOnPost() {
        clock.setTo("2026-07-29T15:00:00Z");
        day = new PostedDay(app);
        school = story.as(day.cast.agency(), () -> campuses.find(day.school).orElseThrow());
        principal = member("principal", "Pat Greer", Role.PRINCIPAL);
        office = member("office", "Sam Field", Role.FRONT_OFFICE);
        story.run(day.cast.mesquite(), () -> {
            for (int door = 1; door <= DOORS; door++)
                checkpoints.add(day.cast.agency(), school, form("DOOR", "Door " + door, "yes"), "Pat Greer");
            checkpoints.add(day.cast.agency(), school, form("CAMERA", "Camera 1", "no"), "Pat Greer");
        });
        var doors = story.as(day.cast.mesquite(), this::doors);
        for (String monday : List.of("2026-08-03", "2026-08-10", "2026-08-24"))
            swept(monday, office, "Sam Field", doors);
        swept("2026-09-02", principal, "Pat Greer", doors.subList(DOORS / 2, DOORS));
        swept("2026-09-01", office, "Sam Field", doors.subList(0, DOORS / 2)); // walked before, sent after
        dana = day.officer("Dana Vega");
        var post = day.post(POST);
        var desk = Browser.of(app, port, dana.person(), day.cast.agency(), Role.OFFICER);
        desk.get("/offers");
        var shift = desk.post("/offers/" + post + "/acceptance").uri().getPath();
        clock.setTo(POST);
        desk = Browser.of(app, port, dana.person(), day.cast.agency(), Role.OFFICER);
        desk.get("/my-day");
        desk.post(shift + "/check-in", "code=" + day.deskCode());
        clock.setTo(POST.plus(Duration.ofMinutes(40)));
        phone();
    }

    private UUID member(String who, String name, Role role) {
        return story.as(day.cast.agency(), () -> organizations.join(day.cast.mesquite(),
                who + day.cast.suffix() + "@sweep.example", name, role, day.school));
    }

    private static CheckpointForm form(String kind, String name, String outer) {
        return CheckpointForm.read(Map.of("kind", kind, "name", name, "outer", outer));
    }

    private void swept(String day, UUID person, String name, List<Checkpoint> seen) {
        var began = Instant.parse(day + "T14:00:00Z");
        if (clock.instant().isBefore(began)) clock.setTo(began.plus(Duration.ofMinutes(30)));
        story.run(this.day.cast.mesquite(), () -> {
            var id = Ids.next();
            var by = new By(person, name);
            rounds.start(this.day.cast.agency(), id, school, Kind.SWEEP, new Walker(person, name, null), began);
            for (var c : seen)
                rounds.see(new Sighting(Ids.next(), id, c.id(), Result.AS_IT_MUST_BE, Reason.NONE, Done.UNSAID, "",
                        Way.LIST, began.plusSeconds(60), null), by);
            rounds.finish(id, began.plus(Duration.ofMinutes(25)), by);
        });
    }

    private List<Checkpoint> doors() {
        return store.active(List.of(day.school)).stream().filter(Checkpoint::outer).toList();
    }

    private void phone() {
        context = Chromium.shared()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(360, 740)
                        .setLocale("en-US"));
        context.setDefaultTimeout(PATIENCE);
        String session = sessions.open(dana.person(), "PASSKEY", "test");
        sessions.actFor(session, day.cast.agency(), Role.OFFICER);
        context.addCookies(List.of(new Cookie("daywatch_session", session).setDomain("localhost").setPath("/")));
        page = context.newPage();
        page.onConsoleMessage(m -> {
            if (m.text().contains("Content Security Policy")) wentWrong.add(m.text());
        });
        page.onPageError(e -> wentWrong.add("script: " + e));
    }

    @AfterEach
    void nothingWentWrongBehindThePage() {
        Chromium.closeContexts();
        assertThat(wentWrong).isEmpty();
    }

    @Test
    void fortyDoorsWalkedWithoutAConnectionArriveOnceTwoBreachesAreFollowedToTheEndAndSixWeeksArePrinted()
            throws Exception {
        walkedWithoutAConnection();
        arrivesOnce();
        countsForTheSchoolAndTheOfficer();
        countsOnceForTheWeekTwoShared();
        bothAreFollowedUntilSomebodyElseHasLooked();
        sixWeeksArePrinted();
    }

    private void walkedWithoutAConnection() {
        page.navigate(address("/my-day")); // they open some page before they go in: that is enough
        Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(60))
                .until(() -> (Boolean) page
                        .evaluate("navigator.serviceWorker.ready.then(r => r.active?.state === 'activated')")
                        && (Boolean) page.evaluate("daywatchRounds.profile()?.schools?.length === 1"));
        context.setOffline(true);
        page.navigate(address("/rounds/walk"));
        assertThat(page.locator("h1")).hasText("Start a round");
        assertThat(page.locator("body")).containsText("No connection");
        picture("round-choose-offline");
        page.locator("[data-act=start][data-kind=SWEEP]").click();
        assertThat(page.locator("[data-part=progress]")).hasText("0 of " + DOORS);
        for (int door = 1; door <= DOORS; door++) {
            assertThat(page.locator("[data-part=point]")).hasText("Door " + door);
            if (door == 4) breach("PROPPED", "SECURED", "A wedge.");
            else if (door == 17) breach("BROKEN", "TOLD", "");
            else page.locator("[data-act=see][data-result=AS_IT_MUST_BE]").click();
            if (door == 20) { // they close the page and open it again: the round goes on where it was
                page.navigate(address("/rounds/walk"));
                assertThat(page.locator("[data-part=progress]")).hasText("20 of " + DOORS);
                picture("round-walk-offline");
            }
        }
        assertThat(page.locator("[data-part=all-seen]")).isVisible();
        page.locator("[data-act=finish]").click();
        assertThat(page.locator("[data-part=done]")).hasText("40 of 40 checked, 2 with findings.");
        assertThat(page.locator("#rounds-unsent")).containsText("NOT SENT: " + (DOORS + 2));
        picture("round-done-offline");
        assertThat(count()).as("nothing has arrived").isZero();
    }

    private void breach(String result, String done, String note) {
        page.locator("[data-act=see][data-result=" + result + "]").click();
        page.locator("[data-part=breach] [value=" + done + "]").check();
        page.locator("#round-note").fill(note);
        picture("round-breach");
        page.locator("[data-part=breach] [type=submit]").click();
    }

    private void arrivesOnce() {
        String kept = (String) page.evaluate("localStorage.getItem('daywatch.rounds-entries')");
        context.setOffline(false);
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(story.as(day.cast.agency(),
                () -> db.fetchCount(ROUND, ROUND.DAY.eq(java.time.LocalDate.of(2026, 9, 9))
                        .and(ROUND.STATE.eq("FINISHED")).and(ROUND.CHECKED.eq(DOORS)).and(ROUND.CHECKPOINTS.eq(DOORS))
                        .and(ROUND.BREACHES.eq(2)).and(ROUND.OFFICER_ID.eq(dana.id())))))
                .isOne());
        assertThat(page.locator("#rounds-unsent")).isHidden();
        assertThat(count()).as("each door once").isEqualTo(DOORS);
        assertThat(findings()).hasSize(2);
        page.evaluate("kept => localStorage.setItem('daywatch.rounds-entries', kept)", kept); // as if no answer had come back
        page.navigate(address("/rounds/walk"));
        assertThat(page.locator("#rounds-unsent")).isHidden();
        Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(60))
                .until(() -> page.evaluate("globalThis.daywatchRounds?.entries().length === 0").equals(true));
        assertThat(count()).as("sent again, still once").isEqualTo(DOORS);
        assertThat(findings()).hasSize(2);
    }

    private int count() {
        return story.as(day.cast.agency(), () -> db.fetchCount(SIGHTING,
                SIGHTING.ROUND_ID.in(db.select(ROUND.ID).from(ROUND).where(ROUND.WALKER_PERSON.eq(dana.person())))));
    }

    private List<UUID> findings() {
        return story.as(day.cast.agency(), () -> db.select(FINDING.ID).from(FINDING)
                .where(FINDING.SCHOOL_ID.eq(day.school)).orderBy(FINDING.PLACE.desc()).fetch(FINDING.ID));
    }

    /** One line of the school carries what it counts as, one of the officer their minutes. */
    private void countsForTheSchoolAndTheOfficer() {
        var own = ACTIVITY.SCHOOL_ID.eq(day.school).and(ACTIVITY.KIND.eq("DOOR_SWEEP"))
                .and(ACTIVITY.DAY.eq(java.time.LocalDate.of(2026, 9, 9))).and(ACTIVITY.SOURCE.eq("FACT"));
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(
                () -> assertThat(story.as(day.cast.agency(), () -> db.selectFrom(ACTIVITY).where(own).fetch()))
                        .extracting(a -> (a.getOfficerId() == null ? "school" : "officer") + " " + a.getSubject())
                        .containsExactlyInAnyOrder("school SWEEP:DOORS", "officer "));
    }

    /** The half that arrived last made the week whole, so that its day is the sweep's. */
    private void countsOnceForTheWeekTwoShared() {
        var half = ACTIVITY.SCHOOL_ID.eq(day.school).and(ACTIVITY.KIND.eq("DOOR_SWEEP"))
                .and(ACTIVITY.OFFICER_ID.isNull())
                .and(ACTIVITY.DAY.between(java.time.LocalDate.of(2026, 8, 31), java.time.LocalDate.of(2026, 9, 4)));
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(
                () -> assertThat(story.as(day.cast.agency(), () -> db.selectFrom(ACTIVITY).where(half).fetch()))
                        .extracting(a -> a.getDay() + " " + a.getSubject())
                        .containsExactlyInAnyOrder("2026-09-01 SWEEP:DOORS", "2026-09-02 "));
    }

    private void bothAreFollowedUntilSomebodyElseHasLooked() {
        for (var finding : findings()) {
            var leads = visitor.signedIn(principal, day.cast.mesquite(), Role.PRINCIPAL);
            var officer = visitor.signedIn(dana.person(), day.cast.agency(), Role.OFFICER);
            assertThat(leads.get("/findings/" + finding).body()).contains("Door ");
            leads.post("/findings/" + finding + "/assignment", "owner", "Locksmith of the district", "due",
                    "2026-09-18");
            assertThat(state(finding)).isEqualTo("ASSIGNED");
            leads.post("/findings/" + finding + "/fixed", "words", "A new closer.");
            assertThat(state(finding)).isEqualTo("FIXED");
            officer.post("/findings/" + finding + "/verification", "words", "Tried it three times.");
            assertThat(state(finding)).isEqualTo("VERIFIED");
        }
    }

    private String state(UUID finding) {
        return story.as(day.cast.agency(),
                () -> db.select(FINDING.STATE).from(FINDING).where(FINDING.ID.eq(finding)).fetchSingle(FINDING.STATE));
    }

    private void sixWeeksArePrinted() throws Exception {
        Visit leads = visitor.signedIn(principal, day.cast.mesquite(), Role.PRINCIPAL);
        var screen = leads.get("/rounds/sweeps/" + day.school).body();
        assertThat(screen).contains("5 of 6 school weeks complete", "Week of Aug 17, 2026",
                "No door check was recorded this week.", "Propped open", "Broken");
        String paper = text(leads.bytes("/rounds/sweeps/" + day.school + "/sheet.pdf"));
        assertThat(paper).contains("Weekly exterior door checks", "last 6 school weeks", "Ocotillo High",
                "5 of 6 school weeks complete");
        for (String week : List.of("Sep 7", "Aug 31", "Aug 24", "Aug 10", "Aug 3"))
            assertThat(paper).contains("Week of " + week + ", 2026: All doors checked");
        assertThat(paper).as("two who shared the doors").contains("Total of all walks this week: 40 of 40 doors.",
                "Signature of the person who walked: Pat Greer", "20 doors were checked on another walk this week.");
        assertThat(paper).contains("Week of Aug 17, 2026: No door check", "No door check was recorded this week.");
        assertThat(paper).contains("Dana Vega", "Sam Field", "40 of 40 checked",
                "Signature of the person who walked: Dana Vega", "Administrator’s signature");
        for (int door = 1; door <= DOORS; door++)
            assertThat(paper.split("Door " + door + "(?![0-9])", -1)).as("door " + door + " on each of five sheets")
                    .hasSizeGreaterThanOrEqualTo(6);
        assertThat(paper).contains("Propped open", "Closed and locked it; A wedge.", "Told the office", "Verified");
        var stranger = visitor.signedIn(
                story.as(day.cast.agency(),
                        () -> organizations.join(day.cast.saguaro(), "far" + day.cast.suffix() + "@sweep.example",
                                "Lee Far", Role.SAFETY_DIRECTOR, null)),
                day.cast.saguaro(), Role.SAFETY_DIRECTOR);
        assertThat(stranger.get("/rounds/sweeps/" + day.school).statusCode()).isEqualTo(404);
    }

    private static String text(byte[] bytes) throws Exception {
        var said = new StringBuilder();
        try (var pdf = new PdfReader(bytes)) {
            for (int sheet = 1; sheet <= pdf.getNumberOfPages(); sheet++)
                said.append(new PdfTextExtractor(pdf).getTextFromPage(sheet)).append('\n');
        }
        return said.toString().replaceAll("\\s+", " ");
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
    }
}
