package org.daywatch.staffing.hours;

import static org.daywatch_db.staffing.Tables.HOUR_ENTRY;
import static org.daywatch_db.staffing.Tables.OFFICER_BUSY;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.staffing.hours.HourBatch.Entry;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Many hours written and looked up at once. The agency is bound. */
@Repository
@Transactional
public class HourBatchStore {

    private final DSLContext db;

    HourBatchStore(DSLContext db) {
        this.db = db;
    }

    /**
     * Of these, whose time is taken already as far as the agency may see; {@code replaced} are about to be moved and do
     * not count.
     */
    @Transactional(readOnly = true)
    public Set<UUID> taken(Collection<Entry> entries, Collection<UUID> replaced) {
        var worked = entries.stream().filter(e -> e.kind().isWorked()).toList();
        if (worked.isEmpty()) return Set.of();
        return new HashSet<>(db.fetch("""
                select w.source from unnest({0}::uuid[], {1}::uuid[], {2}::timestamptz[], {3}::timestamptz[]) as w(source, person, starts, ends)
                 where exists (select 1 from staffing.officer_busy b where b.person_id = w.person
                                  and b.during && tstzrange(w.starts, w.ends, '[)') and b.id <> all({4}::uuid[]))""",
                ids(worked, Entry::sourceId), ids(worked, Entry::person), times(worked, e -> e.window().start()),
                times(worked, e -> e.window().end()),
                DSL.val(replaced.toArray(UUID[]::new))).getValues(0, UUID.class));
    }

    /** Entries a new file moves or replaces, with the time they took; what they say is kept by whoever asks. */
    public void remove(Collection<UUID> ids) {
        var all = ids.toArray(UUID[]::new);
        db.deleteFrom(HOUR_ENTRY).where(HOUR_ENTRY.ID.eq(DSL.any(all)))
                .and(HOUR_ENTRY.KIND.ne(HourKind.OFF_DUTY_HERE.name())).execute();
        db.deleteFrom(OFFICER_BUSY).where(OFFICER_BUSY.OWNER_ID.eq(Tenancy.tenant()))
                .and(OFFICER_BUSY.ID.eq(DSL.any(all))).execute();
    }

    void insert(List<Entry> entries, Map<UUID, UUID> ids, String source) {
        if (entries.isEmpty()) return;
        db.execute(
                """
                insert into staffing.hour_entry (agency_id, id, department_id, officer_id, person_id, kind, starts_at, ends_at, planned, source, source_id)
                select {0}, e.id, e.department, e.officer, e.person, e.kind, e.starts, e.ends, e.planned, {9}, e.source
                  from unnest({1}::uuid[], {2}::uuid[], {3}::uuid[], {4}::uuid[], {5}::text[], {6}::timestamptz[], {7}::timestamptz[], {8}::boolean[],
                              {10}::uuid[]) as e(id, department, officer, person, kind, starts, ends, planned, source)""",
                DSL.val(Tenancy.tenant()), ids(entries, e -> ids.get(e.sourceId())), ids(entries, Entry::department),
                ids(entries, Entry::officer),
                ids(entries, Entry::person), DSL.val(entries.stream().map(e -> e.kind().name()).toArray(String[]::new)),
                times(entries, e -> e.window().start()), times(entries, e -> e.window().end()),
                DSL.val(entries.stream().map(Entry::planned).toArray(Boolean[]::new)), DSL.val(source),
                ids(entries, Entry::sourceId));
    }

    Map<UUID, List<Window>> absences(List<Entry> duties) {
        var duty = duties.stream().filter(e -> e.kind() == HourKind.DUTY).toList();
        if (duty.isEmpty()) return Map.of();
        var first = duty.stream().map(e -> e.window().start()).min(Instant::compareTo).orElseThrow();
        var last = duty.stream().map(e -> e.window().end()).max(Instant::compareTo).orElseThrow();
        var kinds = HourKind.ABSENT.stream().map(Enum::name).toList();
        return db.select(HOUR_ENTRY.OFFICER_ID, HOUR_ENTRY.STARTS_AT, HOUR_ENTRY.ENDS_AT).from(HOUR_ENTRY)
                .where(HOUR_ENTRY.OFFICER_ID
                        .eq(DSL.any(duty.stream().map(Entry::officer).distinct().toArray(UUID[]::new))))
                .and(HOUR_ENTRY.KIND.in(kinds))
                .and(HOUR_ENTRY.STARTS_AT.lt(last)).and(HOUR_ENTRY.ENDS_AT.gt(first))
                .fetchGroups(HOUR_ENTRY.OFFICER_ID,
                        r -> new Window(r.get(HOUR_ENTRY.STARTS_AT), r.get(HOUR_ENTRY.ENDS_AT)));
    }

    /** Duty that was on file before and lies under one of these absences. */
    List<UUID> dutyUnder(List<Entry> absent) {
        if (absent.isEmpty()) return List.of();
        var under = db
                .fetch("""
                select distinct d.id from staffing.hour_entry d
                  join unnest({0}::uuid[], {1}::timestamptz[], {2}::timestamptz[]) as a(officer, starts, ends)
                    on a.officer = d.officer_id and d.starts_at < a.ends and d.ends_at > a.starts
                 where d.kind = 'DUTY'""", ids(absent, Entry::officer), times(absent, e -> e.window().start()),
                        times(absent, e -> e.window().end()))
                .getValues(0, UUID.class);
        return under;
    }

    private static Param<UUID[]> ids(List<Entry> entries, Function<Entry, UUID> of) {
        return DSL.val(entries.stream().map(of).toArray(UUID[]::new));
    }

    private static Param<OffsetDateTime[]> times(List<Entry> entries, Function<Entry, Instant> of) {
        return DSL.val(entries.stream().map(e -> of.apply(e).atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new));
    }
}
