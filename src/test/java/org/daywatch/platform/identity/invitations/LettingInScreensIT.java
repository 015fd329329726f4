package org.daywatch.platform.identity.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch._story.Axe;
import org.daywatch._story.Chromium;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.daywatch.staffing.officers.Officer;
import org.daywatch.staffing.officers.OfficerCommands;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The pages of letting people in as they are seen: they fit a phone and a desk, axe finds nothing serious, and the
 * keyboard is enough.
 */
@DaywatchIT
class LettingInScreensIT {

    @Autowired Story story;
    @Autowired Sessions sessions;
    @Autowired Organizations organizations;
    @Autowired OfficerCommands officers;
    @Autowired Tenants tenants;
    @LocalServerPort int port;

    private final List<String> wrong = new ArrayList<>();

    @Test
    void theScreensFitAndAreAccessibleInBothLanguages() throws Exception {
        var cast = story.cast();
        UUID admin = Tenancy.as(Scope.system(cast.agency()), () -> organizations.join(cast.agency(),
                "admin" + cast.suffix() + "@screens.example", "Casey Juniper", Role.AGENCY_ADMIN, null));
        var officer = story.as(cast.agency(), () -> {
            UUID one = null;
            for (int n = 1; n <= 3; n++)
                one = officers.add(new Officer.Details(cast.department(), "Officer " + n,
                        "screen" + n + "-" + cast.suffix() + "@story.example", "602-555-0100", "B" + n,
                        Officer.Rank.OFFICER, null, "", List.of("en"), "", Set.of("SSO"), null, Officer.State.ACTIVE));
            return one;
        });
        try (var shared = new Chromium()) {
            var chromium = shared.browser();
            for (int width : new int[] {360, 1280}) for (String language : List.of("en", "es")) {
                try (var stranger = window(chromium, width, language, null)) {
                    var page = stranger.newPage();
                    Axe.onEvery(page);
                    look(page, "/start", width, language);
                }
                var first = tenants.agencies().getFirst().id();
                var keeper = Tenancy.as(Scope.system(first), () -> organizations.join(first,
                        "keeper" + cast.suffix() + "@screens.example", "Jo Palo", Role.AGENCY_ADMIN, null));
                var keys = sessions.open(keeper, "PASSKEY", "test");
                sessions.actFor(keys, first, Role.AGENCY_ADMIN);
                try (var keeping = window(chromium, width, language, keys)) {
                    var page = keeping.newPage();
                    Axe.onEvery(page);
                    look(page, "/outgoing", width, language);
                }
                var token = sessions.open(admin, "PASSKEY", "test");
                sessions.actFor(token, cast.agency(), Role.AGENCY_ADMIN);
                try (var desk = window(chromium, width, language, token)) {
                    var page = desk.newPage();
                    Axe.onEvery(page);
                    for (String path : List.of("/agency", "/users/new", "/users/letting-in", "/officers",
                            "/officers/" + officer))
                        look(page, path, width, language);
                    look(page, "/officers/letting-in", width, language);
                    press(page, language.equals("en") ? "Invite 3 officers|Invite 3 people" : "Invitar a 3");
                    look(page, "slips", width, language);
                    page.navigate("http://localhost:" + port + "/officers/letting-in");
                    look(page, "/officers/letting-in?state=all", width, language);
                    for (int n = 0; n < 3; n++)
                        page.locator(".letting-in-acts button.usa-button--unstyled").first().click();
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theUsersOfAnotherOrganizationComeWithItsHeadingItsRolesAndItsInvitation() {
        var cast = story.cast();
        UUID admin = Tenancy.as(Scope.system(cast.agency()), () -> organizations.join(cast.agency(),
                "admin" + cast.suffix() + "@screens.example", "Casey Juniper", Role.AGENCY_ADMIN, null));
        try (var shared = new Chromium()) {
            var chromium = shared.browser();
            var token = sessions.open(admin, "PASSKEY", "test");
            sessions.actFor(token, cast.agency(), Role.AGENCY_ADMIN);
            var page = window(chromium, 1280, "en", token).newPage();
            page.navigate("http://localhost:" + port + "/users?role=AGENCY_ADMIN");
            page.locator("#field-org").selectOption(cast.mesquite().toString());
            page.waitForURL(url -> url.contains(cast.mesquite().toString()));
            assertThat(page.locator(".page-head .lead").textContent()).contains("Mesquite Unified " + cast.suffix());
            assertThat(page.locator(".page-head-action a").first().getAttribute("href"))
                    .isEqualTo("/users/new?org=" + cast.mesquite());
            assertThat(page.locator("#field-role option").allTextContents()).contains("Teacher")
                    .doesNotContain("Coordinator");
        }
    }

    /** With the keyboard alone: the button is reached and pressed by Enter. */
    private static void press(Page page, String name) {
        var button = page.getByRole(AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName(java.util.regex.Pattern.compile(name)));
        button.first().focus();
        page.keyboard().press("Enter");
        page.locator(".slip-code").first().waitFor();
    }

    private BrowserContext window(Browser chromium, int width, String language, String token) {
        var context = chromium
                .newContext(new Browser.NewContextOptions().setViewportSize(width, width == 360 ? 740 : 900));
        String site = "http://localhost:" + port;
        context.addCookies(List.of(new Cookie("lang", language).setUrl(site)));
        if (token != null) context.addCookies(List.of(new Cookie("daywatch_session", token).setUrl(site)));
        return context;
    }

    private void look(Page page, String path, int width, String language) throws Exception {
        if (path.startsWith("/")) {
            var status = page.navigate("http://localhost:" + port + path).status();
            if (status != 200) wrong.add(path + " answered " + status);
        }
        if ((Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
            wrong.add(path + " is wider than " + width + " in " + language);
        Axe.serious(page).forEach(finding -> wrong.add(path + " at " + width + " in " + language + ": " + finding));
        var name = path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "one").replaceAll("[^A-Za-z]+", "-");
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(Path.of("target/screenshots/doors-" + name + "-" + width + "-" + language + ".png")));
    }
}
