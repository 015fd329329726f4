package org.daywatch.emergencies.reunification;

import static org.daywatch_db.emergencies.Tables.PICKUP;
import static org.daywatch_db.emergencies.Tables.REUNION_DUTY;
import static org.daywatch_db.emergencies.Tables.REUNIFICATION;
import static org.daywatch_db.emergencies.Tables.PICKUP_STEP;
import static org.daywatch_db.emergencies.Tables.REUNION_STUDENT;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daywatch.emergencies.PeopleRefusal;
import org.daywatch.emergencies.reunification.Pickup.State;
import org.daywatch.emergencies.reunification.PickupCommand.Check;
import org.daywatch.emergencies.reunification.PickupCommand.GoOn;
import org.daywatch.emergencies.reunification.Reunification.By;
import org.daywatch.emergencies.reunification.Reunification.Duty;
import org.daywatch.emergencies.reunification.Reunification.OnDuty;
import org.daywatch.emergencies.reunification.Reunification.StudentPlace;
import org.daywatch.emergencies.reunification.Reunification.StudentThere;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reunifications as stored: where each student is, cards with every step, who has which duty. The district is bound.
 */
@Repository
@Transactional
public class ReunionStore {

    private final DSLContext db;

    ReunionStore(DSLContext db) {
        this.db = db;
    }

    /** Counted from 1; whoever comes second waits for the first. */
    public int nextCard(Reunification reunification) {
        db.execute("select pg_advisory_xact_lock(hashtextextended(?, 31))", reunification.id().toString());
        return 1 + db.select(DSL.coalesce(DSL.max(PICKUP.CARD), 0)).from(PICKUP)
                .where(PICKUP.REUNIFICATION_ID.eq(reunification.id())).fetchSingle().value1();
    }

    /** The student's own row is the last word: whoever is not at the assembly place is given to nobody. */
    void atAssembly(Pickup next, Instant now) {
        boolean released = next.state() instanceof State.Released;
        int there = db.update(REUNION_STUDENT)
                .set(REUNION_STUDENT.PLACE, (released ? StudentPlace.RELEASED : StudentPlace.ASSEMBLY).name())
                .set(REUNION_STUDENT.SINCE, released ? DSL.val(now) : REUNION_STUDENT.SINCE)
                .where(REUNION_STUDENT.ID.eq(next.student()))
                .and(REUNION_STUDENT.PLACE.eq(StudentPlace.ASSEMBLY.name())).execute();
        if (there == 0) throw new Refused(PeopleRefusal.STUDENT_NOT_AT_ASSEMBLY);
    }

    void save(Pickup next, By by, PickupCommand command, Instant now) {
        var stopped = next.state() instanceof State.Stopped stop ? stop : null;
        var asked = stopped == null ? null : stopped.askedBy();
        var update = db.update(PICKUP).set(PICKUP.STATE, next.state().code()).set(PICKUP.SINCE, now)
                .set(PICKUP.VERSION, next.version()).set(PICKUP.REUNION_STUDENT_ID, next.student())
                .set(PICKUP.GUARDIAN_ID, next.guardianId())
                .set(PICKUP.STOP, stopped == null ? null : stopped.why().name())
                .set(PICKUP.ASKED_BY, asked == null ? null : asked.person())
                .set(PICKUP.ASKED_NAME, asked == null ? "" : asked.name())
                .set(PICKUP.RELEASED_AT, next.state() instanceof State.Released(var at) ? at : null)
                .set(PICKUP.CLOSED_WHY, next.state() instanceof State.Closed(var why) ? why : "")
                .set(PICKUP.FIRST_CHECKER, next.state() instanceof State.Checked(var first) ? first : null);
        if (command instanceof Check check)
            update = update.set(PICKUP.CHECKED_AT, now).set(PICKUP.CHECKED_BY, by.person()).set(PICKUP.CUSTODY,
                    check.custody().name());
        if (command instanceof GoOn on) update = update.set(PICKUP.CUSTODY, on.custody().name());
        try {
            update.where(PICKUP.ID.eq(next.id())).execute();
        } catch (DuplicateKeyException e) {
            throw new Refused(PeopleRefusal.STUDENT_ON_THE_WAY);
        }
    }

    void step(UUID district, UUID pickup, int version, Instant now, String step, String state, By by, String words) {
        db.insertInto(PICKUP_STEP).set(PICKUP_STEP.DISTRICT_ID, district).set(PICKUP_STEP.PICKUP_ID, pickup)
                .set(PICKUP_STEP.VERSION, version).set(PICKUP_STEP.AT, now)
                .set(PICKUP_STEP.STEP, step).set(PICKUP_STEP.STATE, state).set(PICKUP_STEP.BY_PERSON, by.person())
                .set(PICKUP_STEP.BY_NAME, by.name()).set(PICKUP_STEP.WORDS, words).execute();
    }

    void lock(UUID pickup) {
        db.select(PICKUP.ID).from(PICKUP).where(PICKUP.ID.eq(pickup)).forUpdate().fetchOptional()
                .orElseThrow(() -> new NotFound("pickup " + pickup));
    }

    void insertCard(Reunification r, UUID id, int card, String half, String guardian, Instant now) {
        db.insertInto(PICKUP).set(PICKUP.DISTRICT_ID, r.districtId()).set(PICKUP.ID, id)
                .set(PICKUP.REUNIFICATION_ID, r.id()).set(PICKUP.CARD, card)
                .set(PICKUP.HALF, half).set(PICKUP.GUARDIAN, guardian).set(PICKUP.STATE, "GREETED")
                .set(PICKUP.SINCE, now).set(PICKUP.GREETED_AT, now).execute();
    }

    void insert(Reunification r, UUID person) {
        try {
            db.insertInto(REUNIFICATION).set(REUNIFICATION.DISTRICT_ID, r.districtId()).set(REUNIFICATION.ID, r.id())
                    .set(REUNIFICATION.SCHOOL_ID, r.schoolId())
                    .set(REUNIFICATION.ALERT_ID, r.alertId()).set(REUNIFICATION.STATUS, r.status().name())
                    .set(REUNIFICATION.SITE, r.site()).set(REUNIFICATION.WHY, r.why())
                    .set(REUNIFICATION.BEGUN_AT, r.begunAt()).set(REUNIFICATION.BEGUN_BY, person).execute();
        } catch (DuplicateKeyException e) {
            throw new Refused(PeopleRefusal.REUNIFICATION_UNDER_WAY);
        }
    }

    void insert(Reunification r, List<StudentThere> students) {
        db.batchInsert(students.stream().map(s -> {
            var row = REUNION_STUDENT.newRecord();
            row.setDistrictId(r.districtId());
            row.setId(s.id());
            row.setReunificationId(r.id());
            row.setStudentId(s.studentId());
            row.setName(s.name());
            row.setPlace(s.place().name());
            row.setSince(s.since());
            return row;
        }).toList()).execute();
    }

    /** @return false where they were released already, or are not of this reunification */
    boolean place(UUID reunification, UUID student, StudentPlace place, Instant now) {
        return db.update(REUNION_STUDENT).set(REUNION_STUDENT.PLACE, place.name()).set(REUNION_STUDENT.SINCE, now)
                .where(REUNION_STUDENT.ID.eq(student))
                .and(REUNION_STUDENT.REUNIFICATION_ID.eq(reunification))
                .and(REUNION_STUDENT.PLACE.ne(StudentPlace.RELEASED.name())).execute() > 0;
    }

    /** @return how many moved */
    int placeAll(UUID reunification, StudentPlace from, StudentPlace to, Instant now) {
        return db.update(REUNION_STUDENT).set(REUNION_STUDENT.PLACE, to.name()).set(REUNION_STUDENT.SINCE, now)
                .where(REUNION_STUDENT.REUNIFICATION_ID.eq(reunification)).and(REUNION_STUDENT.PLACE.eq(from.name()))
                .and(to.done()
                        ? REUNION_STUDENT.ID.notIn(withRunner(reunification))
                        : DSL.noCondition())
                .execute();
    }

    /** Whether they were fetched and have not been released yet. */
    boolean withRunner(UUID reunification, UUID student) {
        return db.fetchExists(withRunner(reunification).and(PICKUP.REUNION_STUDENT_ID.eq(student)));
    }

    private SelectConditionStep<Record1<UUID>> withRunner(UUID reunification) {
        return db.select(PICKUP.REUNION_STUDENT_ID).from(PICKUP).where(PICKUP.REUNIFICATION_ID.eq(reunification))
                .and(PICKUP.STATE.in("FETCHING", "ANSWERED")).and(PICKUP.REUNION_STUDENT_ID.isNotNull());
    }

    void closed(UUID reunification, Instant now) {
        db.update(REUNIFICATION).set(REUNIFICATION.CLOSED_AT, now).where(REUNIFICATION.ID.eq(reunification)).execute();
    }

    List<OnDuty> duties(UUID reunification) {
        return db.selectFrom(REUNION_DUTY).where(REUNION_DUTY.REUNIFICATION_ID.eq(reunification))
                .and(REUNION_DUTY.UNTIL.isNull())
                .fetch(d -> new OnDuty(d.getId(), d.getPersonId(), d.getName(), Duty.valueOf(d.getDuty()),
                        d.getSince()));
    }

    /** @return false where they have it already */
    boolean give(Reunification r, By to, Duty duty, Instant now) {
        return db.insertInto(REUNION_DUTY).set(REUNION_DUTY.DISTRICT_ID, r.districtId())
                .set(REUNION_DUTY.ID, Ids.next()).set(REUNION_DUTY.REUNIFICATION_ID, r.id())
                .set(REUNION_DUTY.PERSON_ID, to.person()).set(REUNION_DUTY.NAME, to.name())
                .set(REUNION_DUTY.DUTY, duty.name()).set(REUNION_DUTY.SINCE, now)
                .onConflictDoNothing().execute() > 0;
    }

    /** @return false where they did not have it */
    boolean leave(UUID reunification, UUID person, Duty duty, Instant now) {
        return db.update(REUNION_DUTY).set(REUNION_DUTY.UNTIL, now)
                .where(REUNION_DUTY.REUNIFICATION_ID.eq(reunification)).and(REUNION_DUTY.PERSON_ID.eq(person))
                .and(REUNION_DUTY.DUTY.eq(duty.name())).and(REUNION_DUTY.UNTIL.isNull()).execute() > 0;
    }
}
