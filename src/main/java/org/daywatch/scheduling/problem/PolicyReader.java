package org.daywatch.scheduling.problem;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.platform.json.Fields;
import org.daywatch.platform.json.Flaws;
import org.daywatch.platform.json.JsonValue;
import org.daywatch.platform.json.Scalars;
import org.daywatch.scheduling.caps.CapPolicy;
import org.daywatch.scheduling.caps.CapShape;
import org.daywatch.scheduling.caps.PeriodCap;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.scheduling.problem.ScheduleProblem.Policy;

/** Limits on hours and rest. A parameter too many or misspelt is refused: it would be a limit nobody keeps. */
final class PolicyReader {

    static final Map<String, String[]> PARAMETERS = Map.of(
            "CALENDAR_DAY", new String[] {"hours", "counts", "days"},
            "WEEK", new String[] {"hours", "starts_on", "starts_at", "counts", "credit", "relief"},
            "MONTH", new String[] {"hours", "counts"},
            "ROLLING", new String[] {"hours", "length", "counts"},
            "REST_AFTER", new String[] {"hours", "rest", "counts"},
            "CONTINUOUS", new String[] {"hours", "pause", "counts"},
            "REST_BETWEEN", new String[] {"rest", "other"},
            "BEFORE_SHIFT", new String[] {"less_than", "look_back", "counts", "shifts"});

    private static final List<String> KINDS = Stream
            .concat(Scalars.names(HourKind.values()).stream(), Stream.of("WORKED", "OFF_DUTY", "ABSENT")).toList();
    private static final Duration YEAR = Duration.ofDays(366);
    private static final CapShape UNREAD = new PeriodCap.Month(Duration.ZERO, Set.of());

    private final Flaws flaws;

    private PolicyReader(Flaws flaws) {
        this.flaws = flaws;
    }

    static List<Policy> read(Fields top, Flaws flaws) {
        var reader = new PolicyReader(flaws);
        var lines = new HashMap<String, Integer>();
        var policies = new ArrayList<Policy>();
        for (var value : top.list("policies")) policies.add(reader.policy(value, lines));
        return List.copyOf(policies);
    }

    static Set<String> ids(List<Policy> policies) {
        return policies.stream().map(Policy::id).collect(Collectors.toSet());
    }

    private Policy policy(JsonValue value, Map<String, Integer> lines) {
        var p = Fields.of(value, flaws, "id", "shape", "parameters", "action", "valid_from", "valid_to");
        String id = SiteReader.unique(p, lines, "policies", flaws);
        var action = CapPolicy.Action.valueOf(p.choice("action", null, Scalars.names(CapPolicy.Action.values())));
        var from = p.day("valid_from");
        var to = p.findDay("valid_to");
        if (to != null && to.isBefore(from))
            flaws.add(p.find("valid_to"),
                    "is before valid_from " + from + "; correct one of the two, or leave it out.");
        return new Policy(id, shape(p), action != CapPolicy.Action.WARN, from, to);
    }

    private CapShape shape(Fields policy) {
        String name = policy.choice("shape", null, PARAMETERS.keySet().stream().sorted().toList());
        boolean named = policy.find("shape") != null && policy.find("shape").text().equals(name);
        var parameters = policy.required("parameters");
        if (!named || parameters.isEmpty()) return UNREAD;
        var p = Fields.of(parameters.get(), flaws, PARAMETERS.get(name));
        return switch (name) {
            case "CALENDAR_DAY" -> new PeriodCap.CalendarDay(p.length("hours"), kinds(p, "counts"),
                    PeriodCap.Days.valueOf(p.choice("days", "ALL", Scalars.names(PeriodCap.Days.values()))));
            case "WEEK" -> week(p);
            case "MONTH" -> new PeriodCap.Month(p.length("hours"), kinds(p, "counts"));
            case "ROLLING" -> new CapShape.Rolling(p.length("hours"), stretch(p, "length"), kinds(p, "counts"));
            case "REST_AFTER" -> new CapShape.RestAfter(p.length("hours"), pause(p, "rest"), kinds(p, "counts"));
            case "CONTINUOUS" -> new CapShape.Continuous(p.length("hours"), pause(p, "pause"), kinds(p, "counts"));
            case "REST_BETWEEN" -> new CapShape.RestBetween(pause(p, "rest"), kinds(p, "other"));
            default -> new CapShape.BeforeShift(p.length("less_than"), stretch(p, "look_back"), kinds(p, "counts"),
                    kinds(p, "shifts"));
        };
    }

    private CapShape week(Fields p) {
        DayOfWeek on = p.weekday("starts_on");
        LocalTime at = p.time("starts_at");
        var credit = p.has("credit") ? kinds(p, "credit") : Set.<HourKind>of();
        Optional<PeriodCap.Relief> relief = p.has("relief")
                ? Optional.of(relief(Fields.of(p.find("relief"), flaws, "up_to", "once_in_days")))
                : Optional.empty();
        return new PeriodCap.Week(p.length("hours"), on, at, kinds(p, "counts"), credit, relief);
    }

    private static PeriodCap.Relief relief(Fields p) {
        p.required("once_in_days");
        return new PeriodCap.Relief(p.length("up_to"), (int) p.whole("once_in_days", 1, 1, 366));
    }

    /** How far a window reaches: never nothing. */
    private Duration stretch(Fields p, String name) {
        var length = pause(p, name);
        if (!length.isZero()) return length;
        if (p.has(name)) flaws.add(p.find(name), "must be a length of time from 00:01 to 8784:00.");
        return Duration.ofMinutes(1);
    }

    private Duration pause(Fields p, String name) {
        var length = p.length(name);
        if (length.compareTo(YEAR) > 0) flaws.add(p.find(name), "is longer than a year (8784:00); shorten it.");
        return length;
    }

    private Set<HourKind> kinds(Fields p, String name) {
        if (p.required(name).isEmpty()) return Set.of();
        var items = p.list(name);
        if (p.find(name).kind() == JsonValue.Kind.LIST && items.isEmpty())
            flaws.add(p.find(name), "is empty; name at least one of " + String.join(", ", KINDS) + ".");
        return HourKind.set(items.stream().map(item -> Scalars.choice(item, flaws, KINDS)).toList());
    }
}
