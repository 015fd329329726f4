package org.daywatch.emergencies.aftermath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.emergencies.Tables.INCIDENT;
import static org.daywatch_db.emergencies.Tables.INCIDENT_RESOURCE;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch.emergencies.ResponseTimes;
import org.daywatch.emergencies.ResponseTimes.Arrival;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How long help took is measured where it was called in earnest, by the police, after the alert. */
@DaywatchIT
class ResponseTimesIT {

    private static final Instant NOW = Instant.parse("2026-11-17T17:00:00Z");
    private static final Instant SINCE = NOW.minus(3 * 365, ChronoUnit.DAYS);

    @Autowired Story story;
    @Autowired ResponseTimes responses;
    @Autowired DSLContext db;
    private Story.Cast cast;
    private SchoolRoll roll;
    private SchoolRoll elsewhere;

    @BeforeEach
    void twoSchools() {
        cast = story.cast();
        roll = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 1, 1));
        elsewhere = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 1, 1));
    }

    @Test
    void onlyPoliceThatCameInEarnestAfterTheAlertAndWithinTheYearsSaysHowLongHelpTakes() {
        var shots = alert(roll, "ACTUAL", NOW.minus(10, ChronoUnit.DAYS));
        arrived(shots, "FIRE", 90);
        arrived(shots, "LAW", 260);
        arrived(shots, "LAW", 400);
        arrived(shots, "LAW", null);
        var officerWasThere = alert(roll, "ACTUAL", NOW.minus(200, ChronoUnit.DAYS));
        arrived(officerWasThere, "LAW", -60);
        arrived(officerWasThere, "LAW", 0);
        var drill = alert(roll, "EXERCISE", NOW.minus(20, ChronoUnit.DAYS));
        arrived(drill, "LAW", 5);
        arrived(alert(roll, "ACTUAL", NOW.minus(30, ChronoUnit.DAYS)), "FIRE", 120);
        alert(roll, "TEST", NOW.minus(3, ChronoUnit.DAYS));
        var lastInTime = alert(roll, "ACTUAL", SINCE);
        arrived(lastInTime, "LAW", 700);
        arrived(alert(roll, "ACTUAL", SINCE.minusSeconds(1)), "LAW", 30);
        arrived(alert(elsewhere, "ACTUAL", NOW.minus(5, ChronoUnit.DAYS)), "LAW", 50);
        assertThat(story.as(cast.mesquite(), () -> responses.of(roll.school(), SINCE)))
                .extracting(Arrival::alert, Arrival::seconds)
                .containsExactly(tuple(shots, 260), tuple(lastInTime, 700));
    }

    @Test
    void aSecondUnitAfterOneThatWasThereAlreadyIsHelpThatCame() {
        var alert = alert(roll, "ACTUAL", NOW.minus(2, ChronoUnit.DAYS));
        arrived(alert, "LAW", -30);
        arrived(alert, "LAW", 310);
        assertThat(story.as(cast.mesquite(), () -> responses.of(roll.school(), SINCE))).extracting(Arrival::seconds)
                .containsExactly(310);
    }

    /** An alert somebody made an incident of; a test has none. */
    private UUID alert(SchoolRoll at, String status, Instant raised) {
        return story.as(cast.mesquite(), () -> {
            var alert = at.alert(db, cast, status, "LOCKDOWN", raised);
            db.update(ALERT).set(ALERT.STATE, "ENDED").set(ALERT.ENDED_BY, "Robin Sage, Pat Greer")
                    .where(ALERT.ID.eq(alert)).execute();
            if (!status.equals("TEST"))
                db.insertInto(INCIDENT).set(INCIDENT.AGENCY_ID, cast.agency()).set(INCIDENT.ID, alert)
                        .set(INCIDENT.DISTRICT_ID, at.district())
                        .set(INCIDENT.SCHOOL_ID, at.school()).set(INCIDENT.ALERT_ID, alert).set(INCIDENT.STATUS, status)
                        .set(INCIDENT.OPENED_AT, raised).set(INCIDENT.STATE, "OPEN")
                        .set(INCIDENT.SINCE, raised).set(INCIDENT.VERSION, 1).execute();
            return alert;
        });
    }

    /** @param seconds after the alert; null: on the way */
    private void arrived(UUID alert, String kind, @Nullable Integer seconds) {
        story.run(cast.mesquite(), () -> {
            var raised = db.select(INCIDENT.OPENED_AT).from(INCIDENT).where(INCIDENT.ID.eq(alert))
                    .fetchSingle(INCIDENT.OPENED_AT);
            db.insertInto(INCIDENT_RESOURCE).set(INCIDENT_RESOURCE.AGENCY_ID, cast.agency())
                    .set(INCIDENT_RESOURCE.ID, Ids.next()).set(INCIDENT_RESOURCE.INCIDENT_ID, alert)
                    .set(INCIDENT_RESOURCE.DISTRICT_ID, roll.district()).set(INCIDENT_RESOURCE.KIND, kind)
                    .set(INCIDENT_RESOURCE.NAME, kind + " unit").set(INCIDENT_RESOURCE.UNDER_ROLE, "OPERATIONS")
                    .set(INCIDENT_RESOURCE.STATE, seconds == null ? "EN_ROUTE" : "ARRIVED")
                    .set(INCIDENT_RESOURCE.ORDERED_AT, raised)
                    .set(INCIDENT_RESOURCE.ARRIVED_AT, seconds == null ? null : raised.plusSeconds(seconds))
                    .set(INCIDENT_RESOURCE.SINCE, raised).execute();
        });
    }
}
