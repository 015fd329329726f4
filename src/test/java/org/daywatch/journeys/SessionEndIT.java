package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.sql.SQLException;
import org.daywatch._story.AllTables;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A page stands open on a computer nobody sits at any more. */
class SessionEndIT extends Browser {

    private static final LocatorAssertions.ContainsTextOptions PATIENTLY = new LocatorAssertions.ContainsTextOptions()
            .setTimeout(60_000);
    /** No session of anybody but an officer lives longer unused. */
    private static final String A_DAY = "24:00:00";

    @Autowired private Environment environment;

    @Test
    void showsNothingAnyMoreOnceTheSessionEndedByItself() throws SQLException {
        openedByACoordinator();
        assertThat(page.locator(".rail").count()).isPositive();
        end();
        page.clock().fastForward(A_DAY);
        assertThat(page.locator("#main")).containsText("Your session has ended", PATIENTLY);
        assertThat((String) page.evaluate("document.body.innerText")).doesNotContain("Mesquite");
        assertThat(page.locator(".rail, .account, .acting, .find").count()).isZero();
        page.locator("#main a").click();
        assertThat(heading()).isEqualTo("Sign in");
    }

    @Test
    void showsWhatItHeldAsLongAsAnotherPageUsesTheSession() {
        openedByACoordinator();
        page.waitForResponse("**/sign-in/still", () -> page.clock().fastForward(A_DAY));
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        assertThat(page.locator("#main").innerText()).doesNotContain("Your session has ended");
        assertThat(page.locator(".rail").count()).isPositive();
    }

    /** Its page knows when the session ends as soon as its stream has said so. */
    private void openedByACoordinator() {
        at(Screen.DESK);
        page.clock().install();
        become("Coordinator");
        page.addInitScript(
                "document.addEventListener('htmx:sseOpen', e => e.detail.source.addEventListener('hello', () => { window.heard = true }))");
        open("/schools");
        page.waitForFunction("() => window.heard === true");
    }

    private void end() throws SQLException {
        new AllTables(Path.of(environment.getRequiredProperty("daywatch.database.directory")))
                .execute("update platform.session set expires_at = created_at");
    }
}
