package org.daywatch.emergencies.alerts.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.daywatch.emergencies.alerts.screen.OpenPages.PATIENCE;
import static org.daywatch.emergencies.alerts.screen.OpenPages.SOUNDS;
import static org.daywatch.emergencies.alerts.screen.OpenPages.number;
import static org.daywatch.emergencies.alerts.screen.OpenPages.panel;
import static org.daywatch.emergencies.alerts.screen.OpenPages.patient;
import static org.daywatch.emergencies.alerts.screen.OpenPages.patiently;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch.emergencies.AlertEnding;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.AlertCommand;
import org.daywatch.emergencies.alerts.AlertCommands;
import org.daywatch.emergencies.exercises.audience.ExerciseAudiences;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * When a page sounds and is covered, and when it is not: an alert that goes on, a drill, and the real thing in the
 * middle of one.
 */
@DaywatchIT
class WhenPagesSoundIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired AlertCommands commands;
    @Autowired ExerciseAudiences audiences;
    @LocalServerPort int port;
    private OpenPages pages;

    @BeforeEach
    void aSchoolAndABrowser() {
        pages = new OpenPages(app, port);
    }

    @AfterEach
    void nothingWentWrongBehindThePage() {
        pages.close();
    }

    /**
     * Rooms are let out one after the other, and two people are about to end it: nobody is told anything else, so
     * nothing sounds and no page is covered again.
     */
    @Test
    void whatBecomesOfAnAlertIsShownInSilenceAndOnlyBeingToldSomethingElseSounds() {
        var page = pages.become(Role.FRONT_OFFICE, 360, SOUNDS);
        pages.listening(page, "/inbox");
        var alert = pages.press(AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN);
        assertThat(panel(page)).containsText("Lockdown", patient());
        page.locator(".alert-act", new Page.LocatorOptions().setHasText("We are safe")).click();
        assertThat(page.locator(".alert-panel-said")).containsText("We are safe", patient());
        page.locator(".alert-smaller").click();
        assertThat(panel(page)).hasCount(0);

        var leader = new AlertCommand.By(Ids.next(), "Robin Sage", true);
        var rooms = Set.of(Ids.next(), Ids.next(), Ids.next());
        for (var room : rooms) act(alert, new AlertCommand.ReleaseRoom(leader, room, rooms));
        act(alert, new AlertCommand.SayOver(leader, AlertEnding.ALL_CLEAR, rooms, ""));
        page.waitForCondition(() -> "5 RELEASING".equals(page.evaluate("globalThis.heard")),
                new Page.WaitForConditionOptions().setTimeout(PATIENCE));
        page.evaluate("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        assertThat(panel(page)).hasCount(0);
        Assertions.assertThat(number(page, "sounds")).as("sounds for one event").isEqualTo(1);
        page.reload();
        assertThat(page.locator(".alert-banner a[href='tel:911']")).isVisible(patiently());
        page.locator(".alert-banner .alert-larger").click();
        assertThat(page.locator(".alert-panel-said")).containsText("We are safe", patient());
        Assertions.assertThat(number(page, "sounds")).as("another page of the same browser").isZero();
        page.locator(".alert-smaller").click();

        pages.press(AlertStatus.ACTUAL, ProtocolAction.HELP_MEDICAL); // nothing the school as a whole is told
        act(alert, new AlertCommand.SayOver(new AlertCommand.By(Ids.next(), "Ana Cruz", true), AlertEnding.ALL_CLEAR,
                rooms, ""));
        var next = pages.press(AlertStatus.ACTUAL, ProtocolAction.SECURE);
        assertThat(panel(page)).containsText("Secure", patient());
        page.locator(".alert-smaller").click();
        act(next, new AlertCommand.Change(leader, ProtocolAction.EVACUATE, "", "gas"));
        assertThat(panel(page)).containsText("Evacuate", patient());
        assertThat(page.locator(".alert-panel-said")).hasText("");
        Assertions.assertThat(number(page, "sounds"))
                .as("the school was told two things more, and those who lead of one call for help").isEqualTo(3);
    }

    @Test
    void inTheMiddleOfADrillTheRealThingIsOneTapAwayAndTheButtonsAreNotCovered() {
        var page = pages.become(Role.TEACHER, 360, "");
        pages.listening(page, "/inbox");
        pages.press(AlertStatus.EXERCISE, ProtocolAction.LOCKDOWN);
        var real = panel(page).locator("a", new Locator.LocatorOptions().setHasText("This is real: raise an alert"));
        real.click();
        page.waitForURL("**/alert?status=ACTUAL&school=" + pages.day.school);
        assertThat(page.locator(".alert-banner.alert-is-EXERCISE")).isVisible(patiently());
        assertThat(panel(page)).hasCount(0);
        assertThat(page.locator(".alert-press-ACTUAL .alert-mode")).containsText("Real");
        var button = page.locator(".alert-button-LOCKDOWN");
        button.scrollIntoViewIfNeeded();
        Assertions.assertThat((Boolean) button.evaluate(
                "b => { const r = b.getBoundingClientRect(); return b.contains(document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2)) }"))
                .as("what lies on top where the button is").isTrue();
        pages.press(AlertStatus.ACTUAL, ProtocolAction.HOLD);
        assertThat(page.locator(".alert-banner.alert-is-ACTUAL")).isVisible(patiently());
        page.navigate(pages.at("/inbox"));
        assertThat(page.locator(".alert-panel.alert-is-ACTUAL")).containsText("Hold", patient());
        assertThat(page.locator(".alert-panel .alert-act-real")).hasCount(0);
    }

    @Test
    void aDrillCoversThePagesOfThoseOnlyWhomTheDrillPlanNames() {
        var teacher = pages.become(Role.TEACHER, 360, SOUNDS);
        var office = pages.become(Role.FRONT_OFFICE, 1280, "");
        for (var page : List.of(teacher, office)) pages.listening(page, "/inbox");
        var drill = Ids.next();
        story.run(pages.day.cast.agency(), () -> audiences.keep(pages.day.cast.agency(), pages.day.cast.mesquite(),
                drill, List.of("FRONT_OFFICE"), List.of("SCREEN"), Instant.now()));
        pages.press(drill, AlertStatus.EXERCISE, ProtocolAction.LOCKDOWN);
        assertThat(panel(office)).containsText("Lockdown", patient());
        teacher.waitForCondition(() -> "1 ACTIVE".equals(teacher.evaluate("globalThis.heard")),
                new Page.WaitForConditionOptions().setTimeout(PATIENCE));
        teacher.waitForTimeout(1500);
        assertThat(teacher.locator("#alert-overlay > *")).hasCount(0);
        Assertions.assertThat(number(teacher, "sounds")).isZero();
        pages.press(AlertStatus.ACTUAL, ProtocolAction.HOLD);
        assertThat(panel(teacher)).containsText("Hold", patient());
    }

    private void act(UUID alert, AlertCommand command) {
        story.as(pages.day.cast.mesquite(), () -> commands.handle(alert, command, Ids.next()));
    }
}
