package org.daywatch.emergencies.aftermath;

import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.emergencies.Tables.INCIDENT;
import static org.daywatch_db.emergencies.Tables.INCIDENT_RESOURCE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ResponseTimes;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class ResponseTimesQueries implements ResponseTimes {

    private final DSLContext db;

    ResponseTimesQueries(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<Arrival> of(UUID school, Instant since) {
        var first = DSL.min(INCIDENT_RESOURCE.ARRIVED_AT);
        return db.select(ALERT.ID, ALERT.RAISED_AT, first).from(ALERT).join(INCIDENT).on(INCIDENT.ALERT_ID.eq(ALERT.ID))
                .join(INCIDENT_RESOURCE)
                .on(INCIDENT_RESOURCE.INCIDENT_ID.eq(INCIDENT.ID)).where(ALERT.SCHOOL_ID.eq(school))
                .and(ALERT.RAISED_AT.ge(since)).and(ALERT.STATUS.eq(AlertStatus.ACTUAL.name()))
                .and(INCIDENT_RESOURCE.KIND.eq("LAW")).and(INCIDENT_RESOURCE.ARRIVED_AT.gt(ALERT.RAISED_AT))
                .groupBy(ALERT.ID, ALERT.RAISED_AT).orderBy(ALERT.RAISED_AT.desc())
                .fetch(r -> new Arrival(r.get(ALERT.ID), r.get(ALERT.RAISED_AT),
                        (int) Math.max(1, Duration.between(r.get(ALERT.RAISED_AT), r.get(first)).toSeconds())));
    }
}
