package org.daywatch.directory.schoolyears;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.Axe;
import org.daywatch._story.Chromium;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.calendars.Calendars;
import org.daywatch.directory.sites.Schools.NewSchool;
import org.daywatch.directory.sites.Schools;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A published calendar on its preview, holidays and bells as they are seen: they fit a phone and a desk, axe finds
 * nothing serious, and the keyboard is enough.
 */
@DaywatchIT
class YearScreensIT {
    private static final Path PUBLISHED = Path.of("src/test/resources/calendars/published.ics");
    @Autowired Story story;
    @Autowired Sessions sessions;
    @Autowired Schools schools;
    @Autowired Calendars calendars;
    @Autowired TestClock clock;
    @LocalServerPort int port;
    private final List<String> wrong = new ArrayList<>();

    @Test
    void theScreensFitAndAreAccessibleInBothLanguages() {
        clock.setTo("2026-08-05T17:00:00Z");
        try (var shared = new Chromium()) {
            var chromium = shared.browser();
            for (int width : new int[] {360, 1280}) for (String language : List.of("en", "es")) {
                var cast = story.cast();
                story.run(cast.agency(), () -> List.of(SchoolLevel.HIGH, SchoolLevel.ELEMENTARY)
                        .forEach(level -> schools.add(new NewSchool(cast.mesquite(), "Agave " + level, level, "01",
                                "12", 500,
                                "1 Main St", "Mesquite", "AZ", "85000", "555-0100", ZoneId.of("America/Phoenix")))));
                UUID year = story.as(cast.agency(), () -> calendars.create(cast.mesquite(), "By hand",
                        LocalDate.of(2026, 8, 10), LocalDate.of(2027, 5, 21)));
                var token = sessions.open(cast.coordinator(), "PASSKEY", "test");
                sessions.actFor(token, cast.agency(), Role.COORDINATOR);
                try (var desk = window(chromium, width, language, token)) {
                    var page = desk.newPage();
                    Axe.onEvery(page);
                    for (String path : List.of("/calendars/titles", "/calendars/" + year,
                            "/calendars/" + year + "/holidays", "/bells/templates?district=" + cast.mesquite())) {
                        page.navigate("http://localhost:" + port + path);
                        look(page, path, width, language);
                    }
                    titles(page, cast.mesquite(), width, language);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** One title is agreed to and the answers saved with the keyboard alone. */
    private void titles(Page page, UUID district, int width, String language) {
        page.navigate("http://localhost:" + port + "/imports");
        page.locator("label[for=field-kind-calendar]").click();
        page.locator("input[name=file]").setInputFiles(PUBLISHED);
        page.locator("#field-district").selectOption(district.toString());
        page.locator("#field-firstDay").fill("2026-08-10");
        look(page, "the form of a calendar", width, language);
        page.locator("form[enctype] button[type=submit]").click();
        page.locator(".imports-year .usa-error-message").first().waitFor();
        look(page, "the form with an error", width, language);
        page.locator("#field-firstDay").fill("");
        page.locator("input[name=file]").setInputFiles(PUBLISHED);
        page.locator("form[enctype] button[type=submit]").click();
        page.locator(".titles-question").first().waitFor();
        look(page, "preview", width, language);
        int questions = page.locator(".titles-question").count();
        page.locator(".titles-question input[type=checkbox]").first().focus();
        page.keyboard().press("Space");
        page.locator(".titles-questions > .actions button").focus();
        page.keyboard().press("Enter");
        page.waitForFunction("n => document.querySelectorAll('.titles-question').length === n", questions - 1);
        page.locator("#titles details summary").focus();
        page.keyboard().press("Enter");
        look(page, "preview, every title", width, language);
    }

    private BrowserContext window(Browser chromium, int width, String language, String token) {
        var context = chromium
                .newContext(new Browser.NewContextOptions().setViewportSize(width, width == 360 ? 740 : 900));
        String site = "http://localhost:" + port;
        context.addCookies(
                List.of(new Cookie("lang", language).setUrl(site), new Cookie("daywatch_session", token).setUrl(site)));
        return context;
    }

    private void look(Page page, String what, int width, String language) {
        if ((Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
            wrong.add(what + " is wider than " + width + " in " + language);
        Axe.serious(page).forEach(finding -> wrong.add(what + " at " + width + " in " + language + ": " + finding));
    }
}
