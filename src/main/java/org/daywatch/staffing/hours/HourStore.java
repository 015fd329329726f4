package org.daywatch.staffing.hours;

import static org.daywatch_db.staffing.Tables.HOUR_ENTRY;
import static org.daywatch_db.staffing.Tables.OFFICER;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.hours.HourEntry;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.scheduling.hours.HourLedger;
import org.daywatch.staffing.StaffingEvent.HoursRecorded;
import org.daywatch.staffing.StaffingEvent.HoursRemoved;
import org.daywatch_db.staffing.tables.records.HourEntryRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The ledger as stored. Hours that take a person's time and the time itself are written together or not at all. */
@Repository
@Transactional
public class HourStore {

    /** Far enough on either side for every shape of limit: a month, or weeks 28 days apart. */
    private static final Duration REACH = Duration.ofDays(40);
    /** Nobody plans or recalls hours a year and more away; a wrong year is a slip of the finger. */
    private static final Duration NEAR = Duration.ofDays(400);
    private static final Duration LONGEST = Duration.ofDays(35);

    private final DSLContext db;
    private final BusyTimes busy;
    private final Facts facts;
    private final Clock clock;

    HourStore(DSLContext db, BusyTimes busy, Facts facts, Clock clock) {
        this.db = db;
        this.busy = busy;
        this.facts = facts;
        this.clock = clock;
    }

    /** @param source the import run, the shift, or "told by the officer" */
    public record Row(UUID id, UUID officerId, HourEntry entry, String source) {}

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
                .and(HOUR_ENTRY.STARTS_AT.between(reach.start().minus(LONGEST), reach.end()))
                .and(HOUR_ENTRY.ENDS_AT.gt(reach.start()))
                .fetchGroups(HOUR_ENTRY.OFFICER_ID, r -> new HourEntry(HourKind.valueOf(r.value2()),
                        new Window(r.value3(), r.value4()), r.value5()));
        return officers.stream().distinct()
                .collect(Collectors.toMap(id -> id, id -> HourLedger.of(rows.getOrDefault(id, List.of()))));
    }

    @Transactional(readOnly = true)
    public List<Row> list(UUID officer, Window period) {
        return db.selectFrom(HOUR_ENTRY).where(HOUR_ENTRY.OFFICER_ID.eq(officer))
                .and(HOUR_ENTRY.STARTS_AT.lt(period.end()))
                .and(HOUR_ENTRY.ENDS_AT.gt(period.start())).orderBy(HOUR_ENTRY.STARTS_AT).fetch(HourStore::row);
    }

    public UUID record(UUID officer, HourKind kind, Window window, boolean planned, String source,
            @Nullable UUID sourceId) {
        if (window.length().compareTo(LONGEST) > 0) {
            throw new InvalidInput("end", window.end().toString(), "officers.error.long");
        }
        var now = clock.instant();
        if (window.start().isBefore(now.minus(NEAR)) || window.end().isAfter(now.plus(NEAR)))
            throw new InvalidInput("start", window.start().toString(), "standing.error.far");
        var file = db.selectFrom(OFFICER).where(OFFICER.ID.eq(officer)).fetchOptional()
                .orElseThrow(() -> new NotFound("officer " + officer));
        var id = Ids.next();
        if (kind.isWorked())
            busy.reserve(file.getPersonId(), kind == HourKind.DUTY ? worked(officer, window) : List.of(window), id);
        db.insertInto(HOUR_ENTRY).set(HOUR_ENTRY.AGENCY_ID, Tenancy.tenant()).set(HOUR_ENTRY.ID, id)
                .set(HOUR_ENTRY.DEPARTMENT_ID, file.getDepartmentId()).set(HOUR_ENTRY.OFFICER_ID, officer)
                .set(HOUR_ENTRY.PERSON_ID, file.getPersonId())
                .set(HOUR_ENTRY.KIND, kind.name()).set(HOUR_ENTRY.STARTS_AT, window.start())
                .set(HOUR_ENTRY.ENDS_AT, window.end())
                .set(HOUR_ENTRY.PLANNED, planned).set(HOUR_ENTRY.SOURCE, source).set(HOUR_ENTRY.SOURCE_ID, sourceId)
                .execute();
        if (HourKind.ABSENT.contains(kind)) freeDutyUnder(officer, window);
        facts.tell(new HoursRecorded(Tenancy.tenant(), id, now, officer, kind.name(), window, source));
        return id;
    }

    /** The same, where the address names the officer too. */
    public void remove(UUID officer, UUID id) {
        if (!db.fetchExists(HOUR_ENTRY, HOUR_ENTRY.ID.eq(id).and(HOUR_ENTRY.OFFICER_ID.eq(officer))))
            throw new NotFound("hour entry " + id);
        remove(id);
    }

    /** Hours of shifts are removed by what happens to the shift, not here. */
    public void remove(UUID id) {
        var entry = db.selectFrom(HOUR_ENTRY).where(HOUR_ENTRY.ID.eq(id))
                .and(HOUR_ENTRY.KIND.ne(HourKind.OFF_DUTY_HERE.name())).fetchOptional()
                .orElseThrow(() -> new NotFound("hour entry " + id));
        db.deleteFrom(HOUR_ENTRY).where(HOUR_ENTRY.ID.eq(id)).execute();
        busy.release(id);
        var window = new Window(entry.getStartsAt(), entry.getEndsAt());
        if (HourKind.ABSENT.contains(HourKind.valueOf(entry.getKind()))) freeDutyUnder(entry.getOfficerId(), window);
        facts.tell(
                new HoursRemoved(Tenancy.tenant(), id, clock.instant(), entry.getOfficerId(), entry.getKind(), window));
    }

    private void freeDutyUnder(UUID officer, Window changed) {
        list(officer, changed).stream().filter(row -> row.entry().kind() == HourKind.DUTY).map(Row::id)
                .forEach(this::recut);
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

    private List<Window> worked(UUID officer, Window duty) {
        return duty.minus(list(officer, duty).stream().map(Row::entry).filter(e -> HourKind.ABSENT.contains(e.kind()))
                .map(HourEntry::window).toList());
    }

    private static Row row(HourEntryRecord r) {
        return new Row(r.getId(), r.getOfficerId(),
                new HourEntry(HourKind.valueOf(r.getKind()), new Window(r.getStartsAt(), r.getEndsAt()),
                        r.getPlanned()),
                r.getSource());
    }
}
