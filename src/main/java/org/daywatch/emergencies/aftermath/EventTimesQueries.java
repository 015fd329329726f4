package org.daywatch.emergencies.aftermath;

import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.emergencies.Tables.INCIDENT;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.EventTimes;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class EventTimesQueries implements EventTimes {

    private static final Set<String> OVER = Set.of("ENDED", "CANCELLED");

    private final DSLContext db;

    EventTimesQueries(DSLContext db) {
        this.db = db;
    }

    @Override
    public Optional<EventTime> alert(UUID alert) {
        return db.selectFrom(ALERT).where(ALERT.ID.eq(alert))
                .fetchOptional(r -> new EventTime(r.getId(), r.getDistrictId(), r.getSchoolId(),
                        AlertStatus.valueOf(r.getStatus()), r.getRaisedAt(),
                        OVER.contains(r.getState()) ? r.getSince() : null));
    }

    @Override
    public Optional<EventTime> incidentWithoutAlert(UUID incident) {
        return db.selectFrom(INCIDENT).where(INCIDENT.ID.eq(incident)).and(INCIDENT.ALERT_ID.isNull())
                .fetchOptional(r -> new EventTime(r.getId(), r.getDistrictId(),
                        r.getSchoolId(), AlertStatus.valueOf(r.getStatus()), r.getOpenedAt(),
                        r.getState().equals("OPEN") ? null : r.getSince()));
    }
}
