package org.daywatch.transparency.activitylog.assembly;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.daywatch.directory.Campuses;
import org.daywatch.planning.PlanningEvent.AgreementSigned;
import org.daywatch.planning.PlanningEvent.DrillCalledOff;
import org.daywatch.planning.PlanningEvent.DrillConcluded;
import org.daywatch.planning.PlanningEvent.DrillNoticeSent;
import org.daywatch.planning.PlanningEvent.MeetingCalledOff;
import org.daywatch.planning.PlanningEvent.MeetingHeld;
import org.daywatch.planning.PlanningEvent.PlanApproved;
import org.daywatch.planning.PlanningEvent.PlanReviewed;
import org.daywatch.platform.time.Window;
import org.daywatch.transparency.activitylog.ActivityKind;
import org.daywatch.transparency.activitylog.assembly.EventLines.Act;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Drills, meetings, agreements and plans become lines of the school and of the officers who were there. */
@Component
class PlanningHearing {

    private final Assembler assembler;
    private final Campuses campuses;

    PlanningHearing(Assembler assembler, Campuses campuses) {
        this.assembler = assembler;
        this.campuses = campuses;
    }

    /** Families were told of an exercise for an active threat: some states say how long before. */
    @ApplicationModuleListener
    void on(DrillNoticeSent f) {
        if (!f.to().equals("FAMILIES") || !"DRILL:ACTIVE_THREAT".equals(f.drill())) return;
        campuses.find(f.schoolId())
                .ifPresent(school -> assembler
                        .act(new Act(f.id(), school.districtId(), school.id(), ActivityKind.PAPER, "NOTICE:EXERCISE",
                                f.at().atZone(school.zone()).toLocalDate(), null, 0, List.of(),
                                "notice of drill " + f.id(), "/drills/" + f.id())));
    }

    @ApplicationModuleListener
    void on(DrillConcluded f) {
        assembler.act(new Act(f.id(), f.districtId(), f.schoolId(), ActivityKind.DRILL, f.drill(), f.day(), f.from(),
                f.minutes(), f.officers(), "drill " + f.id(), "/drills/" + f.id()));
    }

    @ApplicationModuleListener
    void on(DrillCalledOff f) {
        assembler.calledOff("drill " + f.id(), f.reason());
    }

    /** Without its quorum a meeting is work, and counts as none. */
    @ApplicationModuleListener
    void on(MeetingHeld f) {
        assembler.act(new Act(f.id(), f.districtId(), f.schoolId(), ActivityKind.SAFETY_TEAM,
                f.quorum() ? "MEETING:SAFETY_TEAM" : "", f.day(), f.from(), f.minutes(), f.officers(),
                "meeting " + f.id(), "/team/meetings/" + f.id()));
    }

    @ApplicationModuleListener
    void on(MeetingCalledOff f) {
        assembler.calledOff("meeting " + f.id(), f.reason());
    }

    /** It counts when nobody's signature is missing any more. */
    @ApplicationModuleListener
    void on(AgreementSigned f) {
        if (!f.complete()) return;
        assembler.act(new Act(f.id(), f.districtId(), f.schoolId(), ActivityKind.AGREEMENT, "AGREEMENT:" + f.kind(),
                f.day(), null, 0,
                f.officerId() == null ? List.of() : List.of(f.officerId()), "agreement " + f.id(),
                "/service-agreements/" + f.id(), term(f)));
    }

    private static @Nullable Window term(AgreementSigned f) {
        return f.from() == null || f.to() == null ? null : term(f.from(), f.to());
    }

    private static @Nullable Window term(LocalDate from, LocalDate to) {
        return to.isAfter(from)
                ? new Window(from.atStartOfDay(ZoneOffset.UTC).toInstant(), to.atStartOfDay(ZoneOffset.UTC).toInstant())
                : null;
    }

    /** It counts until it must be reviewed: a plan nobody looked at again is none. */
    @ApplicationModuleListener
    void on(PlanApproved f) {
        assembler.act(new Act(f.id(), f.districtId(), f.schoolId(), ActivityKind.PLAN, "PLAN:EMERGENCY", f.day(), null,
                0, List.of(), "plan " + f.id() + " version " + f.version(),
                "/plans/" + f.id(), term(f.day(), f.reviewBy())));
    }

    @ApplicationModuleListener
    void on(PlanReviewed f) {
        assembler.act(new Act(f.id(), f.districtId(), f.schoolId(), ActivityKind.PLAN, "PLAN:EMERGENCY", f.day(), null,
                0, List.of(), "plan " + f.id() + " review " + f.day(),
                "/plans/" + f.id(), term(f.day(), f.reviewBy())));
    }
}
