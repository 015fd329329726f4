package org.daywatch.directory.imports.oneroster;

import static org.daywatch_db.directory.Tables.ROSTER_CLASS;
import static org.daywatch_db.directory.Tables.ROSTER_ENROLLMENT;
import static org.daywatch_db.directory.Tables.ROSTER_PERSON;
import static org.daywatch_db.directory.Tables.SCHOOL;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.daywatch.directory.intake.ImportRun;
import org.daywatch_db.directory.tables.records.SchoolRecord;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
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
        var stored = db.selectFrom(table)
                .where(Objects.requireNonNull(sourcedId).in(told.stream().map(r -> r.get(sourcedId))
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

    /** Roster ids as they are stored, by their folded form. */
    Map<String, String> spelled(Table<?> table) {
        Field<String> sourcedId = Objects.requireNonNull(table.field("sourced_id", String.class));
        var found = new HashMap<String, String>();
        db.select(sourcedId).from(table).fetch().forEach(row -> found.put(RosterIds.fold(row.value1()), row.value1()));
        return found;
    }

    /** Where somebody is and as what. */
    record Placed(@Nullable UUID school, String role) {}

    /** Everybody who has not left, by the roster's id. */
    Map<String, Placed> placed() {
        var p = ROSTER_PERSON;
        return db.select(p.SOURCED_ID, p.SCHOOL_ID, p.ROLE).from(p).where(p.LEFT_ON.isNull()).fetchMap(p.SOURCED_ID,
                r -> new Placed(r.get(p.SCHOOL_ID), r.get(p.ROLE)));
    }

    /** Moves somebody of whom only a role has changed. */
    void move(String sourcedId, Placed to, ImportRun run) {
        var person = db.selectFrom(ROSTER_PERSON).where(ROSTER_PERSON.SOURCED_ID.eq(sourcedId)).fetchSingle();
        boolean same = Objects.equals(person.getSchoolId(), to.school()) && person.getRole().equals(to.role());
        person.setSchoolId(to.school());
        person.setRole(to.role());
        if (!same && !run.isPreview())
            run.updating("directory.roster_person", List.of(person.getId()), () -> db.batchUpdate(person).execute());
        run.rows(0, same ? 0 : 1, same ? 1 : 0);
    }

    /** Rows marked as deleted; a class takes its enrollments with it. People are not removed: they leave. */
    <R extends UpdatableRecord<R>> void remove(Table<R> table, List<String> gone, ImportRun run) {
        var id = Objects.requireNonNull(table.field("id", UUID.class));
        var ids = db.select(id).from(table)
                .where(Objects.requireNonNull(table.field("sourced_id", String.class)).in(gone)).fetch(id);
        run.rows(0, ids.size(), gone.size() - ids.size());
        if (run.isPreview()) return;
        if (table.equals(ROSTER_CLASS)) {
            var of = ROSTER_ENROLLMENT.CLASS_ID.in(ids);
            var enrollments = db.select(ROSTER_ENROLLMENT.ID).from(ROSTER_ENROLLMENT).where(of)
                    .fetch(ROSTER_ENROLLMENT.ID);
            run.removing("directory.roster_enrollment", enrollments,
                    () -> db.deleteFrom(ROSTER_ENROLLMENT).where(of).execute());
        }
        run.removing(table.getSchema().getName() + "." + table.getName(), ids,
                () -> db.deleteFrom(table).where(id.in(ids)).execute());
    }

    /** Students of the district's schools who have not left. */
    List<RosterLeavers.Student> students(UUID district) {
        var p = ROSTER_PERSON;
        return db.select(p.ID, p.SCHOOL_ID, p.SOURCED_ID).from(p).where(p.DISTRICT_ID.eq(district))
                .and(DSL.lower(p.ROLE).eq("student")).and(p.SCHOOL_ID.isNotNull()).and(p.LEFT_ON.isNull())
                .fetch(r -> new RosterLeavers.Student(r.get(p.ID), r.get(p.SCHOOL_ID), r.get(p.SOURCED_ID)));
    }

    /** Everybody who has not left, students of no school and grown-ups too. */
    List<RosterLeavers.Student> standing() {
        var p = ROSTER_PERSON;
        return db.select(p.ID, p.SCHOOL_ID, p.SOURCED_ID).from(p).where(p.LEFT_ON.isNull())
                .fetch(r -> new RosterLeavers.Student(r.get(p.ID), r.get(p.SCHOOL_ID), r.get(p.SOURCED_ID)));
    }

    /** The next roster that names one of them takes it back: a row that is told has no day of leaving. */
    void leave(List<UUID> students, LocalDate day, ImportRun run) {
        run.updating("directory.roster_person", students, () -> db.update(ROSTER_PERSON).set(ROSTER_PERSON.LEFT_ON, day)
                .where(ROSTER_PERSON.ID.in(students)).execute());
    }

    List<SchoolRecord> schools(UUID district) {
        return db.selectFrom(SCHOOL).where(SCHOOL.DISTRICT_ID.eq(district)).fetch();
    }

    /**
     * @return false where the agency has a school of that national number in another district, which this one cannot
     * see
     */
    boolean insert(SchoolRecord school) {
        return db.insertInto(SCHOOL).set(school).onConflictDoNothing().execute() == 1;
    }

    void update(Collection<SchoolRecord> schools) {
        db.batchUpdate(schools).execute();
    }
}
