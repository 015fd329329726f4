package org.daywatch.transparency.activitylog.hearing;

import java.util.List;
import java.util.UUID;
import org.daywatch.prevention.PreventionEvent.RoundWalked;
import org.daywatch.transparency.activitylog.ActivityKind;
import org.daywatch.transparency.activitylog.hearing.EventLines.Act;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Rounds become lines of the school and of the officer who walked them. */
@Component
class PreventionHearing {

    private final Assembler assembler;

    PreventionHearing(Assembler assembler) {
        this.assembler = assembler;
    }

    /** A sweep counts as the week's when it left no outer door out; otherwise it is work, and counts as none. */
    @ApplicationModuleListener
    void on(RoundWalked f) {
        boolean whole = f.checkpoints() > 0 && f.checked() == f.checkpoints();
        var kind = f.sweep() ? ActivityKind.DOOR_SWEEP : ActivityKind.PERIMETER;
        assembler.act(new Act(f.id(), f.districtId(), f.schoolId(), kind, f.sweep() && whole ? kind.subject() : "", f.day(), f.from(), f.minutes(), one(f.officerId()), "round " + f.id(),
                "/rounds/" + f.id()));
    }

    private static List<UUID> one(@Nullable UUID officer) {
        return officer == null ? List.of() : List.of(officer);
    }
}
