package org.daywatch.directory.guardians;

import static org.daywatch_db.directory.Tables.GUARDIAN;
import static org.daywatch_db.directory.Tables.GUARDIANSHIP;
import static org.daywatch_db.directory.Tables.ROSTER_PERSON;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.guardians.Guardians.Entry;
import org.daywatch.directory.guardians.Guardianship.CourtState;
import org.daywatch.directory.guardians.Guardianship.MayCollect;
import org.daywatch.platform.access.CaseReader.Custody;
import org.daywatch.platform.persistence.Ids;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Guardians and guardianships as stored. The district is bound. */
@Repository
@Transactional
class GuardianStore {

    private final DSLContext db;

    GuardianStore(DSLContext db) {
        this.db = db;
    }

    UUID add(UUID district, Entry entry) {
        var id = Ids.next();
        db.insertInto(GUARDIAN).set(GUARDIAN.DISTRICT_ID, district).set(GUARDIAN.ID, id)
                .set(GUARDIAN.SOURCED_ID, id.toString()).set(GUARDIAN.GIVEN_NAME, entry.givenName().strip())
                .set(GUARDIAN.FAMILY_NAME, entry.familyName().strip()).set(GUARDIAN.PHONE, entry.phone().strip())
                .execute();
        return id;
    }

    List<Guardianship> list(Condition which) {
        return db.select(GUARDIANSHIP.asterisk(), GUARDIAN.GIVEN_NAME, GUARDIAN.FAMILY_NAME, GUARDIAN.PHONE)
                .from(GUARDIANSHIP)
                .join(GUARDIAN)
                .on(GUARDIAN.DISTRICT_ID.eq(GUARDIANSHIP.DISTRICT_ID), GUARDIAN.ID.eq(GUARDIANSHIP.GUARDIAN_ID))
                .where(which)
                .orderBy(GUARDIAN.FAMILY_NAME, GUARDIAN.GIVEN_NAME, GUARDIANSHIP.FIRST_DAY)
                .fetch(GuardianStore::guardianship);
    }

    private static Guardianship guardianship(Record r) {
        var g = r.into(GUARDIANSHIP);
        return new Guardianship(g.getId(), g.getStudentId(), g.getGuardianId(),
                r.get(GUARDIAN.FAMILY_NAME) + ", " + r.get(GUARDIAN.GIVEN_NAME), r.get(GUARDIAN.PHONE), g.getRelation(),
                MayCollect.valueOf(g.getMayCollect()), CourtState.valueOf(g.getCourt()),
                Custody.valueOf(g.getCustody()), g.getDocument(),
                g.getFirstDay(), g.getLastDay(), g.getEndedOn(), g.getEnteredAt(), g.getEndedAt());
    }

    List<Guardianship> of(UUID student) {
        return list(GUARDIANSHIP.STUDENT_ID.eq(student));
    }

    List<Guardianship> stopsAt(UUID school) {
        var there = db.select(ROSTER_PERSON.ID).from(ROSTER_PERSON).where(ROSTER_PERSON.SCHOOL_ID.eq(school))
                .and(ROSTER_PERSON.LEFT_ON.isNull());
        return list(GUARDIANSHIP.STUDENT_ID.in(there)
                .and(GUARDIANSHIP.MAY_COLLECT.ne(MayCollect.YES.name()).or(GUARDIANSHIP.COURT.eq("PENDING"))));
    }

    List<Guardianship> ofAll(List<UUID> students) {
        return list(GUARDIANSHIP.STUDENT_ID.in(students));
    }

    List<Guardianship> between(UUID student, UUID guardian) {
        return list(GUARDIANSHIP.STUDENT_ID.eq(student).and(GUARDIANSHIP.GUARDIAN_ID.eq(guardian)));
    }

    Optional<Guardianship> find(UUID student, UUID id) {
        return list(GUARDIANSHIP.STUDENT_ID.eq(student).and(GUARDIANSHIP.ID.eq(id))).stream().findFirst();
    }

    void insert(UUID district, UUID id, UUID student, UUID guardian, Guardians.Entry entry, UUID enteredBy,
            Instant now) {
        db.insertInto(GUARDIANSHIP).set(GUARDIANSHIP.DISTRICT_ID, district).set(GUARDIANSHIP.ID, id)
                .set(GUARDIANSHIP.STUDENT_ID, student).set(GUARDIANSHIP.GUARDIAN_ID, guardian)
                .set(GUARDIANSHIP.RELATION, entry.relation().strip())
                .set(GUARDIANSHIP.MAY_COLLECT, entry.mayCollect().name()).set(GUARDIANSHIP.COURT, entry.court().name())
                .set(GUARDIANSHIP.CUSTODY, entry.custody().name())
                .set(GUARDIANSHIP.DOCUMENT, entry.document().strip()).set(GUARDIANSHIP.FIRST_DAY, entry.firstDay())
                .set(GUARDIANSHIP.LAST_DAY, entry.lastDay())
                .set(GUARDIANSHIP.ENTERED_BY, enteredBy).set(GUARDIANSHIP.ENTERED_AT, now).execute();
    }

    void end(UUID id, LocalDate day, Instant now) {
        db.update(GUARDIANSHIP).set(GUARDIANSHIP.ENDED_ON, day).set(GUARDIANSHIP.ENDED_AT, now)
                .where(GUARDIANSHIP.ID.eq(id)).execute();
    }
}
