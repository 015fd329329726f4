package org.daywatch.emergencies.reach.escalation;

import static org.daywatch_db.emergencies.Tables.REACH_ATTEMPT;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.reach.Way;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Attempts as rows. */
@Repository
@Transactional
public class AttemptStore {

    private final DSLContext db;

    AttemptStore(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public List<Attempt> of(UUID alert) {
        return list(REACH_ATTEMPT.ALERT_ID.eq(alert));
    }

    @Transactional(readOnly = true)
    public Optional<Attempt> find(UUID id) {
        return list(REACH_ATTEMPT.ID.eq(id)).stream().findFirst();
    }

    private List<Attempt> list(Condition which) {
        return db.selectFrom(REACH_ATTEMPT).where(which).orderBy(REACH_ATTEMPT.AT, REACH_ATTEMPT.ID)
                .fetch(r -> new Attempt(r.getId(), r.getAlertId(), r.getTold(), r.getPersonId(),
                        Way.valueOf(r.getWay()), Attempt.Fate.valueOf(r.getState()), r.getAt(), r.getDeadlineAt(),
                        r.getExpiresAt(), r.getDeliveryId(), r.getError()));
    }

    /** @return false where another node was faster */
    boolean insert(Alert alert, Attempt a) {
        return db.insertInto(REACH_ATTEMPT).set(REACH_ATTEMPT.AGENCY_ID, alert.agencyId()).set(REACH_ATTEMPT.ID, a.id())
                .set(REACH_ATTEMPT.ALERT_ID, a.alert())
                .set(REACH_ATTEMPT.TOLD, a.told()).set(REACH_ATTEMPT.PERSON_ID, a.person())
                .set(REACH_ATTEMPT.DISTRICT_ID, alert.districtId()).set(REACH_ATTEMPT.WAY, a.way().name())
                .set(REACH_ATTEMPT.STATE, a.fate().name()).set(REACH_ATTEMPT.AT, a.at())
                .set(REACH_ATTEMPT.DEADLINE_AT, a.deadline()).set(REACH_ATTEMPT.EXPIRES_AT, a.expires())
                .onConflict(REACH_ATTEMPT.AGENCY_ID, REACH_ATTEMPT.ALERT_ID, REACH_ATTEMPT.TOLD,
                        REACH_ATTEMPT.PERSON_ID, REACH_ATTEMPT.WAY)
                .doNothing().execute() == 1;
    }

    void carriedBy(UUID attempt, UUID delivery) {
        db.update(REACH_ATTEMPT).set(REACH_ATTEMPT.DELIVERY_ID, delivery).where(REACH_ATTEMPT.ID.eq(attempt)).execute();
    }

    /** What has arrived has arrived, whatever is heard of it later. */
    public void write(UUID attempt, Attempt.Fate fate, String error) {
        db.update(REACH_ATTEMPT).set(REACH_ATTEMPT.STATE, fate.name())
                .set(REACH_ATTEMPT.ERROR, error.length() > 200 ? error.substring(0, 200) : error)
                .where(REACH_ATTEMPT.ID.eq(attempt)).and(REACH_ATTEMPT.STATE.ne("RECEIVED")).execute();
    }
}
