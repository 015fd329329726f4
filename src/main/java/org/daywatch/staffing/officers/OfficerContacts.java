package org.daywatch.staffing.officers;

import static org.daywatch_db.staffing.Tables.OFFICER;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.identity.invitations.Contacts;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Telephone numbers of officers, and who of them does not work any more. */
@Component
@Transactional(readOnly = true)
class OfficerContacts implements Contacts {

    private final DSLContext db;

    OfficerContacts(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<UUID, String> phones(Collection<UUID> people) {
        return db.select(OFFICER.PERSON_ID, OFFICER.PHONE).from(OFFICER).where(OFFICER.PERSON_ID.in(people))
                .and(OFFICER.PHONE.ne("")).fetchMap(OFFICER.PERSON_ID, OFFICER.PHONE);
    }

    @Override
    public Set<UUID> gone(Collection<UUID> people) {
        return new HashSet<>(db.select(OFFICER.PERSON_ID).from(OFFICER).where(OFFICER.PERSON_ID.in(people))
                .and(OFFICER.STATE.ne("ACTIVE")).fetch(OFFICER.PERSON_ID));
    }
}
