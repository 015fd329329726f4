package org.daywatch.planning.drills;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.planning.ExerciseRoom;
import org.daywatch.planning.drills.Drill.State;
import org.daywatch.planning.drills.DrillCommand.Hear;
import org.daywatch.planning.drills.DrillRecords.Full;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * A drill as its reader's screens show it. Anyone who was made to end its exercise finds it held, as they would without
 * force, while it goes on; and what they do to it then is answered as of a held one, and nothing comes of it.
 */
@Component
public class DrillsShown {

    private final ObjectProvider<ExerciseRoom> exercises;
    private final Clock clock;

    DrillsShown(ObjectProvider<ExerciseRoom> exercises, Clock clock) {
        this.exercises = exercises;
        this.clock = clock;
    }

    public Drill to(UUID reader, Drill real) {
        var room = exercises.getIfAvailable();
        if (room == null || !(real.state() instanceof State.Running running)) return real;
        return room.of(real.id(), reader).map(ExerciseRoom.Exercise::only)
                .map(end -> real.decide(new Hear(end.started(), end.secured(), end.accounted(), end.at(),
                        end.cancelled(), ZoneOffset.UTC,
                        List.of(), running.by()), clock.instant()).orThrow().state())
                .orElse(real);
    }

    public List<Drill> to(UUID reader, List<Drill> real) {
        return real.stream().map(drill -> to(reader, drill)).toList();
    }

    /** What is kept of a drill, with what its rooms have said where that is written down for nobody else yet. */
    public Full record(UUID reader, UUID drill, Full kept) {
        var room = exercises.getIfAvailable();
        return room == null
                ? kept
                : room.of(drill, reader).filter(exercise -> exercise.only() != null)
                        .map(exercise -> kept.with(exercise.roll())).orElse(kept);
    }

    /** The same of many. */
    public Map<UUID, Full> records(UUID reader, List<Drill> real, Map<UUID, Full> kept) {
        var all = new HashMap<>(kept);
        for (var drill : real)
            if (drill.state() instanceof State.Running)
                all.computeIfPresent(drill.id(), (id, full) -> record(reader, id, full));
        return all;
    }

    /**
     * Does it, unless the drill that they are shown is not the real one.
     *
     * @throws org.daywatch.platform.errors.Refused what they are shown does not allow it
     */
    public void act(UUID reader, Drill real, DrillCommand command, Runnable work) {
        var shown = to(reader, real);
        if (shown == real) work.run();
        else shown.decide(command, clock.instant()).orThrow();
    }
}
