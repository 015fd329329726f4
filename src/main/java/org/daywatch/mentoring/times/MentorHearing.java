package org.daywatch.mentoring.times;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Campuses;
import org.daywatch.mentoring.mentors.MentorEvent.MentorEnded;
import org.daywatch.platform.tenancy.OnBehalf;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.StaffingEvent.OfficerMissedShift;
import org.daywatch.staffing.StaffingEvent.ShiftCancelled;
import org.daywatch.staffing.StaffingEvent.ShiftGivenBack;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** A mentor's shift falls away, or their screening ends: the counselor learns it the same minute. */
@Component
class MentorHearing {

    private final LostMeetings meetings;
    private final Campuses campuses;
    private final OnBehalf onBehalf;

    MentorHearing(LostMeetings meetings, Campuses campuses, OnBehalf onBehalf) {
        this.meetings = meetings;
        this.campuses = campuses;
        this.onBehalf = onBehalf;
    }

    @ApplicationModuleListener
    void on(ShiftCancelled f) {
        gone(f.schoolId(), f.officerId(), f.window());
    }

    @ApplicationModuleListener
    void on(ShiftGivenBack f) {
        gone(f.schoolId(), f.officerId(), f.window());
    }

    @ApplicationModuleListener
    void on(OfficerMissedShift f) {
        gone(f.schoolId(), f.officerId(), f.window());
    }

    @ApplicationModuleListener
    void on(MentorEnded f) {
        onBehalf.run(f.districtId(), () -> meetings.unscreened(f.person()));
    }

    private void gone(UUID school, UUID officer, Window shift) {
        campuses.find(school).ifPresent(at -> onBehalf.run(at.districtId(), () -> meetings.look(school, officer,
                Set.of(LocalDate.ofInstant(shift.start(), at.zone())))));
    }
}
