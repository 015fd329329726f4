package org.daywatch.directory.imports.oneroster;

import static org.daywatch_db.directory.Tables.ROSTER_PERSON;
import static org.daywatch_db.directory.Tables.SCHOOL;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.daywatch.directory.intake.ImportRun;
import org.daywatch_db.directory.tables.records.SchoolRecord;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Compares rows as told with rows as stored, table by table, and writes what differs. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class RosterStore {
    private final DSLContext db;

    RosterStore(DSLContext db) {
        this.db = db;
    }

    <R extends UpdatableRecord<R>> R fresh(Table<R> table) {
        return db.newRecord(table);
    }

    /** All tables of a roster have the columns id and sourced_id. */
    <R extends UpdatableRecord<R>> void write(Table<R> table, List<R> told, ImportRun run) {
        Field<UUID> id = table.field("id", UUID.class);
        Field<String> sourcedId = table.field("sourced_id", String.class);
        var stored = db.selectFrom(table).where(Objects.requireNonNull(sourcedId).in(told.stream().map(r -> r.get(sourcedId))
                .toList()))
                .fetchMap(sourcedId);
        var fresh = new ArrayList<R>();
        var changed = new ArrayList<R>();
        for (R row : told) {
            R before = stored.get(row.get(sourcedId));
            if (before == null) fresh.add(row);
            else if (copy(row, before)) changed.add(before);
        }
        if (!run.isPreview()) {
            String name = table.getSchema().getName() + "." + table.getName();
            db.batchInsert(fresh).execute();
            run.created(name, fresh.stream().map(r -> r.get(id)).toList());
            run.updating(name, changed.stream().map(r -> r.get(id)).toList(), () -> db.batchUpdate(changed).execute());
        }
        run.rows(fresh.size(), changed.size(), told.size() - fresh.size() - changed.size());
    }

    private static <R extends UpdatableRecord<R>> boolean copy(R from, R to) {
        boolean differs = false;
        for (Field<?> field : from.fields()) differs |= copy(from, to, field);
        return differs;
    }

    private static <R extends UpdatableRecord<R>, T> boolean copy(R from, R to, Field<T> field) {
        if (Objects.equals(from.get(field), to.get(field))) return false;
        to.set(field, from.get(field));
        return true;
    }

    /** Pupils of the district's schools who have not left. */
    List<RosterLeavers.Pupil> pupils(UUID district) {
        var p = ROSTER_PERSON;
        return db.select(p.ID, p.SCHOOL_ID, p.SOURCED_ID).from(p).where(p.DISTRICT_ID.eq(district)).and(DSL.lower(p.ROLE).eq("student")).and(p.SCHOOL_ID.isNotNull()).and(p.LEFT_ON.isNull())
                .fetch(r -> new RosterLeavers.Pupil(r.value1(), r.value2(), r.value3()));
    }

    /** The next roster that names one of them takes it back: a row that is told has no day of leaving. */
    void leave(List<UUID> pupils, LocalDate day, ImportRun run) {
        run.updating("directory.roster_person", pupils, () -> db.update(ROSTER_PERSON).set(ROSTER_PERSON.LEFT_ON, day).where(ROSTER_PERSON.ID.in(pupils)).execute());
    }

    List<SchoolRecord> schools(UUID district) {
        return db.selectFrom(SCHOOL).where(SCHOOL.DISTRICT_ID.eq(district)).fetch();
    }

    /** @return false where the agency has a school of that national number in another district, which this one cannot see */
    boolean insert(SchoolRecord school) {
        return db.insertInto(SCHOOL).set(school).onConflictDoNothing().execute() == 1;
    }

    void update(Collection<SchoolRecord> schools) {
        db.batchUpdate(schools).execute();
    }
}
