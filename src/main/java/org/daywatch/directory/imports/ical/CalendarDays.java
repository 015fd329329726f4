package org.daywatch.directory.imports.ical;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.imports.ical.events.SchoolEvent;
import org.daywatch.directory.imports.ical.CalendarFile.EventDays;
import org.daywatch.directory.imports.ical.CalendarFile.Slot;
import org.daywatch.directory.imports.ical.CalendarImportStore.Place;
import org.daywatch.directory.imports.ical.CalendarImportStore.Year;
import org.daywatch.directory.intake.ImportRun;
import org.daywatch.platform.intake.RefusedCell;
import org.daywatch.platform.intake.Said;
import org.daywatch.platform.persistence.Ids;
import org.daywatch_db.directory.tables.records.CalendarDayRecord;

/** The days of a calendar as stored and as the file tells them: what is new, what differs, what is gone. */
final class CalendarDays {
    private static final int MOST_NAMED = 30;
    private final List<CalendarDayRecord> fresh = new ArrayList<>();
    private final List<CalendarDayRecord> changed = new ArrayList<>();
    private final List<UUID> gone = new ArrayList<>();
    private final TreeSet<LocalDate> settled = new TreeSet<>();
    private final LocalDate firstOpen;

    private CalendarDays(LocalDate firstOpen) {
        this.firstOpen = firstOpen;
    }

    /** @param firstOpen days before it stay as they are */
    static CalendarDays compare(CalendarFile file, Year calendar, Map<Place, CalendarDayRecord> stored,
            LocalDate firstOpen, CalendarImportStore store, ImportRun run) {
        var numbers = file.events().stream().map(e -> e.event().school()).filter(n -> n != null)
                .collect(Collectors.toSet());
        Map<String, UUID> schools = store.schools(calendar.district(), numbers);
        var left = new HashMap<>(stored);
        left.values().removeIf(day -> day.getSourceUid() == null);
        int brought = left.size();
        file.refusedUids().forEach(uid -> left.values().removeIf(day -> uid.equals(day.getSourceUid())));
        var days = new CalendarDays(firstOpen);
        if (left.size() < brought) {
            run.note("imports.calendar.kept.refused", brought - left.size());
        }
        int sure = left.size();
        left.values().removeIf(day -> file.undecidedUids().contains(day.getSourceUid()));
        if (left.size() < sure) run.note("imports.calendar.kept.undecided", sure - left.size());
        var seen = new HashSet<Place>();
        for (EventDays entry : file.events()) {
            String school = entry.event().school();
            if (school != null && !schools.containsKey(school)) {
                run.refuse(new RefusedCell(entry.event().line(), "X-DAYWATCH-SCHOOL", school,
                        "imports.calendar.school"));
                left.values().removeIf(day -> entry.event().uid().equals(day.getSourceUid()));
                continue;
            }
            int before = days.fresh.size();
            int differed = days.changed.size();
            for (Slot slot : entry.slots()) {
                var place = new Place(slot.day(), slot.level() == null ? null : slot.level().name(), school == null
                        ? null
                        : schools.get(school));
                left.remove(place);
                if (seen.add(place)) days.compare(place, entry, calendar, stored.get(place), store);
            }
            days.count(entry, days.fresh.size() - before, days.changed.size() - differed, run);
        }
        left.values().stream().filter(day -> days.isOpen(day.getDay())).forEach(day -> days.gone.add(day.getId()));
        if (!days.gone.isEmpty()) run.note("imports.calendar.gone", days.gone.size());
        if (!days.settled.isEmpty()) run.note(days.leaves());
        return days;
    }

    /** A day that is over or at work is left, and said to be. */
    private boolean isOpen(LocalDate day) {
        if (!day.isBefore(firstOpen)) return true;
        settled.add(day);
        return false;
    }

    private Said leaves() {
        return Said.of("imports.calendar.settled",
                Said.named(settled.stream().map(LocalDate::toString).toList(), MOST_NAMED));
    }

    /** An event counts as created when all its days are new, as unchanged when none differs. */
    private void count(EventDays entry, int freshDays, int changedDays, ImportRun run) {
        boolean all = freshDays > 0 && freshDays == entry.slots().size();
        boolean none = freshDays + changedDays == 0;
        run.rows(all ? 1 : 0, all || none ? 0 : 1, none ? 1 : 0);
    }

    private void compare(Place place, EventDays entry, Year calendar,
            @org.jspecify.annotations.Nullable CalendarDayRecord row,
            CalendarImportStore store) {
        var event = entry.event();
        String kind = String.valueOf(event.kind());
        if (row == null) {
            if (!isOpen(place.day())) return;
            var day = store.freshDay();
            day.setAgencyId(calendar.agency());
            day.setId(Ids.next());
            day.setDistrictId(calendar.district());
            day.setCalendarId(calendar.id());
            day.setDay(place.day());
            day.setLevel(place.level());
            day.setSchoolId(place.school());
            say(day, kind, event);
            fresh.add(day);
        } else
            if (!kind.equals(row.getKind()) || !event.title().equals(row.getNote())
                    || !event.uid().equals(row.getSourceUid())) {
                        if (!isOpen(place.day())) return;
                        say(row, kind, event);
                        changed.add(row);
                    }
    }

    private static void say(CalendarDayRecord day, String kind, SchoolEvent event) {
        day.setKind(kind);
        day.setNote(event.title());
        day.setSourceUid(event.uid());
    }

    boolean isChange() { return !fresh.isEmpty() || !changed.isEmpty() || !gone.isEmpty(); }

    void write(CalendarImportStore store, ImportRun run) {
        run.removing(CalendarImport.DAYS, gone, () -> store.delete(gone));
        store.insert(fresh);
        run.created(CalendarImport.DAYS, fresh.stream().map(CalendarDayRecord::getId).toList());
        run.updating(CalendarImport.DAYS, changed.stream().map(CalendarDayRecord::getId).toList(),
                () -> store.update(changed));
    }
}
