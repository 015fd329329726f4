package org.daywatch.transparency.activitylog.assembly;

import java.util.List;
import java.util.UUID;
import org.daywatch.prevention.PreventionEvent.AssessmentCompleted;
import org.daywatch.prevention.PreventionEvent.RoundWalked;
import org.daywatch.transparency.activitylog.ActivityKind;
import org.daywatch.transparency.activitylog.assembly.EventLines.Act;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Rounds and site assessments become lines of the school and of the officer who made them. */
@Component
class PreventionHearing {

    private final Assembler assembler;

    PreventionHearing(Assembler assembler) {
        this.assembler = assembler;
    }

    /**
     * A sweep counts as the week's when it left no outer door out, alone or with the other walks of its week; otherwise
     * it is work, and counts as none.
     */
    @ApplicationModuleListener
    void on(RoundWalked f) {
        boolean whole = f.week() != null ? f.week() : f.checkpoints() > 0 && f.checked() == f.checkpoints();
        var kind = f.sweep() ? ActivityKind.DOOR_SWEEP : ActivityKind.PERIMETER;
        assembler.act(new Act(f.id(), f.districtId(), f.schoolId(), kind, f.sweep() && whole ? kind.subject() : "",
                f.day(), f.from(), f.minutes(), one(f.officerId()), "round " + f.id(),
                "/rounds/" + f.id()));
    }

    /** One that does not count is work, and stands in no program. */
    @ApplicationModuleListener
    void on(AssessmentCompleted f) {
        assembler.act(new Act(f.id(), f.districtId(), f.schoolId(), ActivityKind.SITE_ASSESSMENT,
                f.counts() ? "AUDIT:SAFETY" : "", f.day(), null, f.minutes(), one(f.officerId()),
                "assessment " + f.id(), "/assessments/" + f.id()));
    }

    private static List<UUID> one(@Nullable UUID officer) {
        return officer == null ? List.of() : List.of(officer);
    }
}
