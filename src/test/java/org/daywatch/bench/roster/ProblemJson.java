package org.daywatch.bench.roster;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.hours.HourEntry;
import org.daywatch.staffing.rosters.problem.RosterProblem;
import org.daywatch.staffing.rosters.problem.RosterProblem.Home;
import org.daywatch.staffing.rosters.problem.RosterProblem.Officer;
import org.daywatch.staffing.rosters.problem.RosterProblem.Place;
import org.daywatch.staffing.rosters.problem.RosterProblem.School;
import org.daywatch.staffing.rosters.problem.RosterProblem.Shift;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** A generated problem as the file of docs/formats/roster.md, so that engine and checker read what anybody could have sent. */
public final class ProblemJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonGenerator out;
    private final ZoneId zone;

    private ProblemJson(JsonGenerator out, ZoneId zone) {
        this.out = out;
        this.zone = zone;
    }

    public static byte[] bytes(RosterProblem problem) {
        var bytes = new ByteArrayOutputStream(1 << 20);
        try (var out = JSON.writer(new DefaultPrettyPrinter()).createGenerator(bytes)) {
            new ProblemJson(out, problem.departments().isEmpty() ? ZoneId.of("America/New_York") : problem.departments().getFirst().zone()).problem(problem);
        }
        return bytes.toByteArray();
    }

    private void problem(RosterProblem p) {
        out.writeStartObject();
        out.writeStringProperty("schema", "daywatch.roster");
        out.writeNumberProperty("version", 1);
        out.writeStringProperty("id", p.id());
        out.writeObjectPropertyStart("horizon");
        out.writeStringProperty("first", p.first().toString());
        out.writeStringProperty("last", p.last().toString());
        out.writeEndObject();
        new RulesJson(out).objective(p.objective());
        list("policies", p.policies(), new RulesJson(out)::policy);
        list("departments", p.departments(), this::department);
        list("schools", p.schools(), this::school);
        list("shifts", p.shifts(), this::shift);
        list("officers", p.officers(), this::officer);
        list("pins", p.pins(), this::place);
        list("published", p.published(), this::place);
        out.writeEndObject();
    }

    private void department(RosterProblem.Department d) {
        out.writeStartObject();
        out.writeStringProperty("id", d.id());
        out.writeStringProperty("zone", d.zone().getId());
        words("policies", d.policies());
        words("prohibits", d.prohibits().stream().sorted().toList());
        out.writeEndObject();
    }

    private void school(School s) {
        out.writeStartObject();
        out.writeStringProperty("id", s.id());
        out.writeStringProperty("zone", s.zone().getId());
        text("level", s.level());
        home(s.at());
        if (!s.core().isEmpty()) words("core", s.core().stream().sorted().toList());
        out.writeEndObject();
    }

    private void home(Home at) {
        text("zip", at.zip());
        text("county", at.county());
        if (at.latitude() == null || at.longitude() == null) return;
        out.writeArrayPropertyStart("at");
        out.writeNumber(at.latitude());
        out.writeNumber(at.longitude());
        out.writeEndArray();
    }

    private void shift(Shift s) {
        out.writeStartObject();
        out.writeStringProperty("id", s.id());
        out.writeStringProperty("school", s.school());
        out.writeStringProperty("day", s.day().toString());
        window(s.window());
        out.writeNumberProperty("needs", s.needs());
        out.writeStringProperty("role", s.role());
        words("requires", s.requires().stream().sorted().toList());
        out.writeStringProperty("work", s.work());
        out.writeNumberProperty("priority", s.priority());
        if (s.asked() != null) words("asked", s.asked().stream().sorted().toList());
        if (s.eligible() != null) {
            list("eligible", s.eligible().entrySet().stream().sorted(java.util.Map.Entry.comparingByKey()).toList(), entry -> {
                out.writeStartObject();
                out.writeStringProperty("officer", entry.getKey());
                out.writeNumberProperty("worth", entry.getValue());
                out.writeEndObject();
            });
        }
        out.writeEndObject();
    }

    private void officer(Officer o) {
        out.writeStartObject();
        out.writeStringProperty("id", o.id());
        text("department", o.department());
        words("roles", o.roles().stream().sorted().toList());
        list("holds", o.holds(), h -> {
            out.writeStartObject();
            out.writeStringProperty("code", h.code());
            text("from", h.from() == null ? null : h.from().toString());
            text("to", h.to() == null ? null : h.to().toString());
            out.writeEndObject();
        });
        out.writeObjectPropertyStart("home");
        home(o.home());
        out.writeEndObject();
        out.writeNumberProperty("rate", o.rate());
        words("blocks", o.blocks().stream().sorted().toList());
        list("hours", o.hours(), this::hours);
        if (o.available() != null) list("available", o.available(), w -> {
            out.writeStartObject();
            window(w);
            out.writeEndObject();
        });
        wishes(o.wishes());
        history(o.history());
        out.writeEndObject();
    }

    private void hours(HourEntry h) {
        out.writeStartObject();
        out.writeStringProperty("kind", h.kind().name());
        window(h.window());
        out.writeEndObject();
    }

    private void wishes(RosterProblem.Wishes w) {
        out.writeObjectPropertyStart("wishes");
        words("schools", w.schools().stream().sorted().toList());
        words("weekdays", w.weekdays().stream().sorted().map(Enum::name).toList());
        words("levels", w.levels().stream().sorted().toList());
        if (w.mostDays() != null) out.writeNumberProperty("most_days", w.mostDays());
        out.writeEndObject();
    }

    private void history(RosterProblem.History h) {
        out.writeObjectPropertyStart("history");
        out.writeStringProperty("credited", hm(h.credited()));
        out.writeObjectPropertyStart("days_at");
        new java.util.TreeMap<>(h.daysAt()).forEach(out::writeNumberProperty);
        out.writeEndObject();
        out.writeEndObject();
    }

    private void place(Place p) {
        out.writeStartObject();
        out.writeStringProperty("shift", p.shift());
        out.writeStringProperty("officer", p.officer());
        out.writeEndObject();
    }

    private void window(Window w) {
        out.writeStringProperty("start", w.start().atZone(zone).toOffsetDateTime().format(java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        out.writeStringProperty("end", w.end().atZone(zone).toOffsetDateTime().format(java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }

    private void text(String field, @Nullable String value) {
        if (value != null) out.writeStringProperty(field, value);
    }

    private void words(String field, Collection<String> values) {
        list(field, values, out::writeString);
    }

    private <T> void list(String field, Collection<T> values, java.util.function.Consumer<T> each) {
        out.writeArrayPropertyStart(field);
        values.forEach(each);
        out.writeEndArray();
    }

    static String hm(Duration length) {
        return "%02d:%02d".formatted(length.toHours(), length.toMinutesPart());
    }
}
