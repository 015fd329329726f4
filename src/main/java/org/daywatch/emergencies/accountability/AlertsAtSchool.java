package org.daywatch.emergencies.accountability;

import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.emergencies.Tables.DURESS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.assistance.EmergencyUnderWay;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Alerts for which people are counted: those for the whole school, meant or as a drill. The actual one stands before
 * the drill.
 */
@Component
@Transactional(readOnly = true)
public class AlertsAtSchool implements EmergencyUnderWay {

    private static final Condition UNDER_WAY = ALERT.STATE.notIn("ENDED", "CANCELLED");
    private final DSLContext db;

    AlertsAtSchool(DSLContext db) {
        this.db = db;
    }

    public record Raised(UUID id, UUID agencyId, UUID districtId, UUID schoolId, AlertStatus status,
            ProtocolAction action, Instant at, boolean underWay) {}

    @Override
    public boolean at(UUID school) {
        return underWay(school).stream().anyMatch(a -> a.status() == AlertStatus.ACTUAL);
    }

    List<Raised> underWay(UUID school) {
        return list(ALERT.SCHOOL_ID.eq(school).and(UNDER_WAY)).stream()
                .sorted(java.util.Comparator.comparing(Raised::status)).toList();
    }

    /** Without what this reader was forced to end: on their screens it is over. */
    List<Raised> underWay(UUID school, UUID reader) {
        var ended = db.select(DURESS.ALERT_ID).from(DURESS).where(DURESS.PERSON_ID.eq(reader)).and(DURESS.SHOWS_OVER)
                .fetchSet(DURESS.ALERT_ID);
        return underWay(school).stream().filter(a -> !ended.contains(a.id())).toList();
    }

    public Optional<Raised> find(UUID alert) {
        return list(ALERT.ID.eq(alert)).stream().findFirst();
    }

    private List<Raised> list(Condition which) {
        return db
                .select(ALERT.ID, ALERT.AGENCY_ID, ALERT.DISTRICT_ID, ALERT.SCHOOL_ID, ALERT.STATUS, ALERT.ACTION,
                        ALERT.RAISED_AT, ALERT.STATE)
                .from(ALERT).where(which)
                .and(ALERT.STATUS.ne(AlertStatus.TEST.name())).orderBy(ALERT.RAISED_AT.desc())
                .fetch(r -> new Raised(r.get(ALERT.ID), r.get(ALERT.AGENCY_ID), r.get(ALERT.DISTRICT_ID),
                        r.get(ALERT.SCHOOL_ID), AlertStatus.valueOf(r.get(ALERT.STATUS)),
                        ProtocolAction.valueOf(r.get(ALERT.ACTION)), r.get(ALERT.RAISED_AT),
                        !r.get(ALERT.STATE).equals("ENDED") && !r.get(ALERT.STATE).equals("CANCELLED")))
                .stream().filter(a -> !a.action().help()).toList();
    }
}
