package org.daywatch.transparency.activitylog.assembly;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.emergencies.EventTimes.EventTime;
import org.daywatch.emergencies.EventTimes;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.ClockRecords.Stretch;
import org.daywatch.staffing.ClockRecords;
import org.daywatch.training.TrainingEvent.LessonTaught;
import org.daywatch.transparency.activitylog.Activity;
import org.daywatch.transparency.activitylog.ActivityKind;
import org.daywatch.transparency.activitylog.ActivityLog;
import org.daywatch.transparency.activitylog.ActivityQueries;
import org.daywatch.transparency.activitylog.Kept;
import org.daywatch.transparency.activitylog.WeekChange;
import org.daywatch.transparency.activitylog.assembly.EventLines.Act;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A fact is a doorbell: what it is about is read anew and its lines are assembled anew, so that order and repetition do
 * not matter.
 */
@Component
@Transactional
public class Assembler {

    private final ClockRecords clocks;
    private final EventTimes events;
    private final Campuses campuses;
    private final ActivityLog log;
    private final ActivityQueries activities;

    Assembler(ClockRecords clocks, EventTimes events, Campuses campuses, ActivityLog log, ActivityQueries activities) {
        this.clocks = clocks;
        this.events = events;
        this.campuses = campuses;
        this.log = log;
        this.activities = activities;
    }

    /** @param reason why its lines change where they stood before */
    public void shift(UUID shift, String reason) {
        var during = before(shift);
        log.tells("shift " + shift, () -> clocks.find(shift).map(this::lines).orElse(List.of()), reason);
        during.forEach(this::again);
    }

    /**
     * What happened at the school on the day of this shift; from here on nobody else tells of it until this transaction
     * is over.
     */
    public List<String> before(UUID shift) {
        var during = clocks.find(shift).filter(record -> record.from() != null)
                .map(record -> activities.eventsAt(record.schoolId(), day(record.schoolId(), record.from())))
                .orElse(List.of());
        log.waitsFor(during);
        return during;
    }

    public void alert(UUID alert) {
        log.tells("alert " + alert,
                () -> activities.stands("drill " + alert)
                        ? List.of()
                        : events.alert(alert).map(e -> lines(e, "alert")).orElse(List.of()),
                WeekChange.FACT_HEARD.name());
    }

    public void incident(UUID incident) {
        log.tells("incident " + incident,
                () -> events.incidentWithoutAlert(incident).map(e -> lines(e, "incident")).orElse(List.of()),
                WeekChange.FACT_HEARD.name());
    }

    /** One that stood down before has its time already. */
    public void incidentClosed(UUID incident) {
        if (!activities.stands("incident " + incident)) incident(incident);
    }

    /** A drill that was an alert counts as the drill. */
    public void act(Act act) {
        if (act.kind() == ActivityKind.DRILL) log.waitsFor(List.of("alert " + act.id()));
        EventLines.ofAct(act).stream().filter(line -> !line.kind().typedAs().isEmpty())
                .forEach(line -> log.takesThePlaceOfTyped(line, WeekChange.RECORD_TOLD.name()));
        log.tells(act.origin(), () -> EventLines.ofAct(act), WeekChange.FACT_HEARD.name());
        if (act.kind() == ActivityKind.DRILL) alert(act.id());
    }

    /** Its own record takes the place of what the officer had typed of the same time, so that no hour counts twice. */
    public void lesson(LessonTaught lesson) {
        var lines = LessonLines.of(lesson);
        lines.stream().filter(line -> !line.kind().typedAs().isEmpty())
                .forEach(line -> log.takesThePlaceOfTyped(line, WeekChange.LESSON_TOLD.name()));
        log.tells(LessonLines.origin(lesson), () -> lines, WeekChange.FACT_HEARD.name());
    }

    public void calledOff(String origin, String reason) {
        log.tells(origin, List::of, reason.isBlank() ? WeekChange.FACT_HEARD.name() : reason);
    }

    private void again(String origin) {
        var id = UUID.fromString(origin.substring(origin.indexOf(' ') + 1));
        if (origin.startsWith("alert ")) alert(id);
        else incident(id);
    }

    private List<Activity> lines(ClockRecords.ClockRecord record) {
        if (record.from() == null) return List.of();
        var day = day(record.schoolId(), record.from());
        var away = activities.typedOn(record.officerId(), day).stream().filter(Kept::stands).map(Kept::what)
                .filter(a -> a.kind() == ActivityKind.OFF_CAMPUS && a.school().equals(record.schoolId())
                        && a.from() != null && a.to() != null)
                .map(a -> new Stretch(a.from(), a.to(), a.reason())).toList();
        return ClockLines.of(record, zone(record.schoolId()), away);
    }

    private List<Activity> lines(EventTime event, String what) {
        var there = Optional.ofNullable(event.to()).flatMap(to -> Window.between(event.from(), to))
                .map(during -> clocks.at(event.schoolId(), during)).orElse(List.of());
        return EventLines.ofEvent(event, what, there, zone(event.schoolId()));
    }

    private LocalDate day(UUID school, Instant at) {
        return LocalDate.ofInstant(at, zone(school));
    }

    private ZoneId zone(UUID school) {
        return campuses.find(school).map(Campus::zone).orElseThrow(() -> new NotFound("school " + school));
    }
}
