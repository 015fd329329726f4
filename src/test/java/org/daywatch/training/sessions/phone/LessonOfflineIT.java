package org.daywatch.training.sessions.phone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.daywatch_db.training.Tables.FIDELITY_MARK;
import static org.daywatch_db.training.Tables.LESSON_SESSION;
import static org.daywatch_db.transparency.Tables.ACTIVITY;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.daywatch._story.Chromium;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.calendars.Bells;
import org.daywatch.directory.calendars.Bells.BellChange;
import org.daywatch.directory.calendars.Calendars;
import org.daywatch.directory.rosters.ClassPeriod;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.training.sessions.SessionTimers;
import org.daywatch_db.training.tables.records.LessonSessionRecord;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * A lesson in a room without reception: begun, ended and written down on the phone, sent once, with the times of the
 * taps.
 */
@DaywatchIT
class LessonOfflineIT {

    private static final double PATIENCE = 60_000;
    private static final Instant MORNING = Instant.parse("2026-08-07T14:10:00Z"); // 07:10 in Phoenix
    private static final Instant BEGUN = Instant.parse("2026-08-07T16:02:00Z");
    private static final Instant OVER = Instant.parse("2026-08-07T16:49:00Z");

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Sessions sessions;
    @Autowired Visitor visitor;
    @Autowired SessionTimers timers;
    @Autowired DSLContext db;
    @LocalServerPort int port;

    private final List<String> wentWrong = new ArrayList<>();
    private PostedDay day;
    private PostedDay.Officer dana;
    private Visit desk;
    private UUID lesson;
    private BrowserContext context;
    private Page page;

    @BeforeEach
    void danaIsOnPostAndHasALessonInTheThirdPeriod() {
        clock.setTo(MORNING);
        day = new PostedDay(app);
        story.run(day.cast.agency(), () -> {
            app.getBean(Calendars.class).create(day.cast.mesquite(), "2026-27", LocalDate.of(2026, 8, 3),
                    LocalDate.of(2027, 5, 21));
            app.getBean(Bells.class).apply(new BellChange(CalendarScope.all(day.cast.mesquite()), DayKind.REGULAR,
                    LocalTime.of(7, 0), LocalTime.of(15, 0), LocalDate.of(2026, 8, 3)));
        });
        story.run(day.cast.mesquite(), () -> app.getBean(ClassRosters.class).setPeriods(
                app.getBean(Campuses.class).find(day.school).orElseThrow(), ClassPeriod.read("3 09:00-09:50")));
        dana = day.officer("Dana Vega");
        var post = day.post(clock.instant());
        desk = visitor.signedIn(dana.person(), day.cast.agency(), Role.OFFICER);
        var accepted = desk.post("/offers/" + post + "/acceptance").headers().firstValue("location").orElseThrow();
        desk.post("/shifts/" + accepted.substring(accepted.lastIndexOf('/') + 1) + "/check-in", "code", day.deskCode());
        desk.post("/lessons/sessions/new", "form", UUID.randomUUID().toString(), "school", day.school.toString(),
                "lesson", "BULLYING-BYSTANDER", "language", "en", "audience", "COHORT",
                "label", "Civics, period 3", "day", "2026-08-07", "period", "3");
        lesson = story.as(day.cast.agency(),
                () -> db.select(LESSON_SESSION.ID).from(LESSON_SESSION).fetchSingle(LESSON_SESSION.ID));
    }

    private void signIn() {
        String session = sessions.open(dana.person(), "PASSKEY", "test");
        sessions.actFor(session, day.cast.agency(), Role.OFFICER);
        context.addCookies(List.of(new Cookie("daywatch_session", session).setDomain("localhost").setPath("/")));
    }

    private void phone() {
        context = Chromium.shared()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(360, 740)
                        .setLocale("en-US"));
        context.setDefaultTimeout(PATIENCE);
        signIn();
        page = context.newPage();
        page.onConsoleMessage(m -> {
            if (m.text().contains("Content Security Policy")) wentWrong.add(m.text());
        });
        page.onPageError(e -> wentWrong.add("script: " + e));
        itIs(clock.instant());
    }

    /** For the phone; the site's clock is moved apart from it. */
    private void itIs(Instant now) {
        context.clock().setFixedTime(Date.from(now));
    }

    private void ready() {
        await().pollInSameThread().atMost(Duration.ofSeconds(60))
                .until(() -> (Boolean) page
                        .evaluate("navigator.serviceWorker.ready.then(r => r.active?.state === 'activated')")
                        && (Boolean) page.evaluate("daywatchLessons.profile()?.lessons?.length === 1")
                        && (Boolean) page.evaluate(
                                "caches.open('daywatch-slides').then(async c => (await c.keys()).length === 2)"));
    }

    @AfterEach
    void nothingWentWrongBehindThePage() {
        Chromium.closeContexts();
        assertThat(wentWrong).isEmpty();
    }

    @Test
    void aLessonInARoomWithoutReceptionIsBegunEndedAndWrittenDownAndArrivesOnceWithItsTimes() {
        phone();
        page.navigate(address("/my-day")); // they open some page before they go in: that is enough
        ready();
        context.setOffline(true);
        itIs(BEGUN);
        page.navigate(address("/lessons/sessions/today"));
        assertThat(page.locator("body")).containsText("No connection");
        assertThat(page.locator("kept-lessons")).containsText("Civics, period 3");
        picture("lesson-offline-before");
        page.locator("[data-slides]").click();
        assertThat(page.locator(".wall-number")).hasText("1");
        page.locator("[data-does=next]").click();
        assertThat(page.locator(".wall-number")).hasText("2");
        page.navigate(address("/lessons/sessions/today"));
        page.locator("[data-notes]").click();
        assertThat(page.locator(".lesson-say").first()).isVisible();
        picture("lesson-offline-notes");
        page.navigate(address("/lessons/sessions/today"));
        page.locator("form[data-act=BEGIN] button").click();
        assertThat(page.locator(".sessions-clock")).hasText("Since 9:02 AM: 0 min");
        assertThat(page.locator("kept-lessons")).containsText("NOT SENT");

        itIs(OVER);
        page.navigate(address("/lessons/sessions/" + lesson)); // they had put the phone away
        assertThat(page.locator(".sessions-clock")).hasText("Since 9:02 AM: 47 min");
        picture("lesson-offline-running");
        page.locator("form[data-act=END] button").click();
        assertThat(page.locator(".sessions-clock")).hasText("9:02 AM – 9:49 AM: 47 min");
        writtenDown();
        assertThat(page.locator("kept-lessons")).containsText("Recorded.");
        assertThat(page.locator("#lessons-unsent")).containsText("NOT SENT: 3");
        picture("lesson-offline-written");
        assertThat(row().getBegunAt()).as("nothing has arrived").isNull();
        arrivesOnce();
    }

    private void writtenDown() {
        page.locator("kept-lessons a", new Page.LocatorOptions().setHasText("Record the lesson")).click();
        assertThat(page.locator("#kept-minutes")).hasValue("47");
        page.locator("#kept-people").fill("26");
        page.locator("input[name=mark0][value=DONE]")
                .check(new com.microsoft.playwright.Locator.CheckOptions().setForce(true));
        page.locator("#kept-note").fill("Two came late.");
        page.locator("lesson-record [type=submit]").click();
        assertThat(page.locator(".usa-error-message")).isVisible(); // half a list of points
        picture("lesson-offline-record");
        page.navigate(address("/lessons/sessions/" + lesson + "/record"));
        assertThat(page.locator("#kept-people")).hasValue("26"); // what was typed is still there
        assertThat(page.locator("#kept-note")).hasValue("Two came late.");
        int points = page.locator("[data-points] fieldset").count();
        assertThat(points).isGreaterThan(1);
        for (int i = 0; i < points; i++)
            page.locator("input[name=mark" + i + "][value=" + (i == 1 ? "PARTLY" : "DONE") + "]")
                    .check(new com.microsoft.playwright.Locator.CheckOptions().setForce(true));
        page.locator("lesson-record [type=submit]").click();
    }

    /** A page that has sent everything loads itself anew: asked between the two, it has no script yet. */
    private static final String SENT = "globalThis.daywatchLessons?.entries().length === 0";

    private void arrivesOnce() {
        String kept = (String) page.evaluate("localStorage.getItem('daywatch.lessons-entries')");
        clock.setTo(OVER.plus(Duration.ofMinutes(40)));
        context.setOffline(false);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(row())
                        .extracting(LessonSessionRecord::getState, LessonSessionRecord::getBegunAt,
                                LessonSessionRecord::getEndedAt,
                                LessonSessionRecord::getTaughtFrom, LessonSessionRecord::getMinutes,
                                LessonSessionRecord::getPeople, LessonSessionRecord::getNote)
                        .containsExactly("TAUGHT", BEGUN, OVER, BEGUN, 47, 26, "Two came late."));
        assertThat(marks()).contains("PARTLY", "DONE");
        int version = row().getVersion();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(lines()).containsExactly(tuple(47, "LRE:COHORT")));
        await().pollInSameThread().atMost(Duration.ofSeconds(60))
                .until(() -> page.evaluate(SENT).equals(true));
        page.navigate(address("/lessons/sessions/today"));
        page.evaluate("kept => localStorage.setItem('daywatch.lessons-entries', kept)", kept); // as if no answer had come back
        page.navigate(address("/lessons/sessions/today"));
        await().pollInSameThread().atMost(Duration.ofSeconds(60))
                .until(() -> page.evaluate(SENT).equals(true));
        assertThat(page.locator("#lessons-unsent")).isHidden();
        assertThat(row().getVersion()).as("sent again, nothing changed").isEqualTo(version);
        assertThat(lines()).containsExactly(tuple(47, "LRE:COHORT"));
    }

    @Test
    void signingOutEmptiesTheBrowserButNotOfWhatTheSiteDoesNotHaveYet() {
        phone();
        String waits = "[{\"person\":\"somebody\",\"fields\":{\"id\":\"1\"},\"refused\":\"x\"}]";
        for (String entries : List.of(waits, "[]")) {
            signIn();
            page.navigate(address("/my-day"));
            page.evaluate("waits => { localStorage.setItem('daywatch.story-entries', waits);"
                    + " localStorage.setItem('daywatch.story-seen', 'a school') }", entries);
            page.locator(".account summary").click();
            page.locator(".account form[action='/sign-out'] button").click();
            page.waitForURL("**/sign-in**");
            boolean unsent = entries.equals(waits);
            await().pollInSameThread().atMost(Duration.ofSeconds(30)).until(
                    () -> Objects.equals(page.evaluate("localStorage.getItem('daywatch.story-entries')"),
                            unsent ? waits : null));
            if (!unsent) assertThat((Object) page.evaluate("localStorage.getItem('daywatch.story-seen')")).isNull();
        }
    }

    @Test
    void theConnectionGoesWhileThePageIsOpenAndNothingIsLost() {
        phone();
        page.navigate(address("/lessons/sessions/" + lesson));
        ready();
        context.setOffline(true);
        itIs(BEGUN);
        page.locator("form[data-act=BEGIN] button").click();
        assertThat(page.locator(".sessions-clock")).hasText("Since 9:02 AM: 0 min");
        assertThat(page.locator("lesson-taps")).containsText("NOT SENT");
        assertThat(page.locator("form[data-act=END] button")).isVisible();
        assertThat(page.locator("#lessons-unsent")).containsText("NOT SENT: 1");
        picture("lesson-connection-gone");
        clock.setTo(BEGUN.plus(Duration.ofMinutes(3)));
        context.setOffline(false);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(row().getBegunAt()).isEqualTo(BEGUN));

        clock.setTo(OVER);
        itIs(OVER);
        page.navigate(address("/lessons/sessions/today"));
        page.locator("form[data-act=END] button").click();
        page.waitForURL("**/record");
        assertThat(page.locator("input[name=minutes]")).hasValue("47");
        page.locator("input[name=people]").fill("25");
        context.setOffline(true);
        page.locator("lesson-record [type=submit]").click();
        assertThat(page.locator("kept-lessons")).containsText("Recorded.");
        context.setOffline(false);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(row())
                        .extracting(LessonSessionRecord::getState, LessonSessionRecord::getPeople)
                        .containsExactly("TAUGHT", 25));
    }

    @Test
    void whatThePhoneSendsADayLaterStillCountsAndEveryRefusalSaysWhatIsWrong() {
        clock.setTo("2026-08-08T16:00:00Z");
        assertThat(story.as(day.cast.agency(), timers::missed)).isOne();
        desk = visitor.signedIn(dana.person(), day.cast.agency(), Role.OFFICER);
        assertThat(tap("act", "SLEEP", "at", BEGUN.toString()).statusCode()).isEqualTo(400);
        assertThat(tap("act", "BEGIN", "at", "noon").body()).contains("at: ", "time of this entry is missing");
        assertThat(tap("act", "BEGIN", "at", "2026-07-01T16:00:00Z").body()).contains("four weeks");
        assertThat(tap("act", "BEGIN", "at", "2026-08-08T15:00:00Z").statusCode()).as("another day").isEqualTo(409);
        assertThat(tap("act", "END", "at", OVER.toString()).statusCode()).as("not begun").isEqualTo(409);
        var id = UUID.randomUUID().toString();
        for (int twice = 0; twice < 2; twice++)
            assertThat(tap("id", id, "act", "BEGIN", "at", BEGUN.toString()).statusCode()).isEqualTo(200);
        assertThat(tap("act", "END", "at", OVER.toString()).statusCode()).isEqualTo(200);
        assertThat(tap("act", "RECORD", "at", OVER.toString(), "minutes", "900").body()).contains("minutes: ");
        assertThat(tap("act", "RECORD", "at", OVER.toString(), "minutes", "47", "people", "26").statusCode())
                .isEqualTo(200);
        assertThat(row()).extracting(LessonSessionRecord::getState, LessonSessionRecord::getTaughtFrom,
                LessonSessionRecord::getMinutes).containsExactly("TAUGHT", BEGUN, 47);
        assertThat(tap("act", "RECORD", "at", OVER.toString(), "minutes", "30").statusCode()).as("it is written down")
                .isEqualTo(409);

        var other = day.officer("Lee Moss");
        desk = visitor.signedIn(other.person(), day.cast.agency(), Role.OFFICER);
        assertThat(tap("act", "BEGIN", "at", BEGUN.toString()).statusCode()).as("another officer").isEqualTo(404);
        var stranger = story.cast();
        desk = visitor.signedIn(stranger.coordinator(), stranger.agency(), Role.COORDINATOR);
        assertThat(tap("act", "BEGIN", "at", BEGUN.toString()).statusCode()).as("another agency, and no teacher")
                .isEqualTo(403);
    }

    private java.net.http.HttpResponse<String> tap(String... fields) {
        var all = new ArrayList<>(List.of(fields));
        if (!all.contains("id")) all.addAll(List.of("id", UUID.randomUUID().toString()));
        all.addAll(List.of("lesson", lesson.toString()));
        return desk.queued("/lessons/sessions/taps", all.toArray(String[]::new));
    }

    private LessonSessionRecord row() {
        return story.as(day.cast.agency(),
                () -> db.selectFrom(LESSON_SESSION).where(LESSON_SESSION.ID.eq(lesson)).fetchSingle());
    }

    private List<String> marks() {
        return story.as(day.cast.agency(), () -> db.select(FIDELITY_MARK.MARK).from(FIDELITY_MARK)
                .where(FIDELITY_MARK.SESSION_ID.eq(lesson)).fetch(FIDELITY_MARK.MARK));
    }

    private List<org.assertj.core.groups.Tuple> lines() {
        return story
                .as(day.cast.agency(),
                        () -> db.selectFrom(ACTIVITY).where(ACTIVITY.OFFICER_ID.eq(dana.id()))
                                .and(ACTIVITY.KIND.eq("LESSON_COHORT")).and(ACTIVITY.WITHDRAWN_AT.isNull()).fetch())
                .map(a -> tuple(a.getMinutes(), a.getSubject()));
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private void picture(String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screenshots", name + ".png")));
    }
}
