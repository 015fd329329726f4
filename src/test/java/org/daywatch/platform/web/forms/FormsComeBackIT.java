package org.daywatch.platform.web.forms;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.daywatch._story.Axe;
import org.daywatch._story.Chromium;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.plans.SitePlans;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A form that comes back because something is wrong: nobody has to look for what. */
@DaywatchIT
class FormsComeBackIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Sessions sessions;
    @Autowired Organizations organizations;
    @Autowired SitePlans plans;
    @LocalServerPort int port;
    private BrowserContext context;
    private Page page;
    private PostedDay day;

    @BeforeEach
    void aPrincipalAtABrowser() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        var chromium = Chromium.shared();
        var person = story.as(day.cast.mesquite(), () -> organizations.join(day.cast.mesquite(),
                "principal" + day.cast.suffix() + "@story.example", "Robin Sage", Role.PRINCIPAL, day.school));
        var session = sessions.open(person, "PASSKEY", "test");
        sessions.actFor(session, day.cast.mesquite(), Role.PRINCIPAL);
        context = chromium.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(360, 740)
                        .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        context.addCookies(List.of(new Cookie("daywatch_session", session).setDomain("localhost").setPath("/")));
        page = context.newPage();
    }

    @AfterEach
    void close() {
        Chromium.closeContexts();
    }

    @Test
    void theFirstWrongFieldHasTheFocusAndIsInSightAlsoWhereTheFormLiesFarDown() {
        var campus = story.as(day.cast.mesquite(), () -> app.getBean(Campuses.class).find(day.school).orElseThrow());
        var plan = story.as(day.cast.mesquite(), () -> plans.add(day.cast.coordinator(), campus, "Main building",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8)));
        open("/schools/" + day.school + "/plans/" + plan);
        page.locator("form[action$='/marks'] button").click();
        stands(page.locator("form[action$='/marks'] [name=room]"), "Choose a room");
        page.locator("select[name=kind]").selectOption("DOOR");
        page.locator("form[action$='/marks'] button").click();
        stands(page.locator("[name=across]"), "Enter a number from 0 to 100.");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", "form-came-back-360.png")));
        page.locator("#errors a").first().click();
        assertThat(page.locator("[name=across]")).isFocused();
    }

    @Test
    void aFormWithoutAListOfItsOwnGetsOneInTheReadersLanguage() {
        context.addCookies(List.of(new Cookie("lang", "es").setDomain("localhost").setPath("/")));
        open("/patterns/" + day.school + "/new");
        page.locator("form[action^='/patterns/'] button").click();
        stands(page.locator("form[action^='/patterns/'] [name=at]"), "");
        assertThat(page.locator("#errors")).containsText("Corrija estos campos");
        assertThat(page.locator("#errors a")).hasCount(1);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", "form-came-back-es.png")));
        page.setViewportSize(1280, 900);
        Assertions.assertThat(Axe.serious(page)).isEmpty();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", "form-came-back-1280.png")));
    }

    private void stands(Locator field, String message) {
        assertThat(field).isFocused();
        assertThat(field).isInViewport();
        assertThat(field).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#" + field.getAttribute("id") + "-error")).isInViewport();
        assertThat(page.locator("#" + field.getAttribute("id") + "-error")).containsText(message);
    }

    private void open(String path) {
        Assertions.assertThat(page.navigate("http://localhost:" + port + path).status()).as(path).isEqualTo(200);
    }
}
