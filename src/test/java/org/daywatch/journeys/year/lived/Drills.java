package org.daywatch.journeys.year.lived;

import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.daywatch.emergencies.AlertEnding;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.AlertCommand;
import org.daywatch.emergencies.alerts.AlertCommands;
import org.daywatch.emergencies.alerts.AlertPlaces;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.log.LaneLog;
import org.daywatch.journeys.year.Script;
import org.daywatch.planning.drills.Drill.Origin;
import org.daywatch.planning.drills.Drill;
import org.daywatch.planning.drills.DrillCommand.By;
import org.daywatch.planning.drills.DrillCommands.Wish;
import org.daywatch.planning.drills.DrillCommands;
import org.daywatch.planning.drills.DrillStore;
import org.daywatch.planning.drills.kinds.DrillKind;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;

/**
 * Drills: planned before the year, begun by the principal, on the screens of the school as an exercise, and over when
 * principal and front office have both said so. Who was there is what the clock says. One that families were told of
 * too late cannot be planned: it is pressed as an exercise, and said afterward to have been that drill.
 */
public final class Drills {

    private static final LocalTime BEGINS = LocalTime.of(10, 0);

    private final Stage stage;
    private final Map<Script.Fact, UUID> drills = new HashMap<>();

    public Drills(Stage stage) {
        this.stage = stage;
    }

    public void planTheYear() {
        stage.script.facts().stream().filter(f -> f.what().equals("DRILL")).forEach(fact -> {
            var id = Ids.next();
            drills.put(fact, id);
            if (unscheduled(fact)) return;
            var by = by(stage.principal(fact.school()));
            stage.run(() -> stage.the(DrillCommands.class).schedule(id, stage.cast.agency(),
                    stage.campus(fact.school()), new Wish(kind(fact), fact.day(), BEGINS, true, "", false, true,
                            Origin.BY_HAND, "CHOSEN|" + by.name()),
                    by));
        });
    }

    public void plan(Day day, List<Script.Fact> today) {
        for (var fact : today) {
            if (!fact.what().equals("DRILL")) continue;
            var from = stage.at(fact.day(), BEGINS);
            day.atOnce(from, () -> begin(fact));
            day.atOnce(from.plus(Duration.ofMinutes(fact.minutes())), () -> end(fact));
        }
    }

    /** The school's screens show it before anybody goes on; who else has heard of it by then is left to chance. */
    private void begin(Script.Fact fact) {
        var id = drills.get(fact);
        var principal = stage.principal(fact.school());
        if (unscheduled(fact)) press(fact, id, principal);
        else stage.run(() -> stage.the(DrillCommands.class).start(id, by(principal)));
        stage.until("no exercise stands for " + fact,
                () -> stage.as(() -> stage.the(AlertStore.class).find(id)).isPresent());
    }

    private void press(Script.Fact fact, UUID id, Actor principal) {
        var kind = kind(fact);
        try {
            stage.the(LaneLog.class)
                    .accept(new LaneEntry.Press(id, stage.cast.agency(), stage.cast.mesquite(),
                            stage.schools.get(fact.school()), AlertStatus.EXERCISE,
                            ProtocolAction.valueOf(kind.action()), kind.detail(), null, "", "", LaneEntry.Source.WEB,
                            principal.person(), principal.name(), null, stage.at(fact.day(), BEGINS)))
                    .get(10, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the lane took no exercise for " + fact, e);
        }
    }

    private void end(Script.Fact fact) {
        var id = drills.get(fact);
        var principal = stage.principal(fact.school());
        var rooms = stage.as(() -> stage.the(AlertPlaces.class).toRelease(stage.schools.get(fact.school())));
        if (kind(fact).lockdownLike())
            rooms.forEach(room -> say(id, principal, new AlertCommand.ReleaseRoom(ender(principal), room, rooms)));
        for (var who : List.of(principal, stage.office(fact.school())))
            say(id, who, new AlertCommand.SayOver(ender(who), AlertEnding.ALL_CLEAR, rooms, ""));
        stage.until("what was over on the screens is no drill that was held: " + fact,
                () -> stage.as(() -> stage.the(DrillStore.class).find(id)).filter(Drill::held).isPresent());
        if (unscheduled(fact)) stage.run(() -> stage.the(DrillCommands.class).confirm(id, kind(fact), by(principal)));
    }

    private void say(UUID alert, Actor who, AlertCommand.Act act) {
        Tenancy.run(who.scope(), () -> stage.the(AlertCommands.class).act(alert, act, false).orThrow());
    }

    private static AlertCommand.By ender(Actor who) {
        return new AlertCommand.By(who.person(), who.name(), who.may(Permission.ALERT_LEAD));
    }

    private static By by(Actor who) {
        return new By(who.person(), who.name());
    }

    private static DrillKind kind(Script.Fact fact) {
        return DrillKind.valueOf(fact.word());
    }

    private static boolean unscheduled(Script.Fact fact) {
        return fact.detail().endsWith(" unscheduled");
    }
}
