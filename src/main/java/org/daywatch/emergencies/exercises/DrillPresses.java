package org.daywatch.emergencies.exercises;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.emergencies.exercises.audience.ExerciseAudiences;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.log.LaneLog;
import org.daywatch.planning.PlanningEvent.DrillStarted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** A drill that begins is pressed as an exercise, whoever began it: there is no other status it could have. */
@Component
class DrillPresses {

    private static final Logger log = LoggerFactory.getLogger(DrillPresses.class);

    /**
     * What is heard later than this is not pressed any more: people are back in class, and the drill was timed by hand.
     */
    private static final Duration NEWS = Duration.ofMinutes(5);

    private final LaneLog lane;
    private final AlertStore alerts;
    private final ExerciseAudiences audiences;
    private final Clock clock;

    DrillPresses(LaneLog lane, AlertStore alerts, ExerciseAudiences audiences, @Qualifier("expiry") Clock clock) {
        this.lane = lane;
        this.alerts = alerts;
        this.audiences = audiences;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(DrillStarted fact) {
        if (alerts.named(fact.id()).isPresent()) return; // it stands already
        if (clock.instant().isAfter(fact.at().plus(NEWS))) {
            log.warn("drill {} began at {} and is not pressed any more", fact.id(), fact.at());
            return;
        }
        var press = new LaneEntry.Press(fact.id(), fact.tenant(), fact.districtId(), fact.schoolId(),
                AlertStatus.EXERCISE, ProtocolAction.valueOf(fact.action()), fact.detail(), null, "", "",
                LaneEntry.Source.WEB, fact.person(), fact.by(), null, fact.at());
        audiences.keep(fact.tenant(), fact.districtId(), fact.id(), fact.people(), fact.ways(), fact.at());
        try {
            var accepted = lane.accept(press).get(10, TimeUnit.SECONDS);
            audiences.stands(fact.id(), accepted.alert(), accepted.at());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the lane took no exercise for drill " + fact.id(), e);
        }
    }
}
