package org.daywatch.planning.drills;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.planning.DrillOutcome;
import org.daywatch.planning.ExerciseRoom;
import org.daywatch.planning.ExerciseUnderWay;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** An exercise that is over is a drill that was held, after it is true. */
@Component
class DrillHearing implements ExerciseUnderWay {

    private final DrillCommands commands;
    private final ObjectProvider<ExerciseRoom> exercises;

    DrillHearing(DrillCommands commands, ObjectProvider<ExerciseRoom> exercises) {
        this.commands = commands;
        this.exercises = exercises;
    }

    @Override
    public void begun(UUID drill, UUID school, String action, String detail, Instant started) {
        commands.begun(drill, school, action, detail, started);
    }

    @ApplicationModuleListener
    void on(DrillOutcome fact) {
        commands.hear(fact, () -> Optional.ofNullable(exercises.getIfAvailable())
                .flatMap(room -> room.roll(fact.drill())).orElse(fact.roll()));
    }
}
