package org.daywatch.relationships.threats;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.Axe;
import org.daywatch._story.Chromium;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.TestClock;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.relationships.threats.counts.CaseCount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** A counselor, a principal and an officer go the whole way with a student, each at their own screen. */
@DaywatchIT
@TestPropertySource(properties = "daywatch.tips.enabled=true")
class ThreatJourneyIT {

    @Autowired ApplicationContext app;
    @Autowired TestClock clock;
    @LocalServerPort int port;
    private final List<String> wentWrong = new ArrayList<>();
    private com.microsoft.playwright.Browser chromium;
    private ThreatStory story;
    private Page counselor;
    private Page principal;
    private Page officer;

    @BeforeEach
    void threeScreens() {
        story = new ThreatStory(app);
        chromium = Chromium.shared();
        counselor = at(story.counselor, story.district(), Role.COUNSELOR, 360);
        principal = at(story.principal, story.district(), Role.PRINCIPAL, 1280);
        officer = at(story.officer.person(), story.day.cast.agency(), Role.OFFICER, 360);
        story.as(Capacity.SCHOOL_AGENT);
    }

    @AfterEach
    void nothingWentWrongBehindThePages() {
        Chromium.closeContexts();
        assertThat(wentWrong).isEmpty();
    }

    @Test
    void fromAWorryToAPlanThatIsReviewedAndClosed() {
        var at = open();
        assertThat(counselor.locator(".threats-next form:visible").count()).as("what comes next is there").isOne();
        assertThat(counselor.locator(".threats-fold form:visible").count()).as("all else is folded").isZero();
        look(counselor, "threat-opened-360");
        choose(counselor, "support", "NO", "Save answer");
        gather(at);
        look(counselor, "threat-gathered-360");
        inSpanish(counselor, at, "threat-gathered-es-360");
        press(counselor, "Share with officers on post");
        word(counselor, "SERIOUS");
        go(principal, at);
        word(principal, "SERIOUS");
        look(principal, "threat-two-words-1280");
        assertThat(principal.locator(".threats-next").textContent()).contains("Still missing: Law enforcement");
        assertThat(principal.locator(".threats-next form:visible").count()).as("the principal has decided").isZero();
        go(counselor, "/");
        assertThat(counselor.url()).as("a counselor's first page").endsWith("/helping");
        assertThat(counselor.locator("main").textContent()).contains("with your next step: 0");
        go(officer, "/threats");
        officer.getByText("Yucca00, Student000").click();
        assertThat(officer.locator("form[action$='/parent'], form[action$='/support'], form[action$='/sharing']")
                .count()).as("an officer has one form, their word").isZero();
        look(officer, "threat-officer-360");
        word(officer, "SERIOUS");

        go(counselor, "/helping");
        look(counselor, "helping-360");
        inSpanish(counselor, "/helping", "helping-es-360");
        counselor.setViewportSize(1280, 900);
        look(counselor, "helping-1280");
        counselor.setViewportSize(360, 800);
        counselor.getByText("Yucca00, Student000").click();
        counselor.locator(".threats-next a.usa-button").click();
        assertThat(counselor.locator(".threats-task:visible").count()).isOne();
        look(counselor, "threat-plan-form-360");
        counselor.getByText("Add another task").first().click();
        assertThat(counselor.locator(".threats-task:visible").count()).isEqualTo(2);
        fill(counselor, "factors", "The art teacher, the older sister, drawing");
        fill(counselor, "what0", "Meet each morning at the door");
        fill(counselor, "who0", "Ana Cruz");
        fill(counselor, "due0", day(7));
        fill(counselor, "review", day(14));
        choose(counselor, "excludes", "NO", "Save plan");
        for (var screen : List.of(counselor, principal, officer)) {
            go(screen, at);
            word(screen, "PLAN");
        }
        go(counselor, at);
        assertThat(counselor.locator(".threats-next").textContent()).contains("Tell the parent");
        look(counselor, "threat-tell-parent-360");
        fill(counselor, "summary", "Su hija dijo algo que preocupó a sus amigas.");
        counselor.locator("#account-language").selectOption("es");
        press(counselor, "Make page for the parent");
        assertThat(counselor.locator(".threats-account").textContent()).contains("Su hija dijo algo", "Sus derechos",
                "Meet each morning").doesNotContain("everybody would be sorry", "Two friends");
        look(counselor, "threat-account-360");
        go(counselor, at);
        fill(counselor, "day", day(0), "#parent-day");
        counselor.locator("#parent-language").selectOption("es");
        fill(counselor, "answer", "Gracias, quiero venir.");
        press(counselor, "Record");
        clock.move(Duration.ofDays(15));
        counselor = at(story.counselor, story.district(), Role.COUNSELOR, 360);
        principal = at(story.principal, story.district(), Role.PRINCIPAL, 1280);
        go(counselor, "/threats");
        assertThat(counselor.locator(".threats-list li").first().textContent()).contains("Overdue",
                "Review the plan by");
        look(counselor, "threat-overdue-360");
        go(principal, at);
        press(principal, "Mark task done");
        look(principal, "threat-late-1280");
        inSpanish(principal, at, "threat-late-es-1280");
        go(counselor, at);
        fill(counselor, "words", "It helps; the morning talks go on.", "#review-words");
        fill(counselor, "next", day(40));
        press(counselor, "Save review");
        counselor.getByText("Close the case").click();
        fill(counselor, "words", "Settled. Art club goes on.", "#close-words");
        press(counselor, "Close case");
        assertThat(counselor.locator(".threats-next").textContent()).contains("The case is closed");
        look(counselor, "threat-closed-360");
    }

    @Test
    void aJokeIsTransientAndTheScreenSaysOnWhichDayItFades() {
        var at = open();
        choose(counselor, "support", "NOT_KNOWN", "Save answer");
        gather(at);
        press(counselor, "Share with officers on post");
        word(counselor, "SERIOUS");
        assertThat(counselor.locator("[role=alert]").first().textContent()).contains("IEP or 504 team comes first");
        word(counselor, "TRANSIENT");
        for (var screen : List.of(principal, officer)) {
            go(screen, at);
            word(screen, "TRANSIENT");
        }
        go(counselor, at);
        assertThat(counselor.locator(".threats-next").textContent()).contains("this fades");
        look(counselor, "threat-transient-360");
        inSpanish(counselor, "/threats/new", "threat-new-es-360");
        go(principal, at);
        look(principal, "threat-transient-1280");
        disclosed(at);
    }

    @Test
    void underLevelsFourDecideAfterSomebodyWhoKnowsTheStudentWasHeard() {
        story.decidesByLevels();
        var at = open();
        choose(counselor, "support", "NO", "Save answer");
        gather(at);
        press(counselor, "Share with officers on post");
        look(counselor, "levels-gathered-360");
        word(counselor, "HIGH");
        go(officer, at);
        word(officer, "HIGH");
        go(principal, at);
        assertThat(principal.locator("#field-about-HIGH").count()).as("the principal is none of the four").isZero();
        named(principal, "ADMINISTRATOR", "Lee Moss, assistant principal", "HIGH");
        named(principal, "INSTRUCTION", "Dana Reyes, science", "HIGH");
        go(counselor, at);
        assertThat(counselor.locator(".threats-next").textContent())
                .contains("Still missing: Somebody who knows the student");
        counselor.getByText("Record what somebody who knows the student says").first().click();
        fill(counselor, "heard", "Jo Desk, coach");
        fill(counselor, "words", "Quiet since the move; comes to practice.", "#heard-words");
        press(counselor, "Record what they said");
        assertThat(counselor.locator("[aria-current=step]").textContent()).contains("Level high");
        assertThat(counselor.locator(".threats-next").textContent()).contains("writes the safety plan");
        inSpanish(counselor, at, "levels-high-es-360");
        go(principal, "/threats");
        assertThat(principal.locator(".threats-list").textContent()).contains("Level high");
    }

    private void named(Page screen, String part, String name, String about) {
        screen.getByText("somebody of the team who has no account").first().click();
        screen.locator("label[for='field-part-" + part + "']").click();
        screen.locator("#police-who").fill(name);
        screen.locator("label[for='police-about-" + about + "']").click();
        screen.locator("#police-words").fill("From the class, and from what we gathered");
        press(screen, "Record their decision");
    }

    @Test
    void whatWasAssessedStandsThereByGroupWhenTheSchoolYearIsOver() {
        var by = story.visit(story.counselor, Role.COUNSELOR);
        for (int i = 0; i < 36; i++)
            if (i % 3 == 0) story.opened(by, "Somebody Else", new UUID(0, 0));
            else story.opened(by);
        var director = story.join(Role.SAFETY_DIRECTOR, "Taylor Winslow", null);
        var desk = at(director, story.district(), Role.SAFETY_DIRECTOR, 1280);
        go(desk, "/");
        desk.locator("a[href='/threats/counts']").first().click();
        assertThat(desk.locator("main").textContent()).contains("Nothing has been counted yet");
        look(desk, "counts-none-1280");
        for (var moment : List.of("2026-08-11T14:00:00Z", "2027-07-05T14:00:00Z")) {
            clock.setTo(moment);
            Tenancy.run(Scope.system(story.district()), () -> app.getBean(CaseCount.class).count(story.district()));
        }
        desk = at(director, story.district(), Role.SAFETY_DIRECTOR, 1280);
        go(desk, "/threats/counts");
        assertThat(desk.locator("main table").count()).isEqualTo(2);
        assertThat(desk.locator("main table").first().textContent()).contains("Grades 6 to 8", "24", "36");
        look(desk, "counts-1280");
        inSpanish(desk, "/threats/counts", "counts-es-1280");
        principal = at(story.principal, story.district(), Role.PRINCIPAL, 360);
        go(principal, "/threats/counts");
        look(principal, "counts-360");
        inSpanish(principal, "/threats/counts", "counts-es-360");
    }

    /** What goes to police, and what opens under glass, as those who do it see it. */
    private void disclosed(String at) {
        go(counselor, at + "/disclosures");
        counselor.getByText("Disclose to police or a parent").click();
        look(counselor, "disclosures-none-360");
        counselor.locator("#field-recipient").selectOption(story.officer.person().toString());
        for (var choice : List.of("part-CASE", "ground-EMERGENCY"))
            counselor.locator("label[for='field-" + choice + "']").click();
        fill(counselor, "reason", "Too short");
        press(counselor, "Disclose");
        assertThat(counselor.locator("main").textContent()).contains("Give the reason in at least");
        fill(counselor, "reason", "Said they will bring a knife today");
        press(counselor, "Disclose");
        look(counselor, "disclosures-360");
        inSpanish(counselor, at + "/disclosures", "disclosures-es-360");
        story.as(Capacity.PEACE_OFFICER);
        go(officer, "/disclosed");
        officer.getByText("Yucca00, Student000").click();
        assertThat(officer.locator("main form").count()).as("a peace officer reads and writes nothing").isZero();
        look(officer, "disclosed-360");
        go(counselor, "/glass");
        look(counselor, "glass-360");
        go(principal, "/glass/log");
        look(principal, "glass-log-1280");
    }

    private String open() {
        go(counselor, "/threats");
        look(counselor, "threat-none-360");
        counselor.locator("a[href='/threats/new']").click();
        fill(counselor, "student", "student000");
        fill(counselor, "report", "Said at lunch that everybody would be sorry");
        look(counselor, "threat-new-360");
        press(counselor, "Open assessment");
        look(counselor, "threat-which-360");
        choose(counselor, "which", story.roll.students().getFirst().toString(), "Open assessment");
        assertThat(counselor.locator("h1").textContent()).isEqualTo("Yucca00, Student000");
        assertThat(counselor.url() + counselor.title()).doesNotContain("Yucca");
        return counselor.url().substring(counselor.url().indexOf("/threats"));
    }

    private void gather(String at) {
        go(counselor, at + "/gathering");
        assertThat(counselor.locator("form h2").first().textContent()).isEqualTo("What protects the student");
        press(counselor, "Save what was gathered");
        look(counselor, "threat-gather-wrong-360");
        for (var code : List.of("TRUSTED_ADULT", "SAID_OR_DONE", "STUDENT_SAYS", "BEFORE", "WHO_IS_CONCERNED", "MEANS",
                "HELP_NOW"))
            fill(counselor, code, code.equals("WHO_IS_CONCERNED") ? "Two friends" : "The art teacher knows more");
        press(counselor, "Save what was gathered");
    }

    private void word(Page screen, String about) {
        screen.locator("label[for='field-about-" + about + "']").click();
        screen.locator("#field-words").fill("From what we gathered together");
        press(screen, "Record your decision");
    }

    private void choose(Page screen, String field, String value, String button) {
        screen.locator("label[for='field-" + field + "-" + value + "']").click();
        press(screen, button);
    }

    private static void fill(Page screen, String field, String text) {
        fill(screen, field, text, "#field-" + field);
    }

    private static void fill(Page screen, String field, String text, String where) {
        screen.locator(where).fill(text);
    }

    private static void press(Page screen, String button) {
        screen.waitForNavigation(() -> screen.locator("button:text-is('" + button + "')").first().click());
    }

    private void go(Page screen, String path) {
        assertThat(screen.navigate("http://localhost:" + port + path).status()).as(path).isEqualTo(200);
    }

    private static String day(int from) {
        return java.time.LocalDate.ofInstant(TestClock.START, java.time.ZoneId.of("America/Phoenix")).plusDays(from)
                .toString();
    }

    private Page at(UUID person, UUID org, Role role, int width) {
        var sessions = app.getBean(Sessions.class);
        var session = sessions.open(person, "PASSKEY", "test");
        sessions.actFor(session, org, role);
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 740).setLocale("en-US")
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        context.setDefaultTimeout(30_000); // a busy machine is slow, not broken
        context.addCookies(List.of(new Cookie("daywatch_session", session).setDomain("localhost").setPath("/")));
        var page = context.newPage();
        page.onConsoleMessage(m -> {
            if (m.text().contains("Content Security Policy")) wentWrong.add(m.text());
        });
        page.onPageError(e -> wentWrong.add("script: " + e));
        return page;
    }

    private void inSpanish(Page screen, String path, String name) {
        var spanish = new Cookie("lang", "es").setDomain("localhost").setPath("/");
        screen.context().addCookies(List.of(spanish));
        go(screen, path);
        assertThat(screen.locator("html").getAttribute("lang")).isEqualTo("es");
        look(screen, name);
        screen.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName(spanish.name));
        go(screen, path);
    }

    private static void look(Page screen, String name) {
        assertThat(Axe.seriousInside(screen)).as(name).isEmpty();
        assertThat((Boolean) screen.evaluate("document.documentElement.scrollWidth > innerWidth"))
                .as(name + " is too wide").isFalse();
        screen.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(Path.of("target/screenshots", name + ".png")));
    }
}
