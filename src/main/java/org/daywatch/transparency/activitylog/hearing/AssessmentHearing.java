package org.daywatch.transparency.activitylog.hearing;

import java.util.List;
import org.daywatch.prevention.PreventionEvent.AssessmentCompleted;
import org.daywatch.transparency.activitylog.ActivityKind;
import org.daywatch.transparency.activitylog.hearing.EventLines.Act;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** A site assessment becomes a line of the school, and of the officer who made it. */
@Component
class AssessmentHearing {

    private final Assembler assembler;

    AssessmentHearing(Assembler assembler) {
        this.assembler = assembler;
    }

    /** One that does not count is work, and stands in no programme. */
    @ApplicationModuleListener
    void on(AssessmentCompleted f) {
        assembler.act(new Act(f.id(), f.districtId(), f.schoolId(), ActivityKind.SITE_ASSESSMENT, f.counts() ? "AUDIT:SAFETY" : "", f.day(), null, f.minutes(),
                f.officerId() == null ? List.of() : List.of(f.officerId()), "assessment " + f.id(), "/assessments/" + f.id()));
    }
}
