package org.daywatch.planning.drills;

import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.planning.drills.DrillCommand.By;
import org.daywatch.planning.drills.DrillRecords.Full;
import org.daywatch.planning.places.DrillPlaces;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.springframework.stereotype.Component;

/** Who may enter which drill, and what every form of one has in common. */
@Component
public class DrillDoor {

    private final DrillStore drills;
    private final DrillPlaces places;
    private final DrillsShown shown;

    DrillDoor(DrillStore drills, DrillPlaces places, DrillsShown shown) {
        this.drills = drills;
        this.places = places;
        this.shown = shown;
    }

    /**
     * As their screens show it. @throws NotFound when it is not there, another organization's, or at a school where
     * they are not
     */
    public Drill mine(Actor actor, UUID id) {
        var drill = drills.find(id).orElseThrow(() -> new NotFound("drill " + id));
        places.get(actor, drill.schoolId());
        return shown.to(actor.person(), drill);
    }

    /** What is kept of it, as their screens show it. */
    public Full record(Actor actor, UUID id, Full kept) {
        return shown.record(actor.person(), id, kept);
    }

    /** Does it to the drill that they are shown. @throws NotFound as above */
    public void act(Actor actor, UUID id, DrillCommand command, Runnable work) {
        shown.act(actor.person(), drills.find(id).orElseThrow(() -> new NotFound("drill " + id)), command, work);
    }

    public Campus school(Actor actor, Drill drill) {
        return places.get(actor, drill.schoolId());
    }

    public static By by(Actor actor) {
        return new By(actor.person(), actor.name());
    }
}
