package org.daywatch.transparency.activitylog.assembly;

import org.daywatch.staffing.StaffingEvent.CapacityChanged;
import org.daywatch.staffing.StaffingEvent.CheckInReversed;
import org.daywatch.staffing.StaffingEvent.CheckOutReversed;
import org.daywatch.staffing.StaffingEvent.OfficerBackOnCampus;
import org.daywatch.staffing.StaffingEvent.OfficerLeftCampus;
import org.daywatch.staffing.StaffingEvent.ShiftCorrected;
import org.daywatch.staffing.StaffingEvent.ShiftEnded;
import org.daywatch.staffing.StaffingEvent.ShiftStarted;
import org.daywatch.transparency.activitylog.WeekChange;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Shifts become minutes on campus, off campus and as peace officer. */
@Component
class StaffingHearing {

    private static final String CLOCK = WeekChange.CLOCK_CORRECTED.name();

    private final Assembler assembler;

    StaffingHearing(Assembler assembler) {
        this.assembler = assembler;
    }

    @ApplicationModuleListener
    void on(ShiftStarted fact) {
        assembler.shift(fact.id(), CLOCK);
    }

    @ApplicationModuleListener
    void on(ShiftEnded fact) {
        assembler.shift(fact.id(), CLOCK);
    }

    @ApplicationModuleListener
    void on(CheckInReversed fact) {
        assembler.shift(fact.id(), fact.reason());
    }

    @ApplicationModuleListener
    void on(CheckOutReversed fact) {
        assembler.shift(fact.id(), fact.reason());
    }

    @ApplicationModuleListener
    void on(ShiftCorrected fact) {
        assembler.shift(fact.id(), fact.reason());
    }

    @ApplicationModuleListener
    void on(OfficerLeftCampus fact) {
        assembler.shift(fact.id(), CLOCK);
    }

    @ApplicationModuleListener
    void on(OfficerBackOnCampus fact) {
        assembler.shift(fact.id(), CLOCK);
    }

    @ApplicationModuleListener
    void on(CapacityChanged fact) {
        assembler.shift(fact.id(), CLOCK);
    }
}
