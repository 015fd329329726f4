package org.daywatch.prevention.patrols;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.prevention.Tables.PATROL_STOP;
import static org.daywatch_db.transparency.Tables.ACTIVITY;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.awaitility.Awaitility;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.prevention.Phone;
import org.daywatch.prevention.zones.Zones;
import org.daywatch.staffing.offers.Acceptances;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Today's walk with a phone that has no connection is one round, and one line of the officer's log. */
@DaywatchIT
class PatrolOfflineIT {

    private static final Instant POST = Instant.parse("2026-09-09T14:10:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 9, 9);

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Sessions sessions;
    @Autowired Campuses campuses;
    @Autowired Zones zones;
    @Autowired PatrolPlans plans;
    @Autowired DSLContext db;
    @LocalServerPort int port;

    private PostedDay day;
    private PostedDay.Officer dana;
    private Phone phone;

    @BeforeEach
    void anOfficerOnPostWithAWalkForToday() {
        clock.setTo("2026-09-08T15:00:00Z");
        day = new PostedDay(app);
        Campus school = story.as(day.cast.agency(), () -> campuses.find(day.school).orElseThrow());
        story.run(day.cast.mesquite(), () -> {
            for (String zone : List.of("Cafeteria", "North hall", "Bus loop", "Gym")) zones.add(school, zone);
            plans.make(school, LocalDate.of(2026, 9, 7), "Pat Greer");
        });
        dana = day.officer("Dana Vega");
        var post = day.post(POST);
        Tenancy.as(new Scope(day.cast.agency(), dana.person()),
                () -> app.getBean(Acceptances.class).accept(dana.person(), post));
        clock.setTo(POST.plus(Duration.ofMinutes(20)));
        String session = sessions.open(dana.person(), "PASSKEY", "test");
        sessions.actFor(session, day.cast.agency(), Role.OFFICER);
        phone = new Phone(port, session);
    }

    @AfterEach
    void nothingWentWrongBehindThePage() {
        phone.close();
        assertThat(phone.wentWrong).isEmpty();
    }

    @Test
    void itIsWalkedWithoutAConnectionAndCountsOnce() {
        phone.ready("/my-day", "daywatchRounds.profile()?.schools?.[0]?.patrol?.stops?.length === 4");
        phone.context.setOffline(true);
        phone.open("/rounds/walk?kind=PATROL");
        assertThat(phone.page.locator("[data-part=patrol-count]")).containsText("4 parts of the school today");
        phone.page.locator("[data-act=start][data-kind=PATROL]").click();
        assertThat(phone.page.locator("[data-part=progress]")).hasText("0 of 4");
        phone.picture("patrol-walk-offline");
        for (int left = 4; left > 0; left--) {
            assertThat(phone.page.locator("[data-act=stop]:visible")).hasCount(left);
            phone.page.locator("[data-act=stop]:visible").first().click();
        }
        assertThat(phone.page.locator("[data-part=all-seen]")).isVisible();
        phone.page.locator("[data-act=finish]").click();
        assertThat(phone.page.locator("[data-part=done]")).hasText("4 of 4 parts walked, 0 with findings.");
        assertThat(phone.page.locator("#rounds-unsent")).containsText("NOT SENT: 6");
        String kept = (String) phone.page.evaluate("localStorage.getItem('daywatch.rounds-entries')");
        phone.context.setOffline(false);
        countsOnce();
        phone.page.evaluate("kept => localStorage.setItem('daywatch.rounds-entries', kept)", kept); // as if no answer had come back
        phone.open("/patrols/" + day.school);
        countsOnce();
        phone.picture("patrol-walked");
    }

    private void countsOnce() {
        phone.until("daywatchRounds.entries().length === 0");
        assertThat(story.as(day.cast.agency(),
                () -> db.selectDistinct(PATROL_STOP.ROUND_ID).from(PATROL_STOP).where(PATROL_STOP.DAY.eq(DAY))
                        .and(PATROL_STOP.SEEN_BY.eq("Dana Vega")).fetch()))
                .as("all on one round").singleElement().satisfies(round -> assertThat(round.value1()).isNotNull());
        Awaitility.await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(story.as(day.cast.agency(),
                        () -> db.fetchCount(ACTIVITY, ACTIVITY.KIND.eq("PERIMETER")
                                .and(ACTIVITY.OFFICER_ID.eq(dana.id())).and(ACTIVITY.DAY.eq(DAY))
                                .and(ACTIVITY.WITHDRAWN_AT.isNull()))))
                        .isOne());
    }
}
