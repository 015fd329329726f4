package org.daywatch.transparency.activitylog.assembly;

import java.util.List;
import org.daywatch.restorative.RestorativeEvent.DisciplineAskedOfOfficer;
import org.daywatch.staffing.OfficerFiles;
import org.daywatch.transparency.activitylog.ActivityKind;
import org.daywatch.transparency.activitylog.assembly.EventLines.Act;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Who wanted an officer to discipline made an improper request: a line of the officer, or of the school. */
@Component
class RestorativeHearing {

    private final Assembler assembler;
    private final OfficerFiles files;

    RestorativeHearing(Assembler assembler, OfficerFiles files) {
        this.assembler = assembler;
        this.files = files;
    }

    @ApplicationModuleListener
    void on(DisciplineAskedOfOfficer f) {
        var officer = f.officerId() == null
                ? List.<java.util.UUID>of()
                : files.ofPerson(f.officerId()).stream().toList();
        assembler.act(new Act(f.id(), f.districtId(), f.schoolId(), ActivityKind.IMPROPER_DISCIPLINE, "", f.day(), null,
                0, officer, "gate " + f.id(), ""));
    }
}
