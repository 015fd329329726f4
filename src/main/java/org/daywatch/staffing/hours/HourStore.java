package org.daywatch.staffing.hours;

import static org.daywatch_db.staffing.Tables.HOUR_ENTRY;
import static org.daywatch_db.staffing.Tables.OFFICER;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.hours.HourEntry;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.scheduling.hours.HourLedger;
import org.daywatch_db.staffing.tables.records.HourEntryRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The ledger as stored, and the time that duty takes of a person. */
@Repository
@Transactional
public class HourStore {

    /** Far enough on either side for every shape of limit: a month, or weeks 28 days apart. */
    private static final Duration REACH = Duration.ofDays(40);
    private final DSLContext db;
    private final BusyTimes busy;

    HourStore(DSLContext db, BusyTimes busy) {
        this.db = db;
        this.busy = busy;
    }

    /** Everything that can matter for work inside {@code period}. */
    @Transactional(readOnly = true)
    public HourLedger ledger(UUID officer, Window period) {
        return ledgers(List.of(officer), period).get(officer);
    }

    @Transactional(readOnly = true)
    public Map<UUID, HourLedger> ledgers(Collection<UUID> officers, Window period) {
        var reach = period.widen(REACH, REACH);
        var rows = db
                .select(HOUR_ENTRY.OFFICER_ID, HOUR_ENTRY.KIND, HOUR_ENTRY.STARTS_AT, HOUR_ENTRY.ENDS_AT,
                        HOUR_ENTRY.PLANNED)
                .from(HOUR_ENTRY)
                .where(HOUR_ENTRY.OFFICER_ID.in(officers))
                .and(HOUR_ENTRY.STARTS_AT.between(reach.start().minus(HourCommands.LONGEST), reach.end()))
                .and(HOUR_ENTRY.ENDS_AT.gt(reach.start()))
                .fetchGroups(HOUR_ENTRY.OFFICER_ID, r -> new HourEntry(HourKind.valueOf(r.get(HOUR_ENTRY.KIND)),
                        new Window(r.get(HOUR_ENTRY.STARTS_AT), r.get(HOUR_ENTRY.ENDS_AT)), r.get(HOUR_ENTRY.PLANNED)));
        return officers.stream().distinct()
                .collect(Collectors.toMap(id -> id, id -> HourLedger.of(rows.getOrDefault(id, List.of()))));
    }

    @Transactional(readOnly = true)
    public List<Row> list(UUID officer, Window period) {
        return db.selectFrom(HOUR_ENTRY).where(HOUR_ENTRY.OFFICER_ID.eq(officer))
                .and(HOUR_ENTRY.STARTS_AT.lt(period.end()))
                .and(HOUR_ENTRY.ENDS_AT.gt(period.start())).orderBy(HOUR_ENTRY.STARTS_AT).fetch(HourStore::row);
    }

    /**
     * Duty they are excused from does not keep them from other work: what is left of one entry, before, between and
     * after absences.
     */
    void recut(UUID duty) {
        var entry = db.selectFrom(HOUR_ENTRY).where(HOUR_ENTRY.ID.eq(duty)).fetchSingle();
        busy.release(duty);
        busy.reserve(entry.getPersonId(),
                worked(entry.getOfficerId(), new Window(entry.getStartsAt(), entry.getEndsAt())), duty);
    }

    List<Window> worked(UUID officer, Window duty) {
        return duty.minus(list(officer, duty).stream().map(Row::entry).filter(e -> HourKind.ABSENT.contains(e.kind()))
                .map(HourEntry::window).toList());
    }

    private static Row row(HourEntryRecord r) {
        return new Row(r.getId(), r.getOfficerId(),
                new HourEntry(HourKind.valueOf(r.getKind()), new Window(r.getStartsAt(), r.getEndsAt()),
                        r.getPlanned()),
                r.getSource());
    }

    /** @param source the import run, the shift, or "told by the officer" */
    public record Row(UUID id, UUID officerId, HourEntry entry, String source) {}

    record Whose(UUID person, UUID department) {}

    Whose file(UUID officer) {
        return db.selectFrom(OFFICER).where(OFFICER.ID.eq(officer))
                .fetchOptional(o -> new Whose(o.getPersonId(), o.getDepartmentId()))
                .orElseThrow(() -> new NotFound("officer " + officer));
    }

    void insert(Whose file, Row row, @Nullable UUID sourceId) {
        db.insertInto(HOUR_ENTRY).set(HOUR_ENTRY.AGENCY_ID, Tenancy.tenant()).set(HOUR_ENTRY.ID, row.id())
                .set(HOUR_ENTRY.DEPARTMENT_ID, file.department()).set(HOUR_ENTRY.OFFICER_ID, row.officerId())
                .set(HOUR_ENTRY.PERSON_ID, file.person())
                .set(HOUR_ENTRY.KIND, row.entry().kind().name()).set(HOUR_ENTRY.STARTS_AT, row.entry().window().start())
                .set(HOUR_ENTRY.ENDS_AT, row.entry().window().end())
                .set(HOUR_ENTRY.PLANNED, row.entry().planned()).set(HOUR_ENTRY.SOURCE, row.source())
                .set(HOUR_ENTRY.SOURCE_ID, sourceId).execute();
    }

    boolean exists(UUID officer, UUID id) {
        return db.fetchExists(HOUR_ENTRY, HOUR_ENTRY.ID.eq(id).and(HOUR_ENTRY.OFFICER_ID.eq(officer)));
    }

    /** Not those of shifts. */
    Optional<Row> findOwn(UUID id) {
        return db.selectFrom(HOUR_ENTRY).where(HOUR_ENTRY.ID.eq(id))
                .and(HOUR_ENTRY.KIND.ne(HourKind.OFF_DUTY_HERE.name())).fetchOptional(HourStore::row);
    }

    void delete(UUID id) {
        db.deleteFrom(HOUR_ENTRY).where(HOUR_ENTRY.ID.eq(id)).execute();
    }
}
