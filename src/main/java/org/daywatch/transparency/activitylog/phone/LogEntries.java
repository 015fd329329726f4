package org.daywatch.transparency.activitylog.phone;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.Window;
import org.daywatch.prevention.SweepSheets;
import org.daywatch.staffing.ClockRecords.ClockRecord;
import org.daywatch.staffing.ClockRecords;
import org.daywatch.staffing.OfficerNames;
import org.daywatch.transparency.TransparencyRefusal;
import org.daywatch.transparency.activitylog.Activity;
import org.daywatch.transparency.activitylog.ActivityFunction;
import org.daywatch.transparency.activitylog.ActivityKind;
import org.daywatch.transparency.activitylog.ActivityLog;
import org.daywatch.transparency.activitylog.ActivityQueries;
import org.daywatch.transparency.activitylog.Kept;
import org.daywatch.transparency.activitylog.WeekChange;
import org.daywatch.transparency.activitylog.assembly.Assembler;
import org.daywatch.transparency.activitylog.weeks.WeeklyLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an officer writes down themselves, at a school and on a day at which the clock saw them. */
@Component
@Transactional
public class LogEntries {

    private final ActivityLog log;
    private final Assembler assembler;
    private final ActivityQueries activities;
    private final ClockRecords clocks;
    private final OfficerNames officers;
    private final Campuses campuses;
    private final SweepSheets sheets;
    private final Clock clock;

    LogEntries(ActivityLog log, Assembler assembler, ActivityQueries activities, ClockRecords clocks,
            OfficerNames officers, Campuses campuses, SweepSheets sheets, Clock clock) {
        this.log = log;
        this.assembler = assembler;
        this.activities = activities;
        this.clocks = clocks;
        this.officers = officers;
        this.campuses = campuses;
        this.sheets = sheets;
        this.clock = clock;
    }

    /** Sent twice it counts once. @throws InvalidInput naming what is wrong with it */
    public void write(Actor actor, Map<String, String> typed) {
        var me = me(actor);
        var school = school(typed);
        var entry = LogEntry.read(typed, school.zone(), clock.instant());
        var there = there(actor, school, entry.day());
        if (entry.kind() == ActivityKind.OFF_CAMPUS) there.forEach(record -> assembler.before(record.shift()));
        notCountedYet(me, entry.kind(), school, entry.day(), entry.from(), entry.to());
        free(me, entry.id(), entry.kind(), entry.from(), entry.to(), school.zone(), entry.day(), there);
        log.write(actor, entry.id(), activity(me, school, entry), entry.madeAt(), entry.correction());
        if (entry.kind() == ActivityKind.OFF_CAMPUS) again(there);
    }

    /** A line of their own with other minutes takes the place of the one that stood; both stay readable. */
    public void correct(Actor actor, UUID line, String minutes, String reason) {
        if (!minutes.matches("[0-9]{1,3}") || Integer.parseInt(minutes) > LogEntry.MOST_MINUTES)
            throw new InvalidInput("minutes", minutes, "log.wrong.minutes");
        activities.find(line).map(Kept::what).filter(a -> a.from() != null)
                .ifPresent(a -> campuses.find(a.school()).ifPresent(school -> {
                    var to = a.from().plus(Integer.parseInt(minutes), ChronoUnit.MINUTES);
                    notCountedYet(me(actor), a.kind(), school, a.day(), a.from(), to);
                    free(me(actor), line, a.kind(), a.from(), to, school.zone(), a.day(),
                            clocked(actor, school, a.day()));
                }));
        var now = log.correct(actor, me(actor).officer(), line, Integer.parseInt(minutes), reason);
        if (now.kind() == ActivityKind.OFF_CAMPUS)
            campuses.find(now.school()).ifPresent(school -> again(clocked(actor, school, now.day())));
    }

    public void withdraw(Actor actor, UUID line, String reason) {
        var gone = log.withdraw(actor, me(actor).officer(), line, reason).what();
        if (gone.kind() == ActivityKind.OFF_CAMPUS)
            campuses.find(gone.school()).ifPresent(school -> again(clocked(actor, school, gone.day())));
    }

    /** What has a record of its own has told its minutes already. */
    private void notCountedYet(OfficerNames.Named me, ActivityKind kind, Campus school, LocalDate day, Instant from,
            Instant to) {
        if (kind.told().isEmpty()) return;
        var zone = school.zone();
        activities.told(kind, me.officer(), school.id(), day, from, to).map(Kept::what).ifPresent(told -> {
            if (told.from() == null)
                throw new Refused(TransparencyRefusal.LOG_ASSESSMENT_COUNTED,
                        Map.of("day", told.day(), "minutes", told.minutes()));
            var counted = kind.function() == ActivityFunction.TRAINING || kind == ActivityKind.PARENT_CONTACT
                    ? TransparencyRefusal.LOG_LESSON_COUNTED
                    : TransparencyRefusal.LOG_ROUND_COUNTED;
            throw new Refused(counted, Map.of("label", told.details().label(), "from",
                    told.from().atZone(zone).toLocalTime(), "to", told.to().atZone(zone).toLocalTime()));
        });
    }

    /** Sent twice it is the same line, and in nobody's way. */
    private void free(OfficerNames.Named me, UUID line, ActivityKind kind, Instant from, Instant to, ZoneId zone,
            LocalDate day, List<ClockRecord> there) {
        TimeTaken.of(kind, from, to, there, TimeTaken.others(activities.typedOn(me.officer(), day), line))
                .ifPresent(taken -> {
                    throw new Refused(taken.why(),
                            Map.of("label", taken.what(), "from",
                                    taken.from().atZone(zone).toLocalTime().truncatedTo(ChronoUnit.MINUTES),
                                    "to", taken.to().atZone(zone).toLocalTime().truncatedTo(ChronoUnit.MINUTES)));
                });
    }

    OfficerNames.Named me(Actor actor) {
        return officers.ofPerson(actor.person())
                .orElseThrow(() -> new NotFound("no officer's file for person " + actor.person()));
    }

    private Campus school(Map<String, String> typed) {
        String said = typed.getOrDefault("school", "");
        return Ids.find(said).flatMap(campuses::find)
                .orElseThrow(() -> new InvalidInput("school", said, "log.wrong.school"));
    }

    private List<ClockRecord> there(Actor actor, Campus school, LocalDate day) {
        var there = clocked(actor, school, day);
        if (there.isEmpty()) throw new Refused(TransparencyRefusal.LOG_NOT_ON_POST);
        return there;
    }

    private List<ClockRecord> clocked(Actor actor, Campus school, LocalDate day) {
        return clocks.of(actor.person(), day(day, school.zone())).stream()
                .filter(record -> record.schoolId().equals(school.id())).toList();
    }

    private static Window day(LocalDate day, ZoneId zone) {
        return new Window(day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private void again(List<ClockRecord> there) {
        there.forEach(record -> assembler.shift(record.shift(), WeekChange.FACT_HEARD.name()));
    }

    /**
     * Where the school's doors are kept one by one, the week's sweep is the walk past all of them; elsewhere the
     * officer's word stands in for it.
     */
    private String subject(Campus school, ActivityKind kind) {
        return kind == ActivityKind.DOOR_SWEEP && sheets.kept(school.id()) ? "" : kind.subject();
    }

    private Activity activity(OfficerNames.Named me, Campus school, LogEntry entry) {
        return new Activity(school.districtId(), school.id(), me.officer(), entry.day(), entry.from(), entry.to(),
                entry.minutes(), entry.kind(), subject(school, entry.kind()), entry.reason(),
                entry.details(), Activity.Source.TYPED, "",
                "/logs/" + me.officer() + "/" + WeeklyLog.weekOf(entry.day()) + "#line-" + entry.id());
    }
}
