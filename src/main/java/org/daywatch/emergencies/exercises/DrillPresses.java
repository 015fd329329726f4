package org.daywatch.emergencies.exercises;

import static org.daywatch_db.emergencies.Tables.DRILL_EXERCISE;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneLog;
import org.daywatch.planning.PlanningEvent.DrillStarted;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** A drill that begins is pressed as an exercise, whoever began it: there is no other status it could have. */
@Component
class DrillPresses {

    private static final Logger log = LoggerFactory.getLogger(DrillPresses.class);

    /** What is heard later than this is not pressed any more: people are back in class, and the drill was timed by hand. */
    private static final Duration NEWS = Duration.ofMinutes(5);

    private final LaneLog lane;
    private final AlertStore alerts;
    private final DSLContext db;
    private final Clock clock;

    DrillPresses(LaneLog lane, AlertStore alerts, DSLContext db, Clock clock) {
        this.lane = lane;
        this.alerts = alerts;
        this.db = db;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(DrillStarted fact) {
        if (alerts.named(fact.id()).isPresent()) return; // it stands already
        if (clock.instant().isAfter(fact.at().plus(NEWS))) {
            log.warn("drill {} began at {} and is not pressed any more", fact.id(), fact.at());
            return;
        }
        var press = new LaneEntry.Press(fact.id(), fact.tenant(), fact.districtId(), fact.schoolId(), AlertStatus.EXERCISE, ProtocolAction.valueOf(fact.action()), fact.detail(), null, "", "",
                LaneEntry.Source.WEB, fact.person(), fact.by(), null, fact.at());
        try {
            var accepted = lane.accept(press).get(10, TimeUnit.SECONDS);
            db.insertInto(DRILL_EXERCISE).set(DRILL_EXERCISE.AGENCY_ID, fact.tenant()).set(DRILL_EXERCISE.DRILL_ID, fact.id()).set(DRILL_EXERCISE.ALERT_ID, accepted.alert())
                    .set(DRILL_EXERCISE.DISTRICT_ID, fact.districtId()).set(DRILL_EXERCISE.PRESSED_AT, accepted.at()).onConflictDoNothing().execute();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the lane took no exercise for drill " + fact.id(), e);
        }
    }
}
