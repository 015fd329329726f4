package org.daywatch.emergencies.reunification.paper;

import static org.daywatch_db.emergencies.Tables.PICKUP;
import static org.daywatch_db.emergencies.Tables.PICKUP_STEP;
import static org.daywatch_db.emergencies.Tables.REUNION_STUDENT;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.UUID;
import org.daywatch.directory.guardians.Guardians;
import org.daywatch.emergencies.PeopleEvent.PickupWent;
import org.daywatch.emergencies.PeopleRefusal;
import org.daywatch.emergencies.reunification.PickupCommands;
import org.daywatch.emergencies.reunification.Reunification;
import org.daywatch.emergencies.reunification.Reunification.By;
import org.daywatch.emergencies.reunification.Reunification.Duty;
import org.daywatch.emergencies.reunification.Reunification.StudentPlace;
import org.daywatch.emergencies.reunification.ReunionDuties;
import org.daywatch.emergencies.reunification.ReunionNumbers;
import org.daywatch.emergencies.reunification.ReunionQueries;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cards of paper, typed in afterward: the student has gone, so nothing is refused for the list's sake, but what the
 * list says is kept and shown.
 */
@Component
@Transactional
class PaperCards {

    private final DSLContext db;
    private final ReunionQueries queries;
    private final ReunionDuties duties;
    private final ReunionNumbers numbers;
    private final PickupCommands pickups;
    private final Guardians guardians;
    private final Facts facts;
    private final Live live;
    private final Clock clock;

    PaperCards(DSLContext db, ReunionQueries queries, ReunionDuties duties, ReunionNumbers numbers,
            PickupCommands pickups, Guardians guardians, Facts facts, Live live, Clock clock) {
        this.db = db;
        this.queries = queries;
        this.duties = duties;
        this.numbers = numbers;
        this.pickups = pickups;
        this.guardians = guardians;
        this.facts = facts;
        this.live = live;
        this.clock = clock;
    }

    /**
     * What stands on one card.
     *
     * @param guardianId null: not on the student's list
     * @param goneAt as written on it
     * @param initials of the two who checked: "KM / RS"
     */
    record Written(UUID student, @Nullable UUID guardianId, String guardian, Instant goneAt, String initials) {}

    UUID enter(By by, Reunification r, Written card, ZoneId zone) {
        if (r.closedAt() != null) throw new Refused(PeopleRefusal.REUNIFICATION_CLOSED);
        duties.need(r.id(), by, EnumSet.of(Duty.ACCOUNTANT, Duty.LEAD));
        if (card.guardian().strip().length() < 2 || card.guardian().length() > 120)
            throw new InvalidInput("guardian", card.guardian(), "reunification.error.guardian");
        if (card.initials().isBlank() || card.initials().length() > 40)
            throw new InvalidInput("initials", card.initials(), "reunification.error.initials");
        var now = clock.instant();
        if (card.goneAt().isAfter(now) || card.goneAt().isBefore(r.begunAt()))
            throw new InvalidInput("time", card.goneAt().toString(), "reunification.error.time");
        var student = queries.student(r.id(), card.student());
        var custody = guardians.mayCollect(student.studentId(), card.guardianId(),
                LocalDate.ofInstant(card.goneAt(), zone));
        int gone = db.update(REUNION_STUDENT).set(REUNION_STUDENT.PLACE, StudentPlace.RELEASED.name())
                .set(REUNION_STUDENT.SINCE, card.goneAt()).where(REUNION_STUDENT.ID.eq(student.id()))
                .and(REUNION_STUDENT.PLACE.ne(StudentPlace.RELEASED.name())).execute();
        if (gone == 0) throw new Refused(PeopleRefusal.STUDENT_ON_THE_WAY);
        var id = insert(by, r, card, custody.name(), now);
        facts.tell(new PickupWent(r.districtId(), id, now, r.id(), "PaperCard", "RELEASED", custody.name()));
        numbers.count(r);
        live.ring("reunification", r.districtId());
        return id;
    }

    private UUID insert(By by, Reunification r, Written card, String custody, Instant now) {
        var id = Ids.next();
        try {
            db.insertInto(PICKUP).set(PICKUP.DISTRICT_ID, r.districtId()).set(PICKUP.ID, id)
                    .set(PICKUP.REUNIFICATION_ID, r.id()).set(PICKUP.CARD, pickups.nextCard(r)).set(PICKUP.HALF, "–")
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
}
