package org.daywatch.emergencies.alerts.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.daywatch.emergencies.alerts.screen.OpenPages.panel;
import static org.daywatch.emergencies.alerts.screen.OpenPages.patient;
import static org.daywatch.emergencies.alerts.screen.OpenPages.patiently;
import static org.daywatch_db.platform.Tables.DELIVERY;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch.directory.Campuses;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.emergencies.reach.escalation.AlertMessage;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.notifications.ReadLinks;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * The screens of a drill and of the real thing beside each other: on a phone and at a desk, in a room, in the dark and
 * in the sun.
 */
@DaywatchIT
class EveryLightIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired DSLContext db;
    @Autowired AlertMessage message;
    @Autowired AlertStore alerts;
    @Autowired Campuses campuses;
    @Autowired ReadLinks links;
    @LocalServerPort int port;
    private final Lights lights = new Lights();

    @Test
    void aDrillAndTheRealThingAreReadAndToldApartInEveryLight() {
        long begun = System.nanoTime();
        var drill = everyPage(AlertStatus.EXERCISE, "drill");
        var live = everyPage(AlertStatus.ACTUAL, "live");
        assertThat(lights.found()).isEmpty();
        assertAll(drill.keySet().stream()
                .map(page -> () -> Lights.cannotBeTakenForEachOther(page, drill.get(page), live.get(page))));
        System.out.printf("%d pages of a drill and of the real thing, at two widths and in three lights: %.1f s%n",
                drill.size(), (System.nanoTime() - begun) / 1e9);
    }

    private Map<String, Map<String, Lights.Sign>> everyPage(AlertStatus status, String name) {
        var seen = new LinkedHashMap<String, Map<String, Lights.Sign>>();
        try (var pages = new OpenPages(app, port)) {
            var day = pages.day;
            story.run(day.cast.mesquite(), () -> SchoolRoll.at(db, day.cast, day.cast.mesquite(), day.school, 2, 3));
            var page = pages.become(Role.PRINCIPAL, 360, "");
            pages.listening(page, "/inbox");
            var alert = pages.press(status, ProtocolAction.LOCKDOWN);
            assertThat(panel(page)).containsText("Lockdown", patient());
            seen.put("overlay", lights.look(page, name + "-overlay", panel(page)));
            page.locator(".alert-smaller").click();
            pages.listening(page, "/alert?status=" + status + "&school=" + day.school);
            assertThat(page.locator(".alert-banner")).isVisible(patiently());
            seen.put("press",
                    lights.look(page, name + "-press", page.locator(".alert-press"), page.locator(".alert-banner")));
            pages.listening(page, "/alerts/" + alert);
            page.locator("#reach-line strong, #roll-numbers").first().waitFor();
            seen.put("alert", lights.look(page, name + "-alert", page.locator(".alert-head")));
            seen.putAll(people(pages, page, name));
            seen.put("responders", responders(pages, page, name, alert.toString()));
            letter(pages, name, alert);
        }
        return seen;
    }

    private Map<String, Map<String, Lights.Sign>> people(OpenPages pages, Page page, String name) {
        var seen = new LinkedHashMap<String, Map<String, Lights.Sign>>();
        pages.listening(page, "/accountability");
        page.getByText("Open roll call").first().click();
        assertThat(page.locator(".roll-banner")).isVisible();
        seen.put("roll", lights.look(page, name + "-roll", page.locator(".roll-banner")));
        page.locator("#roll-live a[href*='/places/']").first().click();
        page.locator(".roll-choices label").first().click();
        seen.put("room", lights.look(page, name + "-room", page.locator(".roll-banner")));
        pages.listening(page, "/reunification");
        page.getByLabel("Reunification site").fill("Stadium, north gate");
        page.locator("main .usa-radio__label").first().click(); // of the roll call that stands
        page.getByLabel("Reason, if the building was not evacuated first").fill("Gas was smelled in the gym");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Begin reunification")).click();
        page.waitForURL(Pattern.compile(".*/reunification/[0-9a-f-]{36}"));
        page.locator("select[name=duty]").selectOption("GREETER");
        page.getByText("Assign role").click();
        seen.put("reunification", lights.look(page, name + "-reunification", page.locator(".roll-banner")));
        return seen;
    }

    /** Anyone who arrives has no account; their link is made by who leads. */
    private Map<String, Lights.Sign> responders(OpenPages pages, Page page, String name, String alert) {
        pages.listening(page, "/alerts/" + alert + "/links");
        page.locator("input[name=forWhom]").fill("Mesquite dispatch");
        page.locator("input[name=contact]").fill("+1 480 555 0199");
        page.locator("main form button[type=submit]").first().click();
        var address = page.locator(".responder-address").innerText();
        lights.plainly(page, name + "-share");
        var outside = pages.stranger();
        outside.navigate(address);
        assertThat(outside.locator("#incident-now")).containsText("Lockdown");
        return lights.look(outside, name + "-responders", outside.locator(".responder-mode"));
    }

    /** The link of a letter, opened by whoever it was sent to: one heading, which says what it is, and one button. */
    private void letter(OpenPages pages, String name, UUID alert) {
        var cast = pages.day.cast;
        var letter = Ids.next();
        var link = story.as(cast.agency(), () -> {
            var words = message.words(alerts.find(alert).orElseThrow(), campuses.find(pages.day.school).orElseThrow(),
                    "en");
            var now = Instant.now();
            db.insertInto(OUTBOUND_MESSAGE).set(OUTBOUND_MESSAGE.TENANT_ID, cast.agency())
                    .set(OUTBOUND_MESSAGE.ID, letter).set(OUTBOUND_MESSAGE.TOPIC, "ALERT")
                    .set(OUTBOUND_MESSAGE.SUBJECT, words.subject())
                    .set(OUTBOUND_MESSAGE.BODY, words.body()).set(OUTBOUND_MESSAGE.CREATED_AT, now).execute();
            db.insertInto(DELIVERY).set(DELIVERY.TENANT_ID, cast.agency()).set(DELIVERY.ID, letter)
                    .set(DELIVERY.MESSAGE_ID, letter).set(DELIVERY.PERSON_ID, cast.coordinator())
                    .set(DELIVERY.CHANNEL, "EMAIL")
                    .set(DELIVERY.ADDRESS, "ana@story.example").set(DELIVERY.STATE, "SENT").set(DELIVERY.DUE_AT, now)
                    .execute();
            return links.next(letter, null);
        });
        var reader = pages.stranger();
        reader.navigate(pages.at(link));
        assertThat(reader.locator(".lead"))
                .containsText((name.equals("drill") ? "DRILL / SIMULACRO" : "REAL") + ": Lockdown, Ocotillo High");
        lights.plainly(reader, name + "-letter");
        reader.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Confirm: I have read this")).click();
        assertThat(reader.locator(".confirm [role=status]")).containsText("Your confirmation is recorded.");
    }
}
