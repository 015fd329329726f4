package org.daywatch.emergencies.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.emergencies.Tables.INCIDENT;
import static org.daywatch_db.emergencies.Tables.ROLL_CALL;

import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.daywatch._story.Story;
import org.daywatch.platform.operations.UnheardFacts;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;

/**
 * After the kills: what a room had not taken in of a committed press is told to it again, so that each alert has its
 * incident and its roll call.
 */
final class HeardAfterKill {

    private HeardAfterKill() {}

    /** In the application that stands up again; its timers are off, and this is what they do first. */
    static void everyAlertHasItsIncidentAndItsRollCall(ApplicationContext app, UUID district) {
        int left = app.getBean(UnheardFacts.class).tellAfterStart();
        Awaitility.await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> app.getBean(Story.class).run(district, () -> {
                    var db = app.getBean(DSLContext.class);
                    var alerts = db.select(ALERT.ID).from(ALERT).fetch(ALERT.ID);
                    assertThat(alerts).isNotEmpty();
                    assertThat(db.select(INCIDENT.ALERT_ID).from(INCIDENT).where(INCIDENT.ALERT_ID.isNotNull())
                            .fetch(INCIDENT.ALERT_ID)).containsExactlyInAnyOrderElementsOf(alerts);
                    assertThat(db.select(ROLL_CALL.ALERT_ID).from(ROLL_CALL).fetch(ROLL_CALL.ALERT_ID))
                            .containsExactlyInAnyOrderElementsOf(alerts);
                }));
        System.out.printf("after the kills %d facts were told again; every alert has its incident and its roll call%n",
                left);
    }
}
