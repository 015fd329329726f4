package org.daywatch.transparency.activitylog.assembly;

import org.daywatch.training.TrainingEvent.LessonTaught;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Lessons become the hours of the officer who taught them; a corrected record corrects them. */
@Component
class TrainingHearing {

    private final Assembler assembler;

    TrainingHearing(Assembler assembler) {
        this.assembler = assembler;
    }

    @ApplicationModuleListener
    void on(LessonTaught fact) {
        assembler.lesson(fact);
    }
}
