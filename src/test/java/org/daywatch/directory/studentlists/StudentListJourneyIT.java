package org.daywatch.directory.studentlists;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.daywatch._story.Axe;
import org.daywatch._story.Chromium;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A director places an invented student, a principal asks on a phone, a second one allows it, and the file names
 * itself.
 */
@DaywatchIT
class StudentListJourneyIT {

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Sessions sessions;
    @Autowired DSLContext db;
    @LocalServerPort int port;
    private Browser chromium;
    private Story.Cast cast;
    private UUID school;

    @BeforeEach
    void aSchool() {
        clock.setTo(TestClock.START);
        cast = story.cast();
        school = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 5, 30)).school();
        chromium = Chromium.shared();
    }

    @AfterEach
    void close() {
        Chromium.closeContexts();
    }

    @Test
    void aLongListIsAskedForAllowedDownloadedOnceAndTraced() throws IOException {
        var director = as("Pat Director", Role.SAFETY_DIRECTOR, null);
        open(director, "/canaries");
        director.locator("form[action='/canaries'] button").click();
        assertThat(director.locator("main")).containsText("Placed by Pat Director");

        var principal = as("Kim Asker", Role.PRINCIPAL, school);
        open(principal, "/student-lists");
        principal.locator("[name=reason]").fill("The bus company checks its seats");
        principal.locator("form[action='/student-lists'] button >> nth=0").click();
        assertThat(principal.locator("main")).containsText("Awaiting approval");
        look(principal, "student-lists-asker");

        var second = as("Lee Second", Role.PRINCIPAL, school);
        open(second, "/student-lists");
        assertThat(second.locator("main")).containsText("150 students");
        look(second, "student-lists-second");
        second.locator("form[action$='/approval'] button").click();
        assertThat(second.locator("main")).containsText("Approved by Lee Second");

        open(principal, "/student-lists");
        var download = principal.waitForDownload(() -> principal.locator("a[download]").click());
        var file = Files.readString(download.path());
        Assertions.assertThat(file.lines()).hasSize(152);
        open(principal, "/student-lists");
        assertThat(principal.locator("a[download]")).hasCount(0);

        open(director, "/canaries");
        director.locator("[name=lines]").fill(file);
        director.locator("form[action='/canaries/trace'] button").click();
        assertThat(director.locator("main")).containsText("Kim Asker asked for this list");
        look(director, "invented-students");
    }

    private Page as(String name, Role role, UUID at) {
        var token = sessions.open(story.join(cast.mesquite(), name, role, at), "PASSKEY", "test");
        sessions.actFor(token, cast.mesquite(), role);
        var context = chromium.newContext(new Browser.NewContextOptions().setViewportSize(360, 740)
                .setReducedMotion(ReducedMotion.REDUCE).setAcceptDownloads(true));
        context.addCookies(List.of(new Cookie("daywatch_session", token).setDomain("localhost").setPath("/")));
        return context.newPage();
    }

    /** In both languages, as narrow as a phone and as wide as a desk. */
    private void look(Page page, String name) {
        String here = page.url().replace("/trace", "");
        for (String language : List.of("en", "es")) {
            page.context().addCookies(List.of(new Cookie("lang", language).setDomain("localhost").setPath("/")));
            for (int width : List.of(360, 1280)) {
                page.setViewportSize(width, 800);
                if (language.equals("es")) page.navigate(here);
                Assertions.assertThat(Axe.serious(page)).isEmpty();
                Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as(name + " " + width).isEqualTo(true);
                page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                        .setPath(Path.of("target/screenshots", name + "-" + width + "-" + language + ".png")));
            }
        }
        page.context().addCookies(List.of(new Cookie("lang", "en").setDomain("localhost").setPath("/")));
        page.setViewportSize(360, 740);
    }

    private void open(Page page, String path) {
        Assertions.assertThat(page.navigate("http://localhost:" + port + path).status()).as(path).isEqualTo(200);
    }
}
