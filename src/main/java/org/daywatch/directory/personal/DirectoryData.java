package org.daywatch.directory.personal;

import static org.daywatch_db.directory.Tables.ASSISTANCE_NOTE;
import static org.daywatch_db.directory.Tables.GUARDIAN;
import static org.daywatch_db.directory.Tables.GUARDIANSHIP;
import static org.daywatch_db.directory.Tables.PLAN_OPENING;
import static org.daywatch_db.directory.Tables.ROSTER_PERSON;
import static org.daywatch_db.directory.Tables.BARRED_PERSON;
import static org.daywatch_db.directory.Tables.VISITOR;
import static org.daywatch_db.directory.Tables.WAITING_VISITOR;
import static org.daywatch_db.platform.Tables.MEMBERSHIP;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.personal.PersonalData;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A member of staff's row in the roster, and what they entered or opened; a guardian with an account under the same
 * e-mail, their entries.
 */
@Component
@Transactional(readOnly = true)
class DirectoryData implements PersonalData {

    private final DSLContext db;

    DirectoryData(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(UUID person) {
        var email = DSL.select(DSL.lower(MEMBERSHIP.EMAIL)).from(MEMBERSHIP).where(MEMBERSHIP.PERSON_ID.eq(person));
        var guardian = DSL.select(GUARDIAN.ID).from(GUARDIAN).where(DSL.lower(GUARDIAN.EMAIL).in(email));
        var all = new LinkedHashMap<String, List<Map<String, Object>>>();
        all.put("roster", db.selectFrom(ROSTER_PERSON).where(DSL.lower(ROSTER_PERSON.EMAIL).in(email)).fetchMaps());
        all.put("guardian", db.selectFrom(GUARDIAN).where(GUARDIAN.ID.in(guardian)).fetchMaps());
        all.put("guardianships", db.selectFrom(GUARDIANSHIP).where(GUARDIANSHIP.GUARDIAN_ID.in(guardian)).fetchMaps());
        all.put("guardianshipsEntered", db.select(GUARDIANSHIP.ID, GUARDIANSHIP.ENTERED_AT).from(GUARDIANSHIP)
                .where(GUARDIANSHIP.ENTERED_BY.eq(person)).fetchMaps());
        all.put("visitorsSignedIn", db.select(VISITOR.ID, VISITOR.CAME_AT).from(VISITOR)
                .where(VISITOR.SIGNED_IN_BY.eq(person)).fetchMaps());
        all.put("visitorsDecided", db.select(WAITING_VISITOR.ID, WAITING_VISITOR.DECIDED_AT, WAITING_VISITOR.ADMITTED)
                .from(WAITING_VISITOR).where(WAITING_VISITOR.DECIDED_BY.eq(person)).fetchMaps());
        all.put("peopleNotAdmittedEntered", db.select(BARRED_PERSON.ID, BARRED_PERSON.SET_AT).from(BARRED_PERSON)
                .where(BARRED_PERSON.SET_BY.eq(person)).fetchMaps());
        all.put("planOpenings", db.selectFrom(PLAN_OPENING).where(PLAN_OPENING.PERSON_ID.eq(person))
                .orderBy(PLAN_OPENING.OPENED_AT).fetchMaps());
        all.put("assistanceNotesWritten",
                db.select(ASSISTANCE_NOTE.STUDENT_ID, ASSISTANCE_NOTE.WRITTEN_AT, ASSISTANCE_NOTE.WORDS)
                        .from(ASSISTANCE_NOTE)
                        .where(ASSISTANCE_NOTE.WRITTEN_BY.eq(person)).fetchMaps());
        return all;
    }
}
