package org.daywatch.staffing.officers.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.Axe;
import org.daywatch._story.Chromium;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.staffing.eligibility.Field;
import org.daywatch.staffing.hours.HourCommands;
import org.daywatch.staffing.officers.OfficerCommands;
import org.daywatch.staffing.officers.OfficerStore;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The officers' screens as people see them: they fit a phone and a desk, and axe finds nothing serious. */
@DaywatchIT
class OfficerScreensIT {

    /** A word of a table's heads that takes more than one line. */
    private static final String HEADS_BREAK = """
            [...document.querySelectorAll('.table thead th')].some(th => {
              const texts = document.createTreeWalker(th, NodeFilter.SHOW_TEXT);
              for (let node = texts.nextNode(); node; node = texts.nextNode()) for (const word of node.data.matchAll(/\\S+/g)) {
                const range = document.createRange();
                range.setStart(node, word.index);
                range.setEnd(node, word.index + word[0].length);
                if (new Set([...range.getClientRects()].map(r => Math.round(r.top))).size > 1) return true;
              }
              return false;
            })""";

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Sessions sessions;
    @Autowired DSLContext db;
    @Autowired OfficerCommands officers;
    @Autowired OfficerStore storedOfficers;
    @Autowired DepartmentTerms terms;
    @Autowired HourCommands hours;
    @Autowired Organizations organizations;
    @LocalServerPort int port;

    @Test
    void theScreensFitAndAreAccessibleOnPhoneAndDesk() throws Exception {
        clock.setTo("2026-08-10T16:00:00Z");
        var cast = story.cast();
        var dana = story.as(cast.agency(), () -> {
            var field = new Field(db, officers, terms);
            field.agreedTerms(cast.department(), "PROGRAM");
            var id = field.officer(cast, "100");
            for (int day = 10; day <= 15; day++) {
                var start = LocalDateTime.parse("2026-08-" + day + "T06:00").atZone(Field.PHOENIX).toInstant();
                hours.record(id, HourKind.DUTY, Window.of(start, Duration.ofHours(day == 15 ? 13 : 9)), true,
                        "duty roster", null);
            }
            field.officer(cast, "200");
            return id;
        });
        var person = story.as(cast.agency(), () -> storedOfficers.get(dana).personId());
        var chief = story.as(cast.agency(), () -> organizations.join(cast.department(),
                "chief" + cast.suffix() + "@story.example", "Lee Park", Role.DEPARTMENT_SUPERVISOR, null));
        var wrong = new ArrayList<String>();
        try (var shared = new Chromium()) {
            var chromium = shared.browser();
            walk(chromium, cast.coordinator(), cast.agency(), Role.COORDINATOR, wrong, "/officers", "/officers/" + dana,
                    "/officers/new",
                    "/officers/" + dana + "/credentials/new", "/officers/" + dana + "/availability",
                    "/officers/" + dana + "/hours/new", "/rules",
                    "/rules/limits/NEW_ORLEANS", "/blocks", "/fairness");
            walk(chromium, person, cast.agency(), Role.OFFICER, wrong, "/my-hours", "/my-availability", "/my-blocks");
            walk(chromium, chief, cast.department(), Role.DEPARTMENT_SUPERVISOR, wrong, "/department",
                    "/department/officers/" + dana);
        }
        assertThat(wrong).isEmpty();
    }

    private void walk(Browser chromium, UUID person, UUID org, Role role, List<String> wrong, String... paths)
            throws Exception {
        var token = sessions.open(person, "PASSKEY", "test");
        sessions.actFor(token, org, role);
        for (int width : new int[] {360, 1280}) {
            var context = chromium
                    .newContext(new Browser.NewContextOptions().setViewportSize(width, width == 360 ? 740 : 900));
            context.addCookies(List.of(new Cookie("daywatch_session", token).setUrl("http://localhost:" + port)));
            var page = context.newPage();
            Axe.onEvery(page);
            for (String path : paths) {
                var status = page.navigate("http://localhost:" + port + path).status();
                if (status != 200) wrong.add(path + " answered " + status);
                if ((Boolean) page
                        .evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                    wrong.add(path + " is wider than " + width);
                if ((Boolean) page.evaluate(HEADS_BREAK)) wrong.add(path + " breaks a word of its heads at " + width);
                Axe.serious(page).forEach(finding -> wrong.add(path + " at " + width + ": " + finding));
                var name = path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "one").replaceAll("[^A-Za-z]+", "-");
                page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                        .setPath(Path.of("target/screenshots/officers" + name + "-" + width + ".png")));
            }
            context.close();
        }
    }
}
