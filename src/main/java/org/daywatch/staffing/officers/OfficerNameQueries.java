package org.daywatch.staffing.officers;

import static org.daywatch_db.staffing.Tables.OFFICER;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.staffing.OfficerNames;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class OfficerNameQueries implements OfficerNames {

    private final DSLContext db;

    OfficerNameQueries(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<UUID, Named> of(Collection<UUID> officers) {
        return named(OFFICER.ID.in(officers));
    }

    @Override
    public Optional<Named> ofPerson(UUID person) {
        return named(OFFICER.PERSON_ID.eq(person)).values().stream().findFirst();
    }

    @Override
    public Optional<UUID> departmentOf(UUID person) {
        return db.select(OFFICER.DEPARTMENT_ID).from(OFFICER).where(OFFICER.PERSON_ID.eq(person))
                .fetchOptional(OFFICER.DEPARTMENT_ID);
    }

    private Map<UUID, Named> named(Condition which) {
        return db.select(OFFICER.ID, OFFICER.PERSON_ID, OFFICER.FULL_NAME).from(OFFICER).where(which)
                .fetchMap(OFFICER.ID,
                        r -> new Named(r.get(OFFICER.ID), r.get(OFFICER.PERSON_ID), r.get(OFFICER.FULL_NAME)));
    }
}
