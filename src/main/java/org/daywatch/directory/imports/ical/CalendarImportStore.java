package org.daywatch.directory.imports.ical;

import static org.daywatch_db.directory.Tables.CALENDAR;
import static org.daywatch_db.directory.Tables.CALENDAR_DAY;
import static org.daywatch_db.directory.Tables.SCHOOL;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch_db.directory.tables.records.CalendarDayRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A district's school year and its days, all of one calendar at a time. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class CalendarImportStore {
    private final DSLContext db;

    CalendarImportStore(DSLContext db) {
        this.db = db;
    }

    /** Where a day stands: the same day may differ for everybody, for a level and for one school. */
    record Place(LocalDate day, @Nullable String level, @Nullable UUID school) {}

    /** A school year as stored. */
    record Year(@Nullable UUID agency, UUID id, UUID district, String name, LocalDate first, LocalDate last) {}

    Optional<Year> find(UUID district, String name) {
        return db.selectFrom(CALENDAR).where(CALENDAR.DISTRICT_ID.eq(district)).and(CALENDAR.NAME.eq(name))
                .fetchOptional(c -> new Year(c.getAgencyId(), c.getId(), c.getDistrictId(), c.getName(),
                        c.getFirstDay(), c.getLastDay()));
    }

    /** The school years of a district, by their ends. */
    List<YearEnds> years(UUID district) {
        return db.selectFrom(CALENDAR).where(CALENDAR.DISTRICT_ID.eq(district))
                .fetch(row -> new YearEnds(row.getFirstDay(), row.getLastDay(), row.getName()));
    }

    Map<Place, CalendarDayRecord> days(UUID calendar) {
        var days = new HashMap<Place, CalendarDayRecord>();
        db.selectFrom(CALENDAR_DAY).where(CALENDAR_DAY.CALENDAR_ID.eq(calendar))
                .forEach(row -> days.put(new Place(row.getDay(), row.getLevel(), row.getSchoolId()), row));
        return days;
    }

    /** Schools of the district by national number. */
    Map<String, UUID> schools(UUID district, Collection<String> numbers) {
        if (numbers.isEmpty()) return Map.of();
        return db.select(SCHOOL.NCES_ID, SCHOOL.ID).from(SCHOOL).where(SCHOOL.DISTRICT_ID.eq(district))
                .and(SCHOOL.NCES_ID.in(numbers))
                .fetchMap(SCHOOL.NCES_ID, SCHOOL.ID);
    }

    /** Which days of which calendars a run touched. */
    List<Reach> reach(UUID run) {
        return db.fetch(
                "select (x ->> 'agency_id')::uuid, coalesce(x ->> 'calendar_id', x ->> 'id')::uuid, (x ->> 'district_id')::uuid,"
                        + " min(coalesce(x ->> 'day', x ->> 'first_day'))::date, max(coalesce(x ->> 'day', x ->> 'last_day'))::date"
                        + " from (select coalesce(after, before) x from directory.import_change where agency_id = ? and run_id = ?) changed"
                        + " group by 1, 2, 3",
                Tenancy.tenant(), run)
                .map(r -> new Reach(r.get(0, UUID.class), r.get(1, UUID.class), r.get(2, UUID.class),
                        r.get(3, LocalDate.class), r.get(4, LocalDate.class)));
    }

    record Reach(UUID agency, UUID calendar, UUID district, LocalDate from, LocalDate to) {}

    CalendarDayRecord freshDay() {
        return db.newRecord(CALENDAR_DAY);
    }

    void insert(Year year) {
        db.insertInto(CALENDAR).set(CALENDAR.AGENCY_ID, year.agency()).set(CALENDAR.ID, year.id())
                .set(CALENDAR.DISTRICT_ID, year.district()).set(CALENDAR.NAME, year.name())
                .set(CALENDAR.FIRST_DAY, year.first()).set(CALENDAR.LAST_DAY, year.last()).execute();
    }

    void moveEnds(Year year) {
        db.update(CALENDAR).set(CALENDAR.FIRST_DAY, year.first()).set(CALENDAR.LAST_DAY, year.last())
                .where(CALENDAR.ID.eq(year.id())).execute();
    }

    void insert(List<CalendarDayRecord> days) {
        db.batchInsert(days).execute();
    }

    void update(List<CalendarDayRecord> days) {
        db.batchUpdate(days).execute();
    }

    void delete(List<UUID> days) {
        db.deleteFrom(CALENDAR_DAY).where(CALENDAR_DAY.ID.in(days)).execute();
    }
}
