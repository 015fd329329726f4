package org.daywatch.mentoring.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.directory.Tables.GUARDIANSHIP;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.Axe;
import org.daywatch._story.Chromium;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A student and a mother without an account, on their phones, and the counselor who asks them, at a desk. */
@DaywatchIT
class FamilyOnScreenIT {

    private static final int PHONE = 360;
    private static final int DESK = 1280;

    @Autowired ApplicationContext app;
    @Autowired Story told;
    @Autowired TestClock clock;
    @Autowired DSLContext db;
    @Autowired Sessions sessions;
    @LocalServerPort int port;
    private MentoringStory story;

    @BeforeEach
    void aReferral() {
        clock.setTo(TestClock.START.plus(Duration.ofHours(3)));
        story = new MentoringStory(app);
    }

    @AfterEach
    void closed() {
        Chromium.closeContexts();
    }

    @Test
    void theCounselorMakesTheLinksAndStudentAndMotherAnswerOnTheirPhones() {
        var desk = open(who(story.counselor, Role.COUNSELOR), DESK,
                "/consents/" + MentoringStory.id(story.referred(story.visit(story.counselor, Role.COUNSELOR), 0)));
        look(desk, "consents-1280");
        desk.locator("form[action$='/ask'] button").first().click();
        look(desk, "consents-link-1280");
        assertThat(printed(desk)).as("a letter to one person names no other").contains("Link for")
                .doesNotContain("custody", "Guardian000");
        var own = open(null, PHONE, address(desk, ".consent-address"));
        look(own, "consent-student-360");
        own.getByRole(AriaRole.BUTTON, named("Yes, I agree")).click();
        look(own, "consent-student-given-360");
        desk.locator("select[name=language]").last().selectOption("es");
        desk.locator("form[action$='/ask'] button").last().click();
        var mother = open(null, PHONE, address(desk, ".consent-address"));
        look(mother, "consent-mother-es-360");
        told.run(story.district(), () -> db.update(GUARDIANSHIP).set(GUARDIANSHIP.CUSTODY, "BARRED").execute());
        mother.getByRole(AriaRole.BUTTON, named("Sí, de acuerdo")).click();
        look(mother, "consent-mother-stopped-360");
        told.run(story.district(), () -> db.update(GUARDIANSHIP).set(GUARDIANSHIP.CUSTODY, "FULL").execute());
        mother.getByRole(AriaRole.BUTTON, named("Sí, de acuerdo")).click();
        look(mother, "consent-mother-given-360");
        mother.getByRole(AriaRole.BUTTON, named("Retirar mi consentimiento")).click();
        look(mother, "consent-mother-withdrawn-360");
        assertThat(mother.locator("main").innerText()).contains("Consentimiento retirado", "Lo que se registró");
    }

    @Test
    void aStudentScansThePosterAndAsksAndTheCounselorReadsIt() {
        var desk = open(who(story.counselor, Role.COUNSELOR), DESK, "/mentoring/asks");
        look(desk, "asks-none-1280");
        desk.getByRole(AriaRole.BUTTON, named("Make a new poster")).click();
        look(desk, "asks-poster-1280");
        var phone = open(null, PHONE, address(desk, ".asking-address"));
        assertThat(printed(desk)).contains("Scan this code").doesNotContain("Students who asked");
        look(phone, "ask-360");
        phone.getByRole(AriaRole.BUTTON, named("Ask")).click();
        look(phone, "ask-wrong-360");
        phone.getByLabel("Your name").fill("Linnea Sorrel");
        phone.getByText("A mentor who meets with me").click();
        phone.getByLabel("Anything you want").fill("Tuesdays at lunch");
        phone.getByRole(AriaRole.BUTTON, named("Ask")).click();
        look(phone, "ask-sent-360");
        desk.navigate(home("/mentoring/asks"));
        look(desk, "asks-one-1280");
        look(open(who(story.counselor, Role.COUNSELOR), PHONE, "/mentoring/asks"), "asks-one-360");
        desk.getByRole(AriaRole.BUTTON, named("Make a new poster")).click();
        assertThat(desk.locator("main").innerText()).contains("Linnea Sorrel");
        assertThat(printed(desk)).as("a poster names no student").contains("Scan this code")
                .doesNotContain("Linnea Sorrel");
        desk.navigate(home("/mentoring/asks"));
        assertThat(desk.locator("main").innerText()).contains("Linnea Sorrel", "Tuesdays at lunch");
    }

    @Test
    void thePrincipalHoldsAnAccountBack() {
        var student = "/schools/" + story.day.school + "/students/" + story.roll.students().getFirst();
        for (int width : new int[] {PHONE, DESK}) {
            var page = open(who(story.principal, Role.PRINCIPAL), width, student + "/account");
            look(page, "account-open-" + width);
            if (width == PHONE) continue;
            page.getByText("A court ordered it").click();
            page.getByLabel("Where the paper lies").fill("Office file 3, order of May 2");
            page.getByRole(AriaRole.BUTTON, named("Hold it back")).click();
            look(page, "account-held-" + width);
            page.navigate(home(student + "/guardians"));
            look(page, "guardians-custody-" + width);
        }
    }

    /** What stands on paper. */
    private static String printed(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        var text = page.locator("main").innerText();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        return text;
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private String address(Page page, String where) {
        return page.locator(where).innerText().replaceFirst("^https?://[^/]+", "");
    }

    private Cookie who(UUID person, Role role) {
        var session = sessions.open(person, "PASSKEY", "test");
        sessions.actFor(session, story.district(), role);
        return new Cookie("daywatch_session", session).setDomain("localhost").setPath("/");
    }

    private Page open(@Nullable Cookie who, int width, String path) {
        var context = Chromium.shared().newContext(
                new NewContextOptions().setViewportSize(width, 740).setLocale("en-US"));
        if (who != null) context.addCookies(List.of(who));
        context.setDefaultTimeout(30_000);
        var page = context.newPage();
        assertThat(page.navigate(home(path)).status()).as(path).isEqualTo(200);
        return page;
    }

    private String home(String path) {
        return "http://localhost:" + port + path;
    }

    private static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(Path.of("target/screenshots", "mentoring-" + name + ".png")));
        assertThat((Boolean) page
                .evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                .as(name + " is too wide").isFalse();
        assertThat(Axe.serious(page)).as("axe on " + name).isEmpty();
    }
}
