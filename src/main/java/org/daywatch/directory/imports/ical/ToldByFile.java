package org.daywatch.directory.imports.ical;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.directory.imports.ical.events.EventText;
import org.daywatch.directory.imports.ical.events.SchoolEvent;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.imports.ical.CalendarFile.EventDays;
import org.daywatch.directory.imports.titles.Titles;
import org.daywatch.directory.intake.ReadTitle;
import org.daywatch.directory.intake.ReadYear;
import org.daywatch.directory.intake.Sureness;

/**
 * What a file says, for whoever looks before it is imported: each title with its reading, and how many days of school
 * the year comes to. Pure.
 */
record ToldByFile(YearEnds ends, List<EventDays> events) {
    private static final Pattern DAYS = Pattern.compile(
            "\\b(1[4-9]\\d|2[01]\\d) (?:(?:student|student|school|instructional|instruction|attendance|contact|class)[ -]*)+days?\\b"
                    + "|\\b(1[4-9]\\d|2[01]\\d) days of (?:school|instruction|student|class)",
            Pattern.CASE_INSENSITIVE);

    ReadYear year(EventText.Parts parts) {
        var told = Stream
                .concat(Stream.of(parts.says()),
                        parts.events().stream().flatMap(e -> Stream.of(e.words("SUMMARY"), e.words("DESCRIPTION"))))
                .map(DAYS::matcher).filter(m -> m.find())
                .map(m -> Integer.valueOf(Optional.ofNullable(m.group(1)).orElseGet(() -> m.group(2)))).findFirst()
                .orElse(null);
        return new ReadYear(ends.first(), ends.last(), sessions(SchoolEvent::applied),
                sessions(e -> e.applied() || e.reading().sureness() == Sureness.LIKELY), told);
    }

    /** Days of school of a school about which nothing special is said. */
    private int sessions(Predicate<SchoolEvent> counts) {
        Map<LocalDate, DayKind> kinds = new HashMap<>();
        for (EventDays entry : events) {
            var event = entry.event();
            if (!counts.test(event) || event.school() != null || !event.levels().isEmpty()) continue;
            var slots = event.applied() ? entry.slots() : CalendarFile.slots(event, event.reading().kind(), ends);
            slots.forEach(slot -> kinds.merge(slot.day(), event.reading().kind(),
                    (one, other) -> one.isSchoolDay() ? other : one));
        }
        return (int) ends.first().datesUntil(ends.last().plusDays(1))
                .filter(day -> Optional.ofNullable(kinds.get(day)).map(DayKind::isSchoolDay).orElse(isWeekday(day)))
                .count();
    }

    /** In the order of the file; what the writer of the file marked with a kind of its own needs no reading. */
    List<ReadTitle> titles() {
        var byTitle = events.stream().map(EventDays::event).filter(e -> !e.reading().reason().equals("GIVEN"))
                .collect(Collectors.groupingBy(e -> Titles.key(e.title()), LinkedHashMap::new, Collectors.toList()));
        return byTitle.values().stream().map(this::title).sorted(java.util.Comparator.comparingInt(ReadTitle::line))
                .toList();
    }

    /** Of events that share a title the least sure one speaks: its times made somebody doubt. */
    private ReadTitle title(List<SchoolEvent> same) {
        var doubted = same.stream().max(java.util.Comparator.comparing(e -> e.reading().sureness())).orElseThrow();
        var reading = doubted.reading();
        var days = new TreeSet<LocalDate>();
        same.forEach(e -> days.addAll(days(e)));
        return new ReadTitle(same.getFirst().title(), reading.reads(), reading.sureness(), reading.reason(),
                reading.decidedOn(), doubted.applied(), same.getFirst().line(), same.size(), days.size(),
                days.isEmpty() ? null : days.getFirst());
    }

    private Collection<LocalDate> days(SchoolEvent event) {
        if (event.reading().marks() != org.daywatch.directory.imports.titles.Marks.NOTHING
                && event.reading().kind() == null)
            return Set.of();
        var kind = event.reading().kind();
        if (kind != null)
            return CalendarFile.slots(event, kind, ends).stream().map(CalendarFile.Slot::day)
                    .collect(Collectors.toCollection(HashSet::new));
        return event.reading().sureness() == Sureness.SURE
                ? Set.of()
                : event.series().within(ends.first(), ends.last()).filter(ToldByFile::isWeekday).toList();
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    }
}
