package org.daywatch.scheduling.problem;

import static org.daywatch.scheduling.problem.ScheduleWriter.length;
import static org.daywatch.scheduling.problem.ScheduleWriter.object;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.daywatch.scheduling.caps.CapShape;
import org.daywatch.scheduling.caps.PeriodCap;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.scheduling.problem.ScheduleProblem.Policy;

/** A limit as the file writes it. BLOCK and APPROVE bar alike in a schedule, so both are written BLOCK. */
final class PolicyWriter {

    private PolicyWriter() {}

    static Map<String, Object> policy(Policy p) {
        var object = object("id", p.id(), "shape", p.shape().name(), "parameters", parameters(p.shape()), "action",
                p.hard() ? "BLOCK" : "WARN",
                "valid_from", p.validFrom().toString());
        if (p.validTo() != null) object.put("valid_to", p.validTo().toString());
        return object;
    }

    private static Map<String, Object> parameters(CapShape shape) {
        return switch (shape) {
            case PeriodCap.CalendarDay c ->
                object("hours", length(c.limit()), "counts", kinds(c.counts()), "days", c.days().name());
            case PeriodCap.Week c -> week(c);
            case PeriodCap.Month c -> object("hours", length(c.limit()), "counts", kinds(c.counts()));
            case CapShape.Rolling c ->
                object("hours", length(c.limit()), "length", length(c.length()), "counts", kinds(c.counts()));
            case CapShape.RestAfter c ->
                object("hours", length(c.limit()), "rest", length(c.rest()), "counts", kinds(c.counts()));
            case CapShape.Continuous c ->
                object("hours", length(c.limit()), "pause", length(c.pause()), "counts", kinds(c.counts()));
            case CapShape.RestBetween c -> object("rest", length(c.rest()), "other", kinds(c.other()));
            case CapShape.BeforeShift c -> object("less_than", length(c.lessThan()), "look_back", length(c.lookBack()),
                    "counts", kinds(c.counts()),
                    "shifts", kinds(c.shifts()));
        };
    }

    private static Map<String, Object> week(PeriodCap.Week week) {
        var object = object("hours", length(week.limit()), "starts_on", week.startsOn().name(), "starts_at",
                week.startsAt().toString(), "counts", kinds(week.counts()));
        if (!week.credit().isEmpty()) object.put("credit", kinds(week.credit()));
        week.relief().ifPresent(
                r -> object.put("relief", object("up_to", length(r.upTo()), "once_in_days", r.onceInDays())));
        return object;
    }

    private static List<String> kinds(Set<HourKind> kinds) {
        return kinds.stream().sorted().map(Enum::name).toList();
    }
}
