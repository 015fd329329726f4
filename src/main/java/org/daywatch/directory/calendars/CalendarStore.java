package org.daywatch.directory.calendars;

import static org.daywatch_db.directory.Tables.CALENDAR;
import static org.daywatch_db.directory.Tables.CALENDAR_DAY;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.platform.errors.NotFound;
import org.daywatch_db.directory.tables.records.CalendarDayRecord;
import org.daywatch_db.directory.tables.records.CalendarRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** School years and their exceptions. */
@Repository
@Transactional
class CalendarStore {

    private final DSLContext db;

    CalendarStore(DSLContext db) {
        this.db = db;
    }

    SchoolCalendar get(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("calendar " + id));
    }

    Optional<SchoolCalendar> find(UUID id) {
        return read(db.selectFrom(CALENDAR).where(CALENDAR.ID.eq(id)).fetch()).stream().findFirst();
    }

    /** Only the exceptions are filtered by date: the calendars say whether they span it. */
    List<SchoolCalendar> list(Collection<UUID> districts) {
        if (districts.isEmpty()) return List.of();
        return read(db.selectFrom(CALENDAR).where(CALENDAR.DISTRICT_ID.in(districts))
                .orderBy(CALENDAR.FIRST_DAY.desc(), CALENDAR.NAME).fetch());
    }

    UUID agencyOf(UUID calendar) {
        return db.select(CALENDAR.AGENCY_ID).from(CALENDAR).where(CALENDAR.ID.eq(calendar))
                .fetchOptional(CALENDAR.AGENCY_ID)
                .orElseThrow(() -> new NotFound("calendar " + calendar));
    }

    boolean nameTaken(UUID district, String name) {
        return db.fetchExists(CALENDAR, CALENDAR.DISTRICT_ID.eq(district).and(CALENDAR.NAME.eq(name)));
    }

    void insert(UUID agency, SchoolCalendar calendar) {
        db.insertInto(CALENDAR).set(CALENDAR.AGENCY_ID, agency).set(CALENDAR.ID, calendar.id())
                .set(CALENDAR.DISTRICT_ID, calendar.districtId())
                .set(CALENDAR.NAME, calendar.name()).set(CALENDAR.FIRST_DAY, calendar.firstDay())
                .set(CALENDAR.LAST_DAY, calendar.lastDay())
                .execute();
    }

    void span(UUID calendar, LocalDate first, LocalDate last) {
        db.update(CALENDAR).set(CALENDAR.FIRST_DAY, first).set(CALENDAR.LAST_DAY, last).where(CALENDAR.ID.eq(calendar))
                .execute();
    }

    void put(UUID agency, UUID calendar, CalendarDay day) {
        var scope = day.scope();
        db.insertInto(CALENDAR_DAY).set(CALENDAR_DAY.AGENCY_ID, agency).set(CALENDAR_DAY.ID, day.id())
                .set(CALENDAR_DAY.DISTRICT_ID, scope.districtId()).set(CALENDAR_DAY.CALENDAR_ID, calendar)
                .set(CALENDAR_DAY.DAY, day.day())
                .set(CALENDAR_DAY.SCHOOL_ID, scope.schoolId())
                .set(CALENDAR_DAY.LEVEL, scope.level() == null ? null : scope.level().name())
                .set(CALENDAR_DAY.KIND, day.kind().name()).set(CALENDAR_DAY.NOTE, day.note())
                .onConflict(CALENDAR_DAY.AGENCY_ID, CALENDAR_DAY.CALENDAR_ID, CALENDAR_DAY.DAY, CALENDAR_DAY.SCHOOL_ID,
                        CALENDAR_DAY.LEVEL)
                .doUpdate().set(CALENDAR_DAY.KIND, day.kind().name()).set(CALENDAR_DAY.NOTE, day.note()).execute();
    }

    void remove(UUID calendar, UUID day) {
        db.deleteFrom(CALENDAR_DAY).where(CALENDAR_DAY.CALENDAR_ID.eq(calendar)).and(CALENDAR_DAY.ID.eq(day)).execute();
    }

    private List<SchoolCalendar> read(List<CalendarRecord> calendars) {
        if (calendars.isEmpty()) return List.of();
        Map<UUID, List<CalendarDay>> days = db.selectFrom(CALENDAR_DAY)
                .where(CALENDAR_DAY.CALENDAR_ID.in(calendars.stream().map(CalendarRecord::getId).toList()))
                .fetchGroups(CALENDAR_DAY.CALENDAR_ID, CalendarStore::day);
        return calendars.stream()
                .map(c -> SchoolCalendar.of(c.getId(), c.getDistrictId(), c.getName(), c.getFirstDay(), c.getLastDay(),
                        days.getOrDefault(c.getId(), List.of())))
                .toList();
    }

    private static CalendarDay day(org.jooq.Record row) {
        var day = row.into(CalendarDayRecord.class);
        var level = day.getLevel() == null ? null : SchoolLevel.valueOf(day.getLevel());
        return new CalendarDay(day.getId(), day.getDay(),
                new CalendarScope(day.getDistrictId(), day.getSchoolId(), level),
                DayKind.valueOf(day.getKind()), day.getNote());
    }
}
