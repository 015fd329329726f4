package org.daywatch.relationships.threats.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch._story.Axe;
import org.daywatch._story.Chromium;
import org.daywatch._story.DaywatchIT;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.relationships.threats.ThreatStory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** A parent at the desk: the keeper on a phone, the principal at a screen, and the paper that is handed over. */
@DaywatchIT
@TestPropertySource(properties = "daywatch.tips.enabled=true")
class RecordsJourneyIT {

    private static final String TODAY = "2026-08-03";

    @Autowired ApplicationContext app;
    @LocalServerPort int port;
    private final List<String> wentWrong = new ArrayList<>();
    private Browser chromium;
    private ThreatStory story;
    private Page keeper;
    private Page principal;

    @BeforeEach
    void anAssessmentAndTwoScreens() {
        story = new ThreatStory(app);
        var counselor = story.visit(story.counselor, Role.COUNSELOR);
        story.gathered(counselor, story.opened(counselor));
        chromium = Chromium.shared();
        keeper = screen(story.join(Role.RECORDS_KEEPER, "Jules Tamberlin", null), Role.RECORDS_KEEPER, 360);
        principal = screen(story.principal, Role.PRINCIPAL, 1280);
    }

    @AfterEach
    void nothingWentWrongBehindThePages() {
        Chromium.closeContexts();
        assertThat(wentWrong).isEmpty();
    }

    @Test
    void theKeeperEntersItThePrincipalPreparesItAndACopyIsHandedOver() {
        go(keeper, "/records/requests");
        look(keeper, "requests-none-360");
        keeper.locator("a[href='/records/requests/new']").click();
        inSpanish(keeper, "/records/requests/new", "request-new-es-360");
        look(keeper, "request-new-360");
        keeper.locator("#field-school").selectOption(story.day.school.toString());
        for (var field : Map.of("student", "Nobody Here", "name", "Dana Orlebar", "relation", "Mother", "day", TODAY)
                .entrySet())
            fill(keeper, "#field-" + field.getKey(), field.getValue());
        for (var choice : List.of("how-DESK", "kind-COPY"))
            keeper.locator("label[for='field-" + choice + "']").click();
        press(keeper, "Save request");
        assertThat(keeper.locator("main").textContent()).contains("No assessment that you can see");
        look(keeper, "request-not-found-360");
        fill(keeper, "#field-student", "Student000 Yucca00");
        press(keeper, "Save request");
        go(keeper, "/records");
        assertThat(keeper.locator("main").textContent()).contains("1 request from a parent waits");
        look(keeper, "records-due-360");
        keeper.locator("main a[href='/records/requests']").first().click();
        keeper.getByText("Yucca00, Student000").click();
        fill(keeper, "#identity-how", "Photo ID at the desk");
        press(keeper, "Save check");
        look(keeper, "request-identified-360");
        var request = keeper.url().substring(keeper.url().indexOf("/records"));

        go(principal, "/records/requests");
        look(principal, "requests-1280");
        principal.getByText("Yucca00, Student000").click();
        look(principal, "request-prepare-1280");
        assertThat(principal.locator("textarea[name=paper]").inputValue()).startsWith("What was said or done");
        principal.getByText("Start from the record, headings in Spanish").click();
        assertThat(principal.locator("textarea[name=paper]").inputValue()).startsWith("Lo que se dijo o se hizo")
                .contains("everybody would be sorry");
        assertThat(principal.locator("select[name=language]").inputValue()).isEqualTo("es");
        look(principal, "request-prepare-es-headings-1280");
        press(principal, "Save paper");
        principal.getByText("Open the parent’s paper").click();
        assertThat(principal.locator("article").textContent()).contains("El expediente de Yucca00, Student000",
                "everybody would be sorry", "no es parte de este expediente");
        look(principal, "request-paper-1280");
        inSpanish(principal, request, "request-es-1280");
        principal.getByText("Change what the parent is shown").click();
        principal.getByText("Start from the record, headings in English").click();
        press(principal, "Save paper");
        principal.getByText("Open the parent’s paper").click();
        assertThat(principal.locator("article").textContent()).contains("The record about Yucca00, Student000",
                "What was said or done", "everybody would be sorry", "not part of this record");

        go(keeper, request + "?paper=es");
        assertThat(keeper.content()).doesNotContain("everybody would be sorry");
        go(keeper, request);
        look(keeper, "request-ready-360");
        fill(keeper, "#copied-day", TODAY);
        press(keeper, "Record copy");
        assertThat(keeper.locator("main").textContent()).contains("Copy handed over on", "Jules Tamberlin")
                .doesNotContain("everybody would be sorry");
        inSpanish(keeper, request, "request-over-es-360");
        look(keeper, "request-over-360");
    }

    private static void fill(Page screen, String where, String text) {
        screen.locator(where).fill(text);
    }

    private static void press(Page screen, String button) {
        screen.waitForNavigation(() -> screen.locator("button:text-is('" + button + "')").first().click());
    }

    private void go(Page screen, String path) {
        assertThat(screen.navigate("http://localhost:" + port + path).status()).as(path).isEqualTo(200);
    }

    private Page screen(UUID person, Role role, int width) {
        var sessions = app.getBean(Sessions.class);
        var session = sessions.open(person, "PASSKEY", "test");
        sessions.actFor(session, story.district(), role);
        var context = chromium.newContext(new Browser.NewContextOptions().setViewportSize(width, 740)
                .setLocale("en-US").setReducedMotion(ReducedMotion.REDUCE));
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
