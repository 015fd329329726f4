package org.daywatch.restorative.diversions;

import static org.daywatch_db.restorative.Tables.DIVERSION;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.casekeys.CaseKeys;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.errors.Stale;
import org.daywatch.restorative.RestorativeRefusal;
import org.daywatch_db.restorative.tables.records.DiversionRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Diversions as stored: whose it is and since when; what was offered and answered sealed. The district is bound. */
@Repository
@Transactional
class DiversionStore {

    private final DSLContext db;
    private final CaseKeys keys;
    private final JsonMapper json;

    DiversionStore(DSLContext db, CaseKeys keys, JsonMapper json) {
        this.db = db;
        this.keys = keys;
        this.json = json;
    }

    @Transactional(readOnly = true)
    List<Diversion> ofSchool(UUID school) {
        return list(DIVERSION.SCHOOL_ID.eq(school));
    }

    @Transactional(readOnly = true)
    List<Diversion> ofStudent(UUID student) {
        return list(DIVERSION.STUDENT_ID.eq(student));
    }

    /** Of all schools. @param next the first day after them */
    @Transactional(readOnly = true)
    List<Diversion> begun(LocalDate from, LocalDate next) {
        return list(DIVERSION.BEGAN_ON.ge(from).and(DIVERSION.BEGAN_ON.lt(next)));
    }

    @Transactional(readOnly = true)
    Optional<Diversion> find(UUID id) {
        return list(DIVERSION.ID.eq(id)).stream().findFirst();
    }

    Diversion lock(UUID id) {
        var row = db.selectFrom(DIVERSION).where(DIVERSION.ID.eq(id)).forNoKeyUpdate().fetchOne();
        var found = row == null ? null : read(row);
        if (found == null) throw new NotFound("diversion " + id);
        return found;
    }

    /**
     * A form that is sent twice is one.
     *
     * @return false when it was there
     * @throws Refused where another one of the student goes on
     */
    boolean begin(Diversion d) {
        if (db.insertInto(DIVERSION).set(row(d)).onConflictDoNothing().execute() > 0) return true;
        if (db.fetchExists(DIVERSION, DIVERSION.ID.eq(d.id()))) return false;
        throw new Refused(RestorativeRefusal.DIVERSION_STANDS);
    }

    /** @throws Stale when another version was saved meanwhile */
    void save(Diversion d) {
        var row = row(d);
        row.changed(DIVERSION.DISTRICT_ID, false);
        row.changed(DIVERSION.ID, false);
        if (db.update(DIVERSION).set(row).where(DIVERSION.DISTRICT_ID.eq(d.district())).and(DIVERSION.ID.eq(d.id()))
                .and(DIVERSION.VERSION.eq(d.version() - 1)).execute() == 0)
            throw new Stale("diversion " + d.id());
    }

    List<UUID> begunBefore(UUID district, LocalDate day) {
        return db.select(DIVERSION.ID).from(DIVERSION).where(DIVERSION.DISTRICT_ID.eq(district))
                .and(DIVERSION.BEGAN_ON.lt(day)).fetch(DIVERSION.ID);
    }

    void forget(UUID district, Collection<UUID> diversions) {
        db.deleteFrom(DIVERSION).where(DIVERSION.DISTRICT_ID.eq(district)).and(DIVERSION.ID.in(diversions)).execute();
    }

    private List<Diversion> list(Condition which) {
        return db.selectFrom(DIVERSION).where(which).orderBy(DIVERSION.BEGAN_ON.desc(), DIVERSION.ID.desc()).fetch()
                .map(this::read).stream().filter(Objects::nonNull).toList();
    }

    private DiversionRecord row(Diversion d) {
        var row = new DiversionRecord();
        row.setDistrictId(d.district());
        row.setId(d.id());
        row.setSchoolId(d.school());
        row.setBeganOn(d.began());
        row.setEndedOn(d.file().end() == null ? null : d.file().end().on());
        row.setCounselorPerson(d.counselor());
        row.setStudentId(d.file().student());
        row.setBody(keys.seal(d.district(), d.id(), json.writeValueAsBytes(d.file()), place(d.id())));
        row.setVersion(d.version());
        return row;
    }

    /** Null where its key is gone: then there is nothing to read. */
    private @Nullable Diversion read(DiversionRecord r) {
        return keys.open(r.getDistrictId(), r.getId(), r.getBody(), place(r.getId()))
                .map(plain -> new Diversion(r.getDistrictId(), r.getId(), r.getSchoolId(), r.getBeganOn(),
                        r.getCounselorPerson(), json.readValue(plain, DiversionFile.class), r.getVersion()))
                .orElse(null);
    }

    private static String place(UUID id) {
        return "diversion " + id;
    }
}
