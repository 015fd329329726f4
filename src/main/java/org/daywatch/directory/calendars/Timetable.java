package org.daywatch.directory.calendars;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.directory.BellDay;
import org.daywatch.directory.Campus;
import org.daywatch.directory.DayKind;

/** Calendars and bells of many schools together: which days they are in session and when the bells ring. Pure. */
public record Timetable(Map<UUID, List<SchoolCalendar>> calendarsByDistrict,
        Map<UUID, List<BellSchedule>> bellsBySchool) {

    public static Timetable of(Collection<SchoolCalendar> calendars, Collection<BellSchedule> bells) {
        return new Timetable(calendars.stream().collect(Collectors.groupingBy(SchoolCalendar::districtId)),
                bells.stream().collect(Collectors.groupingBy(BellSchedule::schoolId)));
    }

    /** Where two years of a district overlap, the one that began later speaks. */
    public Optional<SchoolCalendar> calendar(Campus campus, LocalDate date) {
        return calendarsByDistrict.getOrDefault(campus.districtId(), List.of()).stream().filter(c -> c.spans(date))
                .max(Comparator.comparing(SchoolCalendar::firstDay).thenComparing(SchoolCalendar::name));
    }

    public Optional<DayKind> dayKind(Campus campus, LocalDate date) {
        return calendar(campus, date).flatMap(c -> c.dayKind(campus.id(), campus.level(), date));
    }

    /** The bells in force that began last; a kind of day without bells of its own rings those of a regular day. */
    public Optional<BellDay> bellDay(Campus campus, LocalDate date) {
        return dayKind(campus, date).filter(DayKind::isSchoolDay).flatMap(kind -> bells(campus.id(), kind, date)
                .map(b -> new BellDay(campus.id(), date, kind, b.firstBell(), b.lastBell(), false))
                .or(() -> bells(campus.id(), DayKind.REGULAR, date)
                        .map(b -> new BellDay(campus.id(), date, kind, b.firstBell(), b.lastBell(), true))));
    }

    public List<BellDay> bellDays(Collection<Campus> campuses, LocalDate from, LocalDate to) {
        var days = new ArrayList<BellDay>();
        for (Campus campus : campuses) {
            from.datesUntil(to.plusDays(1)).forEach(date -> bellDay(campus, date).ifPresent(days::add));
        }
        return days;
    }

    public Optional<BellSchedule> bells(UUID school, DayKind kind, LocalDate date) {
        return bellsBySchool.getOrDefault(school, List.of()).stream().filter(b -> b.kind() == kind && b.inForce(date))
                .max(Comparator.comparing(BellSchedule::validFrom));
    }

    public Timetable with(SchoolCalendar changed) {
        var others = calendarsByDistrict.values().stream().flatMap(List::stream)
                .filter(c -> !c.id().equals(changed.id()));
        return of(Stream.concat(others, Stream.of(changed)).toList(), allBells().toList());
    }

    public Timetable with(Collection<BellSchedule> changed) {
        var slots = slots(changed);
        var kept = allBells().filter(b -> !slots.contains(Slot.of(b)));
        return of(calendarsByDistrict.values().stream().flatMap(List::stream).toList(),
                Stream.concat(kept, changed.stream()).toList());
    }

    Timetable without(Collection<BellSchedule> gone) {
        var slots = slots(gone);
        var kept = allBells().filter(b -> !slots.contains(Slot.of(b)));
        return of(calendarsByDistrict.values().stream().flatMap(List::stream).toList(), kept.toList());
    }

    /** Bells of the same slot replace one another. */
    private record Slot(UUID school, DayKind kind, LocalDate from) {
        static Slot of(BellSchedule bells) {
            return new Slot(bells.schoolId(), bells.kind(), bells.validFrom());
        }
    }

    private static Set<Slot> slots(Collection<BellSchedule> bells) {
        return bells.stream().map(Slot::of).collect(Collectors.toSet());
    }

    private Stream<BellSchedule> allBells() {
        return bellsBySchool.values().stream().flatMap(List::stream);
    }
}
