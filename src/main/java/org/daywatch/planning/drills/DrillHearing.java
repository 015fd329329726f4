package org.daywatch.planning.drills;

import java.util.Optional;
import org.daywatch.planning.DrillOutcome;
import org.daywatch.planning.ExerciseRoom;
import org.daywatch.planning.ExerciseUnderWay;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** An exercise that is over is a drill that was held, after it is true. */
@Component
class DrillHearing {

    private final DrillCommands commands;
    private final ObjectProvider<ExerciseRoom> exercises;

    DrillHearing(DrillCommands commands, ObjectProvider<ExerciseRoom> exercises) {
        this.commands = commands;
        this.exercises = exercises;
    }

    @ApplicationModuleListener
    void on(ExerciseUnderWay fact) {
        var room = exercises.getIfAvailable();
        if (room == null || !room.mistaken(fact.drill())) commands.begun(fact);
    }

    @ApplicationModuleListener
    void on(DrillOutcome fact) {
        commands.hear(fact, () -> Optional.ofNullable(exercises.getIfAvailable())
                .flatMap(room -> room.roll(fact.drill())).orElse(fact.roll()));
    }
}
