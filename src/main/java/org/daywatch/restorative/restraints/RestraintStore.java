package org.daywatch.restorative.restraints;

import static org.daywatch_db.restorative.Tables.RESTRAINT;
import static org.daywatch_db.restorative.Tables.RESTRAINT_YEAR;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.casekeys.CaseKeys;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Stale;
import org.daywatch.restorative.restraints.RestraintCommand.Given;
import org.daywatch.restorative.restraints.RestraintYears.Declared;
import org.daywatch_db.restorative.tables.records.RestraintRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Restraints as stored: that there was one, and whose it is; what is written of it sealed. The district is bound. */
@Repository
@Transactional
class RestraintStore {

    private final DSLContext db;
    private final CaseKeys keys;
    private final JsonMapper json;

    RestraintStore(DSLContext db, CaseKeys keys, JsonMapper json) {
        this.db = db;
        this.keys = keys;
        this.json = json;
    }

    @Transactional(readOnly = true)
    List<Restraint> ofSchool(UUID school) {
        return list(RESTRAINT.SCHOOL_ID.eq(school));
    }

    @Transactional(readOnly = true)
    List<Restraint> ofStudent(UUID student) {
        return list(RESTRAINT.STUDENT_ID.eq(student));
    }

    @Transactional(readOnly = true)
    Optional<Restraint> find(UUID id) {
        return list(RESTRAINT.ID.eq(id)).stream().findFirst();
    }

    Restraint lock(UUID id) {
        return db.selectFrom(RESTRAINT).where(RESTRAINT.ID.eq(id)).forNoKeyUpdate().fetchOptional().map(this::read)
                .orElseThrow(() -> new NotFound("restraint " + id));
    }

    /** A fact that is told twice is one. @return false when it was there */
    boolean report(Restraint r) {
        return db.insertInto(RESTRAINT).set(row(r)).onConflictDoNothing().execute() > 0;
    }

    /** @throws Stale when another version was saved meanwhile */
    void save(Restraint r) {
        var row = row(r);
        row.changed(RESTRAINT.DISTRICT_ID, false);
        row.changed(RESTRAINT.ID, false);
        if (db.update(RESTRAINT).set(row).where(RESTRAINT.DISTRICT_ID.eq(r.district())).and(RESTRAINT.ID.eq(r.id()))
                .and(RESTRAINT.VERSION.eq(r.version() - 1)).execute() == 0)
            throw new Stale("restraint " + r.id());
    }

    /** Of all schools. */
    @Transactional(readOnly = true)
    List<Restraint> reportedSince(LocalDate day) {
        return list(RESTRAINT.REPORTED_ON.ge(day));
    }

    /** By school. */
    @Transactional(readOnly = true)
    Map<UUID, Declared> declared(LocalDate year) {
        return db.selectFrom(RESTRAINT_YEAR).where(RESTRAINT_YEAR.BEGINS.eq(year)).fetchMap(RESTRAINT_YEAR.SCHOOL_ID,
                r -> new Declared(r.getDeclaredOn(), r.getDeclaredBy()));
    }

    /** @return false when it was said before */
    boolean declare(UUID district, UUID school, LocalDate year, Declared said) {
        return db.insertInto(RESTRAINT_YEAR).set(RESTRAINT_YEAR.DISTRICT_ID, district)
                .set(RESTRAINT_YEAR.SCHOOL_ID, school)
                .set(RESTRAINT_YEAR.BEGINS, year).set(RESTRAINT_YEAR.DECLARED_ON, said.on())
                .set(RESTRAINT_YEAR.DECLARED_BY, said.by()).onConflictDoNothing().execute() > 0;
    }

    /** A year in which something was written since is no longer complete. */
    void open(UUID school, LocalDate year) {
        db.deleteFrom(RESTRAINT_YEAR).where(RESTRAINT_YEAR.SCHOOL_ID.eq(school)).and(RESTRAINT_YEAR.BEGINS.eq(year))
                .execute();
    }

    List<UUID> reportedBefore(UUID district, LocalDate day) {
        return db.select(RESTRAINT.ID).from(RESTRAINT).where(RESTRAINT.DISTRICT_ID.eq(district))
                .and(RESTRAINT.REPORTED_ON.lt(day)).fetch(RESTRAINT.ID);
    }

    void forget(UUID district, Collection<UUID> restraints) {
        db.deleteFrom(RESTRAINT).where(RESTRAINT.DISTRICT_ID.eq(district)).and(RESTRAINT.ID.in(restraints)).execute();
    }

    private List<Restraint> list(Condition which) {
        return db.selectFrom(RESTRAINT).where(which).orderBy(RESTRAINT.REPORTED_ON.desc(), RESTRAINT.ID.desc()).fetch()
                .map(this::read).stream().filter(Objects::nonNull).toList();
    }

    private RestraintRecord row(Restraint r) {
        var row = new RestraintRecord();
        row.setDistrictId(r.district());
        row.setId(r.id());
        row.setSchoolId(r.school());
        row.setIncidentId(r.incident());
        row.setReportedOn(r.reported());
        row.setWrittenOn(r.written());
        row.setCounselorPerson(r.given().counselor());
        row.setOfficerPerson(r.given().officer());
        row.setStudentId(r.file() == null ? null : r.file().student());
        row.setBody(r.file() == null
                ? null
                : keys.seal(r.district(), r.id(), json.writeValueAsBytes(r.file()), place(r.id())));
        row.setVersion(r.version());
        return row;
    }

    /** Null where its key is gone: then there is nothing to read. */
    private @Nullable Restraint read(RestraintRecord r) {
        var given = new Given(r.getCounselorPerson(), r.getOfficerPerson());
        var body = r.getBody();
        if (body == null) return with(r, given, null);
        return keys.open(r.getDistrictId(), r.getId(), body, place(r.getId()))
                .map(plain -> with(r, given, json.readValue(plain, RestraintFile.class))).orElse(null);
    }

    private static Restraint with(RestraintRecord r, Given given, @Nullable RestraintFile file) {
        return new Restraint(r.getDistrictId(), r.getId(), r.getSchoolId(), r.getIncidentId(), r.getReportedOn(),
                r.getWrittenOn(), given, file, r.getVersion());
    }

    private static String place(UUID id) {
        return "restraint " + id;
    }
}
