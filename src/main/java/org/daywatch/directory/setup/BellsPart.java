package org.daywatch.directory.setup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.directory.Campus;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.calendars.Bells.BellSet;
import org.daywatch.directory.calendars.Bells.SchoolBells;
import org.daywatch.directory.calendars.Bells;
import org.daywatch.directory.calendars.SessionDays;
import org.daywatch.directory.calendars.Timetable;
import org.daywatch.directory.schoolyears.BellTemplates.Times;
import org.daywatch.directory.schoolyears.BellTemplates;
import org.daywatch.platform.json.JsonValue;
import org.daywatch.platform.json.Scalars;
import org.daywatch.platform.setup.file.Differences;
import org.daywatch.platform.setup.file.SetupPart;
import org.daywatch.platform.setup.file.SetupReading;
import org.daywatch.platform.setup.file.SetupRun;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Bells: own times, or the template of each school's level for those that have none. */
@Component
class BellsPart implements SetupPart {

    private final Bells bells;
    private final BellTemplates templates;
    private final SessionDays sessions;
    private final NamedPlaces places;

    BellsPart(Bells bells, BellTemplates templates, SessionDays sessions, NamedPlaces places) {
        this.bells = bells;
        this.templates = templates;
        this.sessions = sessions;
        this.places = places;
    }

    /** @param times empty: the template of the level */
    private record Wanted(JsonValue json, @Nullable String district, JsonValue schools, @Nullable SchoolLevel level,
            LocalDate from, Map<DayKind, Times> times) {}

    @Override
    public String key() {
        return "bells";
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public Work read(JsonValue section, SetupReading file) {
        var wanted = file.each(section, value -> wanted(value, file));
        return run -> wanted.forEach(b -> run.at(b.json(), () -> apply(b, run)));
    }

    private static Wanted wanted(JsonValue value, SetupReading file) {
        var names = BellTemplates.KINDS.stream().map(BellsPart::field).toList();
        var fields = file.fields(value,
                Stream.concat(Stream.of("district", "schools", "level", "from", "template"), names.stream())
                        .toArray(String[]::new));
        var times = new EnumMap<DayKind, Times>(DayKind.class);
        for (DayKind kind : BellTemplates.KINDS)
            if (fields.has(field(kind))) times.put(kind, times(fields.find(field(kind)), file));
        boolean template = fields.truth("template", false);
        if (template == !times.isEmpty() && value.kind() == JsonValue.Kind.OBJECT) {
            file.flaws().add(value,
                    template
                            ? "has both template and times of its own; keep one of the two."
                            : "lacks the bells; write \"template\": true, or regular with first and last.");
        } else if (!template && !times.containsKey(DayKind.REGULAR)) {
            file.flaws().add(value, "lacks the field regular; the other kinds of day are told besides it.");
        }
        return new Wanted(value, file.text(fields, "district"), file.chosen(fields, "schools"),
                fields.has("level")
                        ? SchoolLevel.valueOf(fields.choice("level", null, Scalars.names(SchoolLevel.values())))
                        : null,
                fields.day("from"), times);
    }

    private static Times times(JsonValue value, SetupReading file) {
        var fields = file.fields(value, "first", "last");
        var first = fields.time("first");
        var last = fields.time("last");
        boolean both = fields.has("first") && fields.has("last");
        if (both && !last.isAfter(first))
            file.flaws().add(fields.find("last"), "is not after the first bell " + first + ".");
        return new Times(first, last);
    }

    private static String field(DayKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private void apply(Wanted wanted, SetupRun run) {
        var district = places.district(run, wanted.json(), wanted.district());
        var schools = places.schools(run, district, wanted.schools()).stream()
                .filter(s -> wanted.level() == null || s.level() == wanted.level()).toList();
        if (schools.isEmpty()) throw run.refuse(wanted.json(), "means no school: none of these has this level.");
        var table = sessions.timetable(schools);
        var set = new ArrayList<SchoolBells>();
        var differences = new java.util.LinkedHashMap<UUID, Differences>();
        for (var level : schools.stream().collect(
                Collectors.groupingBy(Campus::level, () -> new EnumMap<>(SchoolLevel.class), Collectors.toList()))
                .entrySet()) {
            var times = wanted.times().isEmpty()
                    ? templates.of(level.getKey(), level.getValue(), wanted.from())
                    : wanted.times();
            for (Campus school : level.getValue())
                differences.put(school.id(), compare(wanted, school, times, table, set));
        }
        if (!set.isEmpty()) bells.apply(new BellSet(district, List.copyOf(set), wanted.from()));
        for (Campus school : schools) say(wanted, school, table, differences.get(school.id()), run);
    }

    /** Where the template is meant, bells a school has stay. */
    private static Differences compare(Wanted wanted, Campus school, Map<DayKind, Times> times, Timetable table,
            List<SchoolBells> set) {
        var differences = new Differences();
        if (wanted.times().isEmpty() && table.bells(school.id(), DayKind.REGULAR, wanted.from()).isPresent())
            return differences;
        times.forEach((kind, t) -> {
            var on = table.bells(school.id(), kind, wanted.from()).map(b -> new Times(b.firstBell(), b.lastBell()))
                    .orElse(null);
            if (t.equals(on)) return;
            set.add(new SchoolBells(school.id(), kind, t.first(), t.last()));
            differences.of(field(kind), on == null ? null : words(on), words(t));
        });
        return differences;
    }

    private static void say(Wanted wanted, Campus school, Timetable before, Differences differences, SetupRun run) {
        if (differences.any() && before.bells(school.id(), DayKind.REGULAR, wanted.from()).isEmpty())
            run.created(wanted.json(), school.name());
        else
            run.changed(wanted.json(), school.name(), differences, () -> {});
    }

    private static String words(Times t) {
        return t.first() + "–" + t.last();
    }
}
