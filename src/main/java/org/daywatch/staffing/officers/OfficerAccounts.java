package org.daywatch.staffing.officers;

import static org.daywatch_db.staffing.Tables.OFFICER;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.staffing.StaffingRefusal;
import org.daywatch_db.staffing.tables.records.OfficerRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The officer behind an account, as offers and shifts need them. */
@Repository
@Transactional(readOnly = true)
public class OfficerAccounts {

    private final DSLContext db;

    OfficerAccounts(DSLContext db) {
        this.db = db;
    }

    public record OfficerFile(UUID agencyId, UUID id, UUID personId, UUID departmentId, String name, String phone,
            List<String> roles, String state) {}

    public Optional<OfficerFile> findByPerson(UUID personId) {
        return db.selectFrom(OFFICER).where(OFFICER.PERSON_ID.eq(personId)).fetchOptional(OfficerAccounts::file);
    }

    public OfficerFile ofPerson(UUID personId) {
        return findByPerson(personId).orElseThrow(() -> new Refused(StaffingRefusal.NOT_AN_OFFICER));
    }

    public OfficerFile get(UUID id) {
        return db.selectFrom(OFFICER).where(OFFICER.ID.eq(id)).fetchOptional(OfficerAccounts::file)
                .orElseThrow(() -> new NotFound("officer " + id));
    }

    /**
     * Two acceptances of one officer are judged one after the other: together they could break a cap that each keeps.
     */
    @Transactional
    public OfficerFile lock(UUID id) {
        return db.selectFrom(OFFICER).where(OFFICER.ID.eq(id)).forNoKeyUpdate().fetchOptional(OfficerAccounts::file)
                .orElseThrow(() -> new NotFound("officer " + id));
    }

    private static OfficerFile file(OfficerRecord r) {
        return new OfficerFile(r.getAgencyId(), r.getId(), r.getPersonId(), r.getDepartmentId(), r.getFullName(),
                r.getPhone(),
                List.of(r.getRoles()), r.getState());
    }
}
