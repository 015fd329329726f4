package org.daywatch.planning.drills;

import org.daywatch.planning.DrillOutcome;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** An exercise that is over is a drill that was held, after it is true. */
@Component
class DrillHearing {

    private final DrillCommands commands;

    DrillHearing(DrillCommands commands) {
        this.commands = commands;
    }

    @ApplicationModuleListener
    void on(DrillOutcome fact) {
        commands.hear(fact);
    }
}
