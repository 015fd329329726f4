package org.daywatch.emergencies.aftermath;

import static org.daywatch_db.emergencies.Tables.AFTER_ACTION;
import static org.daywatch_db.emergencies.Tables.CAPABILITY_RATING;
import static org.daywatch_db.emergencies.Tables.IMPROVEMENT;
import static org.daywatch_db.emergencies.Tables.PRESS;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.emergencies.aftermath.AfterActions.Improvement;
import org.daywatch.emergencies.aftermath.AfterActions.Rated;
import org.daywatch.emergencies.incidents.Incident;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was written of an incident afterward, as stored. */
@Repository
@Transactional
class AfterActionStore {

    private final DSLContext db;

    AfterActionStore(DSLContext db) {
        this.db = db;
    }

    Map<AftermathCapability, Rated> ratings(UUID incident) {
        var ratings = new EnumMap<AftermathCapability, Rated>(AftermathCapability.class);
        db.selectFrom(CAPABILITY_RATING).where(CAPABILITY_RATING.INCIDENT_ID.eq(incident))
                .forEach(r -> ratings.put(AftermathCapability.valueOf(r.getCapability()),
                        new Rated(AftermathCapability.Rating.valueOf(r.getRating()), r.getWords(), r.getRatedBy())));
        return ratings;
    }

    List<Improvement> improvements(UUID incident) {
        return db.selectFrom(IMPROVEMENT).where(IMPROVEMENT.INCIDENT_ID.eq(incident))
                .orderBy(IMPROVEMENT.DUE, IMPROVEMENT.ID).fetch(r -> new Improvement(
                        AftermathCapability.valueOf(r.getCapability()), r.getIssue(), r.getAction(), r.getOwner(),
                        r.getDue(), r.getProposedBy(), r.getProposedAt()));
    }

    /** Empty where nobody has written any. */
    String strengthsOf(UUID incident) {
        return db.select(AFTER_ACTION.STRENGTHS).from(AFTER_ACTION).where(AFTER_ACTION.INCIDENT_ID.eq(incident))
                .fetchOptional(AFTER_ACTION.STRENGTHS).orElse("");
    }

    int pressers(UUID incident) {
        return db.fetchCount(PRESS, PRESS.ALERT_ID.eq(incident));
    }

    record Press(Instant deviceAt, Instant acceptedAt) {}

    /** The first one. */
    Optional<Press> press(UUID incident) {
        return db.selectFrom(PRESS).where(PRESS.ID.eq(incident))
                .fetchOptional(p -> new Press(p.getDeviceAt(), p.getAcceptedAt()));
    }

    void putStrengths(Incident i, String words, String by, Instant now) {
        var t = AFTER_ACTION;
        db.insertInto(t).set(t.AGENCY_ID, i.agencyId()).set(t.INCIDENT_ID, i.id()).set(t.DISTRICT_ID, i.districtId())
                .set(t.STRENGTHS, words).set(t.WRITTEN_AT, now)
                .set(t.WRITTEN_BY, by).set(t.VERSION, 1).onConflict(t.AGENCY_ID, t.INCIDENT_ID).doUpdate()
                .set(t.STRENGTHS, words).set(t.WRITTEN_AT, now)
                .set(t.WRITTEN_BY, by).set(t.VERSION, t.VERSION.plus(1)).execute();
    }

    void putRating(Incident i, AftermathCapability capability, Rated rated, Instant now) {
        var t = CAPABILITY_RATING;
        db.insertInto(t).set(t.AGENCY_ID, i.agencyId()).set(t.INCIDENT_ID, i.id()).set(t.CAPABILITY, capability.name())
                .set(t.DISTRICT_ID, i.districtId())
                .set(t.RATING, rated.rating().name()).set(t.WORDS, rated.words()).set(t.RATED_AT, now)
                .set(t.RATED_BY, rated.by())
                .onConflict(t.AGENCY_ID, t.INCIDENT_ID, t.CAPABILITY).doUpdate().set(t.RATING, rated.rating().name())
                .set(t.WORDS, rated.words()).set(t.RATED_AT, now)
                .set(t.RATED_BY, rated.by()).execute();
    }

    void insert(Incident i, UUID id, Improvement m) {
        var t = IMPROVEMENT;
        db.insertInto(t).set(t.AGENCY_ID, i.agencyId()).set(t.ID, id).set(t.INCIDENT_ID, i.id())
                .set(t.DISTRICT_ID, i.districtId()).set(t.SCHOOL_ID, i.schoolId())
                .set(t.CAPABILITY, m.capability().name()).set(t.ISSUE, m.issue()).set(t.ACTION, m.action())
                .set(t.OWNER, m.owner()).set(t.DUE, m.due()).set(t.PROPOSED_AT, m.at())
                .set(t.PROPOSED_BY, m.by()).execute();
    }
}
