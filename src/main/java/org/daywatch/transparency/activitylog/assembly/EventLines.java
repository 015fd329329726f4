package org.daywatch.transparency.activitylog.assembly;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.EventTimes.EventTime;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.ClockRecords.ClockRecord;
import org.daywatch.transparency.activitylog.Activity.Details;
import org.daywatch.transparency.activitylog.Activity.Source;
import org.daywatch.transparency.activitylog.Activity;
import org.daywatch.transparency.activitylog.ActivityFunction;
import org.daywatch.transparency.activitylog.ActivityKind;
import org.jspecify.annotations.Nullable;

/** What other rooms tell, as lines of the log. Pure. No line names a student, or says what an alert was about. */
public final class EventLines {

    private EventLines() {}

    /**
     * Of an alert or incident that is over: who stood there during it, and for how long. A silent test is nobody's
     * work.
     */
    public static List<Activity> ofEvent(EventTime event, String what, List<ClockRecord> there, ZoneId zone) {
        if (event.to() == null || event.status() == AlertStatus.TEST || !event.to().isAfter(event.from()))
            return List.of();
        var kind = event.status() == AlertStatus.EXERCISE
                ? ActivityKind.EXERCISE
                : what.equals("incident") ? ActivityKind.INCIDENT : ActivityKind.ALERT;
        var during = new Window(event.from(), event.to());
        var lines = new ArrayList<Activity>();
        for (var officer : there) {
            if (officer.from() == null) continue;
            Window.between(officer.from(), officer.to() == null ? event.to() : officer.to()).flatMap(during::intersect)
                    .ifPresent(
                            overlap -> lines.add(new Activity(event.districtId(), event.schoolId(), officer.officerId(),
                                    overlap.start().atZone(zone).toLocalDate(), overlap.start(), overlap.end(),
                                    Activity.minutes(overlap.start(), overlap.end()), kind, "", "", Details.NONE,
                                    Source.FACT, what + " " + event.id(), "/" + what + "s/" + event.id())));
        }
        return lines;
    }

    /**
     * An act of the school: one line that carries what it counts as, and one for each officer who was there. An
     * agreement about an officer counts for them and for nobody else, and an improper request once.
     *
     * @param subject empty where it counts as nothing, such as a meeting without its quorum
     * @param from null where only the day is known
     * @param term of an agreement or a plan: the days it is for, from midnight to midnight of UTC; null where it is
     * none
     */
    public record Act(UUID id, UUID districtId, UUID schoolId, ActivityKind kind, String subject, LocalDate day,
            @Nullable Instant from, int minutes, List<UUID> officers,
            String origin, String evidence, @Nullable Window term) {

        public Act(UUID id, UUID districtId, UUID schoolId, ActivityKind kind, String subject, LocalDate day,
                @Nullable Instant from, int minutes, List<UUID> officers, String origin, String evidence) {
            this(id, districtId, schoolId, kind, subject, day, from, minutes, officers, origin, evidence, null);
        }
    }

    public static List<Activity> ofAct(Act act) {
        boolean once = act.kind() == ActivityKind.AGREEMENT || act.kind().function() == ActivityFunction.IMPROPER;
        if (once && !act.officers().isEmpty())
            return act.officers().stream().map(officer -> line(act, officer, act.subject())).toList();
        var lines = new ArrayList<Activity>();
        lines.add(line(act, null, act.subject()));
        act.officers().stream().distinct().forEach(officer -> lines.add(line(act, officer, "")));
        return lines;
    }

    private static Activity line(Act act, @Nullable UUID officer, String subject) {
        var from = act.term() != null
                ? act.term().start()
                : act.from() == null ? null : act.from().truncatedTo(ChronoUnit.SECONDS);
        var to = act.term() != null
                ? act.term().end()
                : from == null ? null : from.plus(act.minutes(), ChronoUnit.MINUTES);
        return new Activity(act.districtId(), act.schoolId(), officer, act.day(), from, to, act.minutes(),
                act.kind(), subject, "", Details.of(null), Source.FACT, act.origin(), act.evidence());
    }
}
