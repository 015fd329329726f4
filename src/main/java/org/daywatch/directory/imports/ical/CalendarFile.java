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
import org.daywatch.directory.DayKind;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.imports.ical.SchoolEvent.Marks;
import org.daywatch.directory.intake.ImportRun;
import org.daywatch.platform.intake.IntakeRefused;
import org.daywatch.platform.intake.RefusedCell;
import org.daywatch.platform.intake.TextFile;
import org.jspecify.annotations.Nullable;

/**
 * A school year with the days that differ, as one file tells it.
 *
 * @param refusedUids events that were not taken: the days they brought earlier are neither confirmed nor gone
 */
record CalendarFile(String name, LocalDate firstDay, LocalDate lastDay, List<EventDays> events, Set<String> refusedUids) {

    /** Whom a day is for: everybody, a level, or one school by its national number. */
    record Slot(LocalDate day, @Nullable SchoolLevel level, @Nullable String school) {}

    /** The slots of one event; none where it lies outside the year or only marks it. */
    record EventDays(SchoolEvent event, List<Slot> slots) {}

    static CalendarFile read(TextFile file, ImportRun run) {
        try {
            var parts = EventText.cut(file);
            var events = new ArrayList<SchoolEvent>();
            var refused = new HashSet<String>();
            for (EventText text : parts.events()) {
                run.rowRead();
                try {
                    events.add(EventReader.read(text));
                } catch (EventReader.NotTaken e) {
                    run.refuse(e.cell());
                    refused.add(text.uid());
                }
            }
            String name = parts.name().isEmpty() ? file.name().replaceFirst("(?i)[.]ics$", "") : parts.name();
            return of(name, events, refused, run);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file.name(), e);
        }
    }

    private static CalendarFile of(String name, List<SchoolEvent> events, Set<String> refused, ImportRun run) {
        LocalDate first = day(events, Marks.FIRST_DAY, true);
        LocalDate last = day(events, Marks.LAST_DAY, false);
        if (first == null || last == null || last.isBefore(first)) {
            throw new IntakeRefused(notTaken(run) + "The calendar does not tell its first and last day of school. Add an all-day event \"School year\" from"
                    + " the first to the last day, or the events \"First day of school\" and \"Last day of school\".");
        }
        var taken = new HashMap<Slot, SchoolEvent>();
        var days = new ArrayList<EventDays>();
        int outside = 0;
        for (SchoolEvent event : events) {
            List<Slot> slots = slots(event, first, last);
            if (slots.isEmpty() && event.kind() != null) outside++;
            var rival = slots.stream().filter(slot -> taken.containsKey(slot)
                    && taken.get(slot).kind() != event.kind()).findFirst();
            if (rival.isPresent()) {
                var other = taken.get(rival.get());
                run.refuse(new RefusedCell(event.line(), "SUMMARY", event.title(), "says " + event.kind() + " for "
                        + rival.get().day()
                        + ", but line " + other.line() + " says " + other.kind()));
                refused.add(event.uid());
                continue;
            }
            List<Slot> own = slots.stream().filter(slot -> taken.putIfAbsent(slot, event) == null).toList();
            days.add(new EventDays(event, own));
        }
        if (outside > 0) run.note(outside + " events lie outside the school year or on weekends and change nothing.");
        run.note("School year " + first + " to " + last + ". Days that differ: " + counted(taken) + ".");
        return new CalendarFile(name, first, last, days, refused);
    }

    /** The event that was meant to tell the year may be the one that could not be read. */
    private static String notTaken(ImportRun run) {
        return run.report().refused().stream().findFirst().map(c -> "Line " + c.line() + ", " + c.field() + " \"" + c.value() + "\": " + c.reason() + ". ").orElse("").replace("..", ".");
    }

    /** "School year" tells both ends; first and last day, where given as events of their own, are more exact. */
    private static @Nullable LocalDate day(List<SchoolEvent> events, Marks mark, boolean first) {
        var exact = events.stream().filter(e -> e.marks() == mark).flatMap(e -> e.days().stream()).min(Comparator.naturalOrder());
        return exact.orElseGet(() -> events.stream().filter(e -> e.marks() == Marks.YEAR)
                .map(e -> first ? e.days().getFirst() : e.days().getLast()).findFirst().orElse(null));
    }

    private static List<Slot> slots(SchoolEvent event, LocalDate first, LocalDate last) {
        DayKind kind = event.kind();
        if (kind == null) return List.of();
        var slots = new ArrayList<Slot>();
        for (LocalDate day : event.days()) {
            boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
            if (day.isBefore(first) || day.isAfter(last) || weekend && !kind.isSchoolDay()) continue;
            if (event.school() != null) slots.add(new Slot(day, null, event.school()));
            else if (event.levels().isEmpty()) slots.add(new Slot(day, null, null));
            else event.levels().forEach(level -> slots.add(new Slot(day, level, null)));
        }
        return slots;
    }

    private static String counted(Map<Slot, SchoolEvent> taken) {
        var counts = new LinkedHashMap<DayKind, Integer>();
        for (DayKind kind : DayKind.values()) {
            int n = (int) taken.values().stream().filter(e -> e.kind() == kind).count();
            if (n > 0) counts.put(kind, n);
        }
        return counts.isEmpty() ? "none" : counts.toString().replaceAll("[{}]", "").replace('=', ' ');
    }
}
