package org.daywatch.emergencies.reunification.paper;

import static org.daywatch_db.emergencies.Tables.PICKUP;
import static org.daywatch_db.emergencies.Tables.PICKUP_STEP;
import static org.daywatch_db.emergencies.Tables.REUNION_STUDENT;

import java.time.Instant;
import java.util.UUID;
import org.daywatch.emergencies.PeopleRefusal;
import org.daywatch.emergencies.reunification.Reunification.By;
import org.daywatch.emergencies.reunification.Reunification.StudentPlace;
import org.daywatch.emergencies.reunification.Reunification;
import org.daywatch.emergencies.reunification.paper.PaperCards.Written;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Cards of paper as stored, with the two steps that are known of them. */
@Repository
@Transactional
class PaperCardStore {

    private final DSLContext db;

    PaperCardStore(DSLContext db) {
        this.db = db;
    }

    UUID insert(By by, Reunification r, Written card, int number, String custody, Instant now) {
        var id = Ids.next();
        try {
            db.insertInto(PICKUP).set(PICKUP.DISTRICT_ID, r.districtId()).set(PICKUP.ID, id)
                    .set(PICKUP.REUNIFICATION_ID, r.id()).set(PICKUP.CARD, number).set(PICKUP.HALF, "–")
                    .set(PICKUP.GUARDIAN, card.guardian().strip()).set(PICKUP.GUARDIAN_ID, card.guardianId())
                    .set(PICKUP.REUNION_STUDENT_ID, card.student()).set(PICKUP.STATE, "RELEASED")
                    .set(PICKUP.SINCE, card.goneAt()).set(PICKUP.GREETED_AT, card.goneAt())
                    .set(PICKUP.RELEASED_AT, card.goneAt()).set(PICKUP.ON_PAPER, true)
                    .set(PICKUP.CUSTODY, custody).execute();
        } catch (DuplicateKeyException e) {
            throw new Refused(PeopleRefusal.STUDENT_ON_THE_WAY);
        }
        keep(r, id, 0, card.goneAt(), "PaperCard", by, card.initials().strip());
        keep(r, id, 1, now, "PaperTypedIn", by, custody);
        return id;
    }

    private void keep(Reunification r, UUID pickup, int version, Instant at, String step, By by, String words) {
        db.insertInto(PICKUP_STEP).set(PICKUP_STEP.DISTRICT_ID, r.districtId()).set(PICKUP_STEP.PICKUP_ID, pickup)
                .set(PICKUP_STEP.VERSION, version).set(PICKUP_STEP.AT, at)
                .set(PICKUP_STEP.STEP, step).set(PICKUP_STEP.STATE, "RELEASED").set(PICKUP_STEP.BY_PERSON, by.person())
                .set(PICKUP_STEP.BY_NAME, by.name()).set(PICKUP_STEP.WORDS, words).execute();
    }

    /** @return false where they went home before */
    boolean released(UUID student, Instant at) {
        return db.update(REUNION_STUDENT).set(REUNION_STUDENT.PLACE, StudentPlace.RELEASED.name())
                .set(REUNION_STUDENT.SINCE, at).where(REUNION_STUDENT.ID.eq(student))
                .and(REUNION_STUDENT.PLACE.ne(StudentPlace.RELEASED.name())).execute() > 0;
    }
}
