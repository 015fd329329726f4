package org.daywatch.staffing.officers;

import static org.daywatch_db.staffing.Tables.CREDENTIAL;
import static org.daywatch_db.staffing.Tables.OFFICER;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.staffing.OfficerFiles;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A file is the agency's; a district knows an officer by the shifts they had at its schools. */
@Component
@Transactional(readOnly = true)
class OfficerFileQueries implements OfficerFiles {

    private final DSLContext db;

    OfficerFileQueries(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> officers) {
        var ids = DSL.any(officers.toArray(UUID[]::new));
        var names = new HashMap<UUID, String>();
        db.selectDistinct(SHIFT.OFFICER_ID, SHIFT.OFFICER_NAME).from(SHIFT).where(SHIFT.OFFICER_ID.eq(ids))
                .orderBy(SHIFT.OFFICER_NAME)
                .forEach(r -> names.put(r.get(SHIFT.OFFICER_ID), r.get(SHIFT.OFFICER_NAME)));
        names.putAll(db.select(OFFICER.ID, OFFICER.FULL_NAME).from(OFFICER).where(OFFICER.ID.eq(ids))
                .fetchMap(OFFICER.ID, OFFICER.FULL_NAME));
        return names;
    }

    @Override
    public Optional<UUID> ofPerson(UUID person) {
        return db.select(OFFICER.ID).from(OFFICER).where(OFFICER.PERSON_ID.eq(person)).fetchOptional(OFFICER.ID);
    }

    @Override
    public Map<UUID, List<Paper>> papers(Collection<UUID> officers) {
        return db.selectFrom(CREDENTIAL).where(CREDENTIAL.OFFICER_ID.eq(DSL.any(officers.toArray(UUID[]::new))))
                .and(CREDENTIAL.STATE.eq("VALID"))
                .orderBy(CREDENTIAL.KIND, CREDENTIAL.ISSUED_ON)
                .fetchGroups(r -> r.getOfficerId(),
                        r -> new Paper(r.getKind(), r.getIssuedOn(), r.getExpiresOn(), r.getHours()));
    }

    @Override
    public Map<UUID, LocalDate> started(Collection<UUID> officers) {
        return db.select(OFFICER.ID, OFFICER.STARTED_IN_SCHOOLS_ON).from(OFFICER)
                .where(OFFICER.ID.eq(DSL.any(officers.toArray(UUID[]::new))))
                .and(OFFICER.STARTED_IN_SCHOOLS_ON.isNotNull()).fetchMap(OFFICER.ID, OFFICER.STARTED_IN_SCHOOLS_ON);
    }
}
