package org.daywatch.emergencies.accountability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.daywatch_db.emergencies.Tables.ALERT_CHANGE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.emergencies.EmergencyEvent.AlertChanged;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.accountability.RollCall.Says;
import org.daywatch.emergencies.accountability.RollCall.Source;
import org.daywatch.emergencies.accountability.RollUp.Standing;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Role;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A lockdown is pressed again while rooms are let out: what was said of rooms before is no word about this. */
@DaywatchIT
class DangerCameBackIT {

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired AlertsAtSchool alerts;
    @Autowired RollCalls calls;
    @Autowired RollQueries queries;
    @Autowired Facts facts;
    @Autowired DSLContext db;
    private Story.Cast cast;
    private RollCall call;

    @BeforeEach
    void aLockdownAtASchoolOfTwoClasses() {
        cast = story.cast();
        call = story.as(cast.mesquite(), () -> {
            var roll = SchoolRoll.write(db, cast, cast.mesquite(), 2, 3);
            var alert = roll.alert(db, cast, "ACTUAL", "LOCKDOWN", clock.instant());
            return queries.get(calls.begin(alerts.find(alert).orElseThrow()));
        });
    }

    @Test
    void aRoomThatWasSecuredBeforeIsAskedAgainAndWhoWasInSightStaysAccountedFor() {
        clock.move(Duration.ofSeconds(40));
        secured();
        assertThat(numbers().roomsSecured()).isOne();
        clock.move(Duration.ofMinutes(10));
        lockdownIsToldAgain();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(numbers().roomsSecured()).as("what the agency reads").isZero());
        var up = story.as(cast.mesquite(), () -> queries.rollUp(call));
        assertThat(up.rooms()).extracting(RollUp.Room::secured).containsOnlyNulls();
        assertThat(up.count(Standing.PRESENT)).as("who was in sight").isOne();
        clock.move(Duration.ofSeconds(20));
        secured();
        assertThat(numbers().roomsSecured()).isOne();
    }

    /** One room says that it is locked and has one person in sight. */
    private void secured() {
        story.run(cast.mesquite(), () -> {
            var room = queries.places(call.id()).getFirst();
            var student = queries.people(call.id()).stream().filter(p -> room.id().equals(p.placeId())).findFirst()
                    .orElseThrow();
            calls.report(
                    new Actor(UUID.randomUUID(), "Morgan Reed", cast.mesquite(), "Mesquite", Role.PRINCIPAL,
                            Role.PRINCIPAL.defaults(), call.schoolId(), Capacity.NONE, UUID.randomUUID(), "en"),
                    call, new RoomReport(UUID.randomUUID(), room.id(), Source.PHONE,
                            Map.of(student.id(), Says.PRESENT), List.of(), true, null));
        });
    }

    private RollQueries.Numbers numbers() {
        return story.as(cast.agency(), () -> queries.numbers(call.alertId()).orElseThrow());
    }

    private void lockdownIsToldAgain() {
        var c = ALERT_CHANGE;
        story.run(cast.agency(), () -> {
            db.insertInto(c).set(c.AGENCY_ID, cast.agency()).set(c.ALERT_ID, call.alertId()).set(c.VERSION, 2)
                    .set(c.DISTRICT_ID, call.districtId()).set(c.AT, clock.instant()).set(c.KIND, "AlertChanged")
                    .set(c.ACTION, "LOCKDOWN").set(c.DETAIL, "").set(c.STATE, "ACTIVE").set(c.BY_NAME, "Robin Alder")
                    .set(c.WHY, "").execute();
            facts.tell(new AlertChanged(cast.agency(), call.alertId(), clock.instant(), call.schoolId(), call.status(),
                    2, ProtocolAction.LOCKDOWN, "", "Robin Alder", ""));
        });
    }
}
