package org.daywatch.directory.setup;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.calendars.CalendarChange.PutDays;
import org.daywatch.directory.calendars.CalendarChange.Span;
import org.daywatch.directory.calendars.CalendarDay;
import org.daywatch.directory.calendars.Calendars;
import org.daywatch.directory.calendars.SchoolCalendar;
import org.daywatch.directory.schoolyears.KnownHolidays.Proposed;
import org.daywatch.directory.schoolyears.YearHolidays;
import org.daywatch.platform.json.Fields;
import org.daywatch.platform.json.JsonValue;
import org.daywatch.platform.json.Scalars;
import org.daywatch.platform.setup.file.Differences;
import org.daywatch.platform.setup.file.SetupPart;
import org.daywatch.platform.setup.file.SetupReading;
import org.daywatch.platform.setup.file.SetupRun;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * School years: first and last day, federal holidays, further days without school. A year that shares days with one
 * that is there is that one.
 */
@Component
class SchoolYearPart implements SetupPart {

    private static final List<String> CLOSED = Arrays.stream(DayKind.values()).filter(k -> !k.isSchoolDay())
            .map(Enum::name).toList();
    private static final int CENTURY = 100;

    private final Calendars calendars;
    private final YearHolidays holidays;
    private final NamedPlaces places;

    SchoolYearPart(Calendars calendars, YearHolidays holidays, NamedPlaces places) {
        this.calendars = calendars;
        this.holidays = holidays;
        this.places = places;
    }

    private record Wanted(JsonValue json, @Nullable String district, @Nullable String name, LocalDate first,
            LocalDate last, boolean holidays, List<Closed> closed) {

        String words() {
            return name != null
                    ? name
                    : first.getYear() == last.getYear()
                            ? "School year " + first.getYear()
                            : "School year %d–%02d".formatted(first.getYear(), last.getYear() % CENTURY);
        }
    }

    private record Closed(JsonValue json, LocalDate from, LocalDate to, DayKind kind, String note) {

        String words() {
            return (note.isEmpty() ? kind.name() : note) + ", " + from + (from.equals(to) ? "" : " to " + to);
        }

        boolean stands(SchoolCalendar year) {
            return days().stream().allMatch(day -> year.days().anyMatch(d -> is(d, day)));
        }

        private boolean is(CalendarDay d, LocalDate day) {
            return d.day().equals(day) && d.scope().specificity() == 0 && d.kind() == kind
                    && Objects.equals(d.note(), note);
        }

        /** A single day may be a Saturday; of several the weekdays count. */
        private List<LocalDate> days() {
            return from.equals(to)
                    ? List.of(from)
                    : from.datesUntil(to.plusDays(1)).filter(d -> d.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                            .toList();
        }
    }

    @Override
    public String key() {
        return "school_year";
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public Work read(JsonValue section, SetupReading file) {
        var wanted = file.each(section, value -> {
            var fields = file.fields(value, "district", "name", "first_day", "last_day", "federal_holidays", "closed");
            var first = fields.day("first_day");
            var last = fields.day("last_day");
            boolean known = !first.equals(LocalDate.EPOCH) && !last.equals(LocalDate.EPOCH);
            if (known && last.isBefore(first)) file.flaws().add(fields.find("last_day"), "is before the first day.");
            var year = new Wanted(value, file.text(fields, "district"), file.text(fields, "name"), first, last,
                    fields.truth("federal_holidays", false),
                    fields.list("closed").stream().map(c -> closed(c, file)).toList());
            for (var closed : year.closed()) {
                boolean within = !closed.from().isBefore(first) && !closed.to().isAfter(last);
                if (known && !within && !closed.from().equals(LocalDate.EPOCH))
                    file.flaws().add(closed.json(), "lies outside the school year, " + first + " to " + last + ".");
            }
            return year;
        });
        return run -> wanted.forEach(y -> run.at(y.json(), () -> apply(y, run)));
    }

    private static Closed closed(JsonValue value, SetupReading file) {
        var fields = file.fields(value, "day", "first_day", "last_day", "kind", "note");
        if (fields.has("day") == (fields.has("first_day") || fields.has("last_day")))
            file.flaws().add(value, "needs either day, or first_day and last_day.");
        var from = day(fields, fields.has("day") ? "day" : "first_day", file);
        var to = day(fields, fields.has("day") ? "day" : "last_day", file);
        if (to.isBefore(from) && fields.has("last_day"))
            file.flaws().add(fields.find("last_day"), "is before the first day.");
        String note = file.text(fields, "note");
        return new Closed(value, from, to.isBefore(from) ? from : to,
                DayKind.valueOf(fields.choice("kind", "CLOSURE", CLOSED)), note == null ? "" : note);
    }

    private static LocalDate day(Fields fields, String name, SetupReading file) {
        var value = fields.find(name);
        return value == null ? LocalDate.EPOCH : Scalars.day(value, file.flaws());
    }

    private void apply(Wanted wanted, SetupRun run) {
        var district = places.district(run, wanted.json(), wanted.district());
        var all = calendars.list(List.of(district));
        var on = all.stream().filter(c -> c.name().equals(wanted.name())).findFirst()
                .or(() -> all.stream()
                        .filter(c -> !c.firstDay().isAfter(wanted.last()) && !c.lastDay().isBefore(wanted.first()))
                        .findFirst());
        UUID id;
        if (on.isEmpty()) {
            id = calendars.create(district, wanted.words(), wanted.first(), wanted.last());
            run.created(wanted.json(), wanted.words());
        } else {
            id = on.get().id();
            var differences = new Differences().of("first_day", on.get().firstDay(), wanted.first()).of("last_day",
                    on.get().lastDay(), wanted.last());
            run.changed(wanted.json(), on.get().name(), differences,
                    () -> calendars.apply(new Span(id, wanted.first(), wanted.last())));
        }
        if (wanted.holidays()) holidays(wanted, calendars.get(id), run);
        wanted.closed().forEach(c -> close(c, calendars.get(id), run));
    }

    /** Those on which next to all public schools are closed, as the page ticks them. */
    private void holidays(Wanted wanted, SchoolCalendar year, SetupRun run) {
        var where = wanted.json().fields().get("federal_holidays");
        var missing = holidays.missing(year).stream().filter(Proposed::usual).toList();
        if (missing.isEmpty()) {
            run.unchanged(where, "federal holidays");
            return;
        }
        holidays.add(year, missing);
        run.created(where,
                "federal holidays: " + String.join(", ", missing.stream().map(p -> p.name() + " " + p.day()).toList()));
    }

    private void close(Closed closed, SchoolCalendar year, SetupRun run) {
        if (closed.stands(year)) {
            run.unchanged(closed.json(), closed.words());
            return;
        }
        run.at(closed.json(), () -> calendars.apply(new PutDays(year.id(), closed.from(), closed.to(),
                CalendarScope.all(year.districtId()), closed.kind(), closed.note())));
        run.created(closed.json(), closed.words());
    }
}
