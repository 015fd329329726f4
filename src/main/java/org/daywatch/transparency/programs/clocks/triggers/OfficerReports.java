package org.daywatch.transparency.programs.clocks.triggers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.staffing.DutyStatusEvent.DutyStatusRecorded;
import org.daywatch.staffing.DutyStatusEvent.DutyStatusTakenBack;
import org.daywatch.transparency.TransparencyEvent.ActivityRecorded;
import org.daywatch.transparency.TransparencyEvent.ActivityWithdrawn;
import org.daywatch.transparency.activitylog.ActivityKind;
import org.daywatch.transparency.activitylog.ActivityQueries;
import org.daywatch.transparency.programs.clocks.ClockCommands.Event;
import org.daywatch.transparency.programs.clocks.ClockCommands;
import org.daywatch.transparency.programs.clocks.ClockKind;
import org.daywatch.transparency.programs.totals.ActivityFigures;
import org.daywatch.transparency.programs.totals.SchoolYears;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * An officer was disciplined or dismissed, or their gun was fired outside training: the district reports it within so
 * many hours. Being relieved, hurt or under investigation is none of these.
 */
@Component
class OfficerReports {

    /** Words of a duty status that are discipline or dismissal. */
    private static final Set<String> DISCIPLINE = Set.of("SUSPENDED", "DISMISSED");

    private final ClockCommands commands;
    private final ActivityFigures figures;
    private final ActivityQueries activities;
    private final Campuses campuses;
    private final HomeTime home;

    OfficerReports(ClockCommands commands, ActivityFigures figures, ActivityQueries activities, Campuses campuses,
            HomeTime home) {
        this.commands = commands;
        this.figures = figures;
        this.activities = activities;
        this.campuses = campuses;
        this.home = home;
    }

    /** In each district where they were this school year, at the school where they were last. */
    @ApplicationModuleListener
    void on(DutyStatusRecorded fact) {
        if (!DISCIPLINE.contains(fact.kind())) return;
        var today = LocalDate.ofInstant(fact.at(), home.zone());
        var districts = new HashSet<UUID>();
        for (var id : figures.schoolsOf(fact.id(), SchoolYears.begin(today), today)) {
            var school = campuses.find(id);
            if (school.isEmpty() || districts.contains(school.get().districtId())) continue;
            var event = new Event(ClockKind.INCIDENT_REPORT, fact.id(), fact.kind(),
                    source(fact.id(), fact.kind(), fact.firstDay()) + " " + school.get().districtId(),
                    began(fact, school.get()), null);
            if (commands.startByRule(fact.tenant(), school.get(), event, fact.by(), true).isPresent())
                districts.add(school.get().districtId());
        }
    }

    /**
     * The hour of an earlier day is not known, and the earliest is taken: nobody is told that there is more time than
     * there is.
     */
    private static Instant began(DutyStatusRecorded fact, Campus school) {
        return fact.firstDay().isBefore(LocalDate.ofInstant(fact.at(), school.zone()))
                ? fact.firstDay().atStartOfDay(school.zone()).toInstant()
                : fact.at();
    }

    @ApplicationModuleListener
    void on(DutyStatusTakenBack fact) {
        commands.withdrawOfSources(ClockKind.INCIDENT_REPORT, source(fact.id(), fact.kind(), fact.firstDay()),
                fact.reason(), fact.by());
    }

    @ApplicationModuleListener
    void on(ActivityRecorded fact) {
        if (!fact.kind().equals(ActivityKind.SHOT_FIRED.name())) return;
        var line = activities.find(fact.id()).orElseThrow().what();
        campuses.find(fact.schoolId())
                .ifPresent(school -> commands.startByRule(fact.tenant(), school,
                        new Event(ClockKind.INCIDENT_REPORT, fact.officerId(), fact.kind(),
                                "activity " + fact.id(), line.from() == null ? fact.at() : line.from(), null),
                        "", true));
    }

    @ApplicationModuleListener
    void on(ActivityWithdrawn fact) {
        if (fact.kind().equals(ActivityKind.SHOT_FIRED.name()))
            commands.withdrawOfSources(ClockKind.INCIDENT_REPORT, "activity " + fact.id(), fact.reason(), "");
    }

    private static String source(UUID officer, String kind, LocalDate firstDay) {
        return "duty status " + officer + " " + kind + " " + firstDay;
    }
}
