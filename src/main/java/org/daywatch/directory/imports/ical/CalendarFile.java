package org.daywatch.directory.imports.ical;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.daywatch.directory.imports.ical.events.EventDates;
import org.daywatch.directory.imports.ical.events.EventReader;
import org.daywatch.directory.imports.ical.events.EventText;
import org.daywatch.directory.imports.ical.events.SchoolEvent;
import org.daywatch.directory.imports.ical.events.Series;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.imports.titles.Titles;
import org.daywatch.directory.intake.ImportRun;
import org.daywatch.platform.intake.IntakeRefused;
import org.daywatch.platform.intake.RefusedCell;
import org.daywatch.platform.intake.Said;
import org.daywatch.platform.intake.TextFile;
import org.jspecify.annotations.Nullable;

/**
 * A school year with the days that differ, as one file tells it.
 *
 * @param refusedUids events that were not taken: the days they brought earlier are neither confirmed nor gone
 * @param undecidedUids events somebody still has to decide; their earlier days stay, too
 */
record CalendarFile(String name, LocalDate firstDay, LocalDate lastDay, List<EventDays> events, Set<String> refusedUids,
        Set<String> undecidedUids) {

    /** Whom a day is for: everybody, a level, or one school by its national number. */
    record Slot(LocalDate day, @Nullable SchoolLevel level, @Nullable String school) {}

    /** The slots of one event; none where it lies outside the year, only marks it, or is not decided. */
    record EventDays(SchoolEvent event, List<Slot> slots) {}

    static CalendarFile read(TextFile file, ImportRun run, Titles titles, YearEnds.Known known) {
        try {
            var parts = EventText.cut(file);
            var zone = parts.zone().id() == null ? new EventDates.Zone(known.zone()) : parts.zone();
            var events = new ArrayList<SchoolEvent>();
            var refused = new HashSet<String>();
            for (EventText text : parts.events()) {
                run.rowRead();
                try {
                    events.add(EventReader.read(text, zone, titles));
                } catch (EventReader.NotTaken e) {
                    run.refuse(e.cell());
                    refused.add(text.uid());
                }
            }
            String name = parts.name().isEmpty() ? file.name().replaceFirst("(?i)[.]ics$", "") : parts.name();
            var year = of(name, withoutMoved(events), refused, run, known);
            year.tell(run, parts);
            return year;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file.name(), e);
        }
    }

    /** A day of a series that an event of its own stands in for is no day of the series. */
    private static List<SchoolEvent> withoutMoved(List<SchoolEvent> events) {
        var moved = events.stream().map(SchoolEvent::moves).filter(m -> m != null)
                .collect(Collectors.groupingBy(Series.Moved::uid));
        return events.stream().map(event -> {
            if (event.moves() != null || !moved.containsKey(event.uid())) return event;
            var series = event.series();
            for (var m : moved.get(event.uid())) series = series.without(m.day());
            return event.with(series);
        }).toList();
    }

    private static CalendarFile of(String name, List<SchoolEvent> events, Set<String> refused, ImportRun run,
            YearEnds.Known known) {
        var years = YearEnds.of(events, known);
        if (years.isEmpty() || years.getFirst().last().isBefore(years.getFirst().first())) throw untold(run);
        var year = years.getFirst();
        if (years.size() > 1)
            run.note("imports.calendar.years", span(year),
                    Said.joined(", ", years.stream().skip(1).map(CalendarFile::span).toList()));
        if (known.first() != null)
            YearEnds.told(events).stream()
                    .filter(told -> !told.equals(year) && told.first().isBefore(year.last())
                            && told.last().isAfter(year.first()))
                    .findFirst().ifPresent(told -> run.note("imports.calendar.years.given", span(told), span(year)));
        if (year.name() != null) run.note("imports.calendar.years.known", year.name());
        var days = new ArrayList<EventDays>();
        var taken = new HashMap<Slot, SchoolEvent>();
        int outside = 0;
        // What is repeated all year round gives way to what is said of one day: early releases every Wednesday to the Wednesday of a break.
        for (SchoolEvent event : events.stream().sorted(Comparator.comparing(CalendarFile::givesWay)).toList()) {
            List<Slot> slots = slots(event, event.kind(), year);
            if (slots.isEmpty() && event.kind() != null) outside++;
            if (refused(event, slots, taken, run)) refused.add(event.uid());
            else
                days.add(new EventDays(event,
                        slots.stream().filter(slot -> taken.putIfAbsent(slot, event) == null).toList()));
        }
        if (outside > 0) run.note("imports.calendar.outside", outside);
        run.note("imports.calendar.differ", span(year), counted(taken));
        var undecided = events.stream().filter(e -> !e.applied()).map(SchoolEvent::uid).collect(Collectors.toSet());
        String own = year.name() != null
                ? year.name()
                : years.size() == 1 ? name : name + " " + year.first().getYear() + "-" + year.last().getYear() % 100;
        return new CalendarFile(own, year.first(), year.last(), days, refused, undecided);
    }

    private static boolean givesWay(SchoolEvent event) {
        DayKind kind = event.kind();
        return event.series().repeats() && kind != null && kind.isSchoolDay() && kind != DayKind.REGULAR;
    }

    /** Two events that say different things of one day; closed for two reasons is closed. */
    private static boolean refused(SchoolEvent event, List<Slot> slots, Map<Slot, SchoolEvent> taken, ImportRun run) {
        DayKind kind = event.kind();
        if (kind == null || givesWay(event)) return false;
        var rival = slots.stream().filter(slot -> taken.containsKey(slot) && !agree(kind, taken.get(slot).kind()))
                .findFirst();
        if (rival.isEmpty()) return false;
        var other = taken.get(rival.get());
        run.refuse(new RefusedCell(event.line(), "SUMMARY", event.title(), "imports.calendar.rival", kind,
                rival.get().day(), other.line(), other.kind()));
        return true;
    }

    private static boolean agree(DayKind one, @Nullable DayKind other) {
        return one == other || other != null && !one.isSchoolDay() && !other.isSchoolDay();
    }

    private void tell(ImportRun run, EventText.Parts parts) {
        var told = new ToldByFile(new YearEnds(firstDay, lastDay, null), events);
        run.read(told.year(parts), told.titles());
    }

    /** The event that was meant to tell the year may be the one that could not be read. */
    private static IntakeRefused untold(ImportRun run) {
        var said = new ArrayList<Said>();
        run.report().refused().stream().findFirst()
                .ifPresent(c -> said.add(Said.of("imports.calendar.line", c.line(), c.field(), c.value(), c.said())));
        said.add(Said.of("imports.calendar.untold"));
        return new IntakeRefused(Said.joined(" ", said));
    }

    private static Said span(YearEnds year) {
        return Said.of("imports.calendar.span", year.first(), year.last());
    }

    /** @param kind what the event says, or would say once it is decided */
    static List<Slot> slots(SchoolEvent event, @Nullable DayKind kind, YearEnds year) {
        if (kind == null) return List.of();
        var slots = new ArrayList<Slot>();
        event.series().within(year.first(), year.last())
                .filter(day -> kind.isSchoolDay() || day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .forEach(day -> {
                    if (event.school() != null) slots.add(new Slot(day, null, event.school()));
                    else if (event.levels().isEmpty()) slots.add(new Slot(day, null, null));
                    else event.levels().forEach(level -> slots.add(new Slot(day, level, null)));
                });
        return slots;
    }

    private static Said counted(Map<Slot, SchoolEvent> taken) {
        var counts = new ArrayList<Said>();
        for (DayKind kind : DayKind.values()) {
            int n = (int) taken.values().stream().filter(e -> e.kind() == kind).count();
            if (n > 0) counts.add(Said.of("imports.calendar.differ.of", Said.of("calendars.kind." + kind), n));
        }
        return counts.isEmpty() ? Said.of("imports.calendar.differ.none") : Said.joined(", ", counts);
    }
}
