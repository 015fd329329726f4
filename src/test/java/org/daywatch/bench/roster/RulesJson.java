package org.daywatch.bench.roster;

import static org.daywatch.bench.roster.ProblemJson.hm;

import java.util.Set;
import org.daywatch.staffing.caps.CapShape;
import org.daywatch.staffing.caps.PeriodCap;
import org.daywatch.staffing.hours.HourKind;
import org.daywatch.staffing.rosters.problem.RosterProblem;
import tools.jackson.core.JsonGenerator;

/** What counts and what is forbidden, as the roster's file writes it. */
record RulesJson(JsonGenerator out) {

    void objective(RosterProblem.Objective objective) {
        out.writeObjectPropertyStart("objective");
        out.writeStringProperty("kind", objective.kind().name());
        if (objective.kind() == RosterProblem.Kind.WORTH) weights(objective.weights());
        out.writeEndObject();
    }

    private void weights(RosterProblem.Weights w) {
        out.writeObjectPropertyStart("weights");
        if (!w.fill().isEmpty()) {
            out.writeObjectPropertyStart("FILL");
            new java.util.TreeMap<>(w.fill()).forEach((priority, points) -> out.writeNumberProperty(String.valueOf(priority), points));
            out.writeEndObject();
        }
        points("CORE", w.core());
        points("FACE", w.face());
        if (w.share().points() != 0) group("SHARE", "most", w.share().most(), "points", w.share().points());
        if (w.known().points() != 0) group("KNOWN", "most", w.known().most(), "points", w.known().points());
        fairness(w);
        var wish = w.wish();
        group("WISH", "school", wish.school(), "weekday", wish.weekday(), "level", wish.level(), "days", wish.days());
        points("OUTSIDE", w.outside());
        var t = w.travel();
        group("TRAVEL", "same_zip", t.sameZip(), "same_zip3", t.sameZip3(), "same_county", t.sameCounty(), "else", t.otherwise(), "per_km", t.perKm());
        points("COST", w.cost());
        points("CHANGE", w.change());
        out.writeEndObject();
    }

    private void fairness(RosterProblem.Weights w) {
        if (w.fair().isEmpty()) return;
        out.writeArrayPropertyStart("FAIR");
        for (var band : w.fair()) {
            out.writeStartObject();
            out.writeStringProperty("over", hm(band.over()));
            out.writeNumberProperty("points", band.points());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void points(String rule, long points) {
        if (points != 0) out.writeNumberProperty(rule, points);
    }

    private void group(String rule, Object... namesAndNumbers) {
        out.writeObjectPropertyStart(rule);
        for (int i = 0; i < namesAndNumbers.length; i += 2) {
            out.writeNumberProperty((String) namesAndNumbers[i], ((Number) namesAndNumbers[i + 1]).longValue());
        }
        out.writeEndObject();
    }

    void policy(RosterProblem.Policy policy) {
        out.writeStartObject();
        out.writeStringProperty("id", policy.id());
        out.writeStringProperty("shape", policy.shape().name());
        out.writeObjectPropertyStart("parameters");
        parameters(policy.shape());
        out.writeEndObject();
        out.writeStringProperty("action", policy.hard() ? "BLOCK" : "WARN");
        out.writeStringProperty("valid_from", policy.validFrom().toString());
        if (policy.validTo() != null) out.writeStringProperty("valid_to", policy.validTo().toString());
        out.writeEndObject();
    }

    private void parameters(CapShape shape) {
        switch (shape) {
            case PeriodCap.CalendarDay day -> counted(hm(day.limit()), day.counts());
            case PeriodCap.Week week -> {
                counted(hm(week.limit()), week.counts());
                out.writeStringProperty("starts_on", week.startsOn().name());
                out.writeStringProperty("starts_at", week.startsAt().toString());
            }
            case CapShape.RestBetween rest -> {
                out.writeStringProperty("rest", hm(rest.rest()));
                kinds("other", rest.other());
            }
            case CapShape.RestAfter rest -> {
                counted(hm(rest.limit()), rest.counts());
                out.writeStringProperty("rest", hm(rest.rest()));
            }
            default -> throw new IllegalArgumentException("No generated problem uses " + shape.name());
        }
    }

    private void counted(String hours, Set<HourKind> counts) {
        out.writeStringProperty("hours", hours);
        kinds("counts", counts);
    }

    private void kinds(String field, Set<HourKind> kinds) {
        out.writeArrayPropertyStart(field);
        kinds.stream().sorted().map(Enum::name).forEach(out::writeString);
        out.writeEndArray();
    }
}
