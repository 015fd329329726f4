package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.daywatch.emergencies.reach.ReachWatch;
import org.daywatch.platform.tenancy.Tenants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** After a drill was pressed the principal sees who has seen it and who has not, by name. */
class ReachJourneyIT extends Browser {

    private static final Pattern SEEN_BY_SOMEBODY = Pattern.compile("Seen by [1-9]\\d* of \\d+");

    private static final int UUID_LENGTH = 36;

    @Autowired Tenants tenants;
    @Autowired ReachWatch watch;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor();

    /**
     * Timers stand still in journeys; where nobody has looked for ten seconds screens say that the records are away.
     */
    @BeforeEach
    void somebodyLooksEverySecond() {
        rounds.scheduleWithFixedDelay(() -> tenants.forEachAgency("who was reached", watch::round), 0, 1,
                TimeUnit.SECONDS);
    }

    @AfterEach
    void nobodyLooksAnyMore() throws InterruptedException {
        rounds.shutdown();
        assertThat(rounds.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void thePrincipalSeesWhoHasSeenTheDrillAndWhoIsInTheDark() {
        at(Screen.DESK);
        mayStartDrills("Quinn Harroway");
        at(Screen.PHONE);
        become("Teacher");
        open("/alert?status=EXERCISE");
        page.locator(".alert-button-HOLD").hover();
        page.mouse().down();
        page.waitForTimeout(2300);
        page.mouse().up();
        page.waitForSelector("#alert-sent:visible");
        open("/alerts/device");
        page.waitForSelector(".alert-panel");
        String alert = "/alerts/"
                + page.locator(".alert-panel").first().getAttribute("data-shown").substring(0, UUID_LENGTH);
        page.waitForTimeout(500);
        page.mouse().move(180, 500);
        page.mouse().move(200, 540); // somebody is there: now this screen answers that the drill was seen
        assertThat(page.locator("[data-device]").first().inputValue()).hasSize(36);

        keep();
        at(Screen.DESK);
        become("Morgan Sedgewick");
        // What was pressed is shown at once and stored a moment later: until then the newest in the list is another drill.
        for (int tries = 0; tries < 60 && open(alert) == 404; tries++) page.waitForTimeout(500);
        open("/alerts?status=EXERCISE");
        assertThat(page.locator("tr a[href^='/alerts/']").first().getAttribute("href")).isEqualTo(alert);
        open(alert);
        for (int tries = 0; tries < 60 && page.getByText(SEEN_BY_SOMEBODY).count() == 0; tries++) { // the answer of the phone is on its way
            page.waitForTimeout(500);
        }
        assertThat(page.locator(".reach-line").innerText()).containsPattern(SEEN_BY_SOMEBODY);
        picture("reach-line-desk");
        assertThat(open(alert + "/reach")).isEqualTo(200);
        page.waitForSelector(".alert-banner");
        assertThat(page.locator("#reach-now").count()).as("the board: " + page.locator("main").innerText()).isOne();
        assertThat(page.locator(".alert-panel[data-shown^='" + alert.substring("/alerts/".length()) + "']").count())
                .as("the drill does not cover its own board").isZero();
        assertThat(page.locator(".reach-figure").innerText()).matches(SEEN_BY_SOMEBODY);
        assertThat(page.locator(".reach-people").allInnerTexts().toString()).contains("Quinn Harroway",
                "Sasha Vandermeer");
        look("reach");
        open("/me/push");
        page.locator(".alert-smaller").click();
        look("push");
        open("/alerts/path-tests");
        look("path-tests");
        page.locator("th a[href^='/alerts/path-tests/']").first().evaluate("a => location.assign(a.href)");
        page.waitForURL("**/alerts/path-tests/*-*");
        look("path-map");
    }

    private void look(String name) {
        page.setViewportSize(1280, 900);
        nothingSerious();
        picture(name + "-desk");
        page.setViewportSize(360, 740);
        assertThat(tooWide()).as(name).isFalse();
        nothingSerious();
        picture(name + "-phone");
    }
}
