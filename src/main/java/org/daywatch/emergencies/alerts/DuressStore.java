package org.daywatch.emergencies.alerts;

import static org.daywatch_db.emergencies.Tables.DURESS;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.emergencies.AlertEnding;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.EmergencyEvent.*;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch_db.emergencies.tables.records.AlertRecord;
import org.daywatch_db.emergencies.tables.records.DuressRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Acts under force as rows. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class DuressStore {

    private final DSLContext db;

    DuressStore(DSLContext db) {
        this.db = db;
    }

    public void keep(Alert alert, DuressSignaled fact) {
        var act = alert.forced().get(fact.person()).acts().stream().filter(a -> a.version() == fact.version())
                .findFirst().orElse(null);
        db.insertInto(DURESS).set(DURESS.AGENCY_ID, alert.agencyId()).set(DURESS.ALERT_ID, alert.id())
                .set(DURESS.PERSON_ID, fact.person())
                .set(DURESS.DISTRICT_ID, alert.districtId()).set(DURESS.VERSION, fact.version())
                .set(DURESS.AT, fact.at()).set(DURESS.NAME, fact.by())
                .set(DURESS.HOW, fact.how() == null ? null : fact.how().name())
                .set(DURESS.SHOWS_OVER, act != null && Forced.ends(act))
                .set(DURESS.SHOWS, act == null ? null : act.getClass().getSimpleName())
                .set(DURESS.BY_NAME, act == null ? "" : act.by()).set(DURESS.WHY, act == null ? "" : act.why())
                .set(DURESS.ACTION,
                        act instanceof AlertChanged c
                                ? c.action().name()
                                : act instanceof AlertChangeProposed p ? p.action().name() : null)
                .set(DURESS.DETAIL,
                        act instanceof AlertChanged c
                                ? c.detail()
                                : act instanceof AlertChangeProposed p ? p.detail() : "")
                .set(DURESS.ROOM_ID, act instanceof RoomReleased released ? released.room() : null).execute();
    }

    /** @return by alert, by person; nothing of an alert at which nobody was forced */
    Map<UUID, Map<UUID, Forced>> of(Collection<AlertRecord> alerts) {
        if (alerts.isEmpty()) return Map.of();
        var byId = alerts.stream().collect(Collectors.toMap(AlertRecord::getId, alert -> alert));
        var forced = new HashMap<UUID, Map<UUID, Forced>>();
        for (var r : db.selectFrom(DURESS).where(DURESS.ALERT_ID.in(byId.keySet())).orderBy(DURESS.AT, DURESS.VERSION)
                .fetch()) {
            var act = act(byId.get(r.getAlertId()), r);
            forced.computeIfAbsent(r.getAlertId(), a -> new LinkedHashMap<>())
                    .merge(r.getPersonId(), new Forced(r.getPersonId(), r.getName(), r.getAt(), List.of()).and(act),
                            (before, first) -> before.and(act));
        }
        return forced;
    }

    private static @Nullable OfAlert act(AlertRecord alert, DuressRecord r) {
        String shows = r.getShows() != null ? r.getShows() : r.getHow() == null || r.getVersion() > 0 ? "" : before(r);
        UUID tenant = r.getAgencyId(), id = r.getAlertId(), school = alert.getSchoolId();
        var status = AlertStatus.valueOf(alert.getStatus());
        String by = r.getByName().isEmpty() ? r.getName() : r.getByName();
        return switch (shows) {
            case "AlertEnded" -> new AlertEnded(tenant, id, r.getAt(), school, status, r.getVersion(), by, r.getWhy());
            case "FalseAlarmFound" ->
                new FalseAlarmFound(tenant, id, r.getAt(), school, status, r.getVersion(), by, r.getWhy());
            case "AlertEndProposed" -> new AlertEndProposed(tenant, id, r.getAt(), school, status, r.getVersion(),
                    AlertEnding.valueOf(r.getHow()), by, r.getWhy());
            case "AlertChanged" -> new AlertChanged(tenant, id, r.getAt(), school, status, r.getVersion(),
                    ProtocolAction.valueOf(r.getAction()), r.getDetail(), by, r.getWhy());
            case "AlertChangeProposed" -> new AlertChangeProposed(tenant, id, r.getAt(), school, status, r.getVersion(),
                    ProtocolAction.valueOf(r.getAction()), r.getDetail(), by, r.getWhy());
            case "RoomReleased" ->
                new RoomReleased(tenant, id, r.getAt(), school, status, r.getVersion(), r.getRoomId(), by);
            case "BuildingEmptied" -> new BuildingEmptied(tenant, id, r.getAt(), school, status, r.getVersion(), by);
            case "ReunificationBegun" ->
                new ReunificationBegun(tenant, id, r.getAt(), school, status, r.getVersion(), by);
            default -> null;
        };
    }

    /** Rows from before each act had its own say what it was by how, and whether it would have been the end. */
    private static String before(DuressRecord r) {
        if (!r.getShowsOver()) return "AlertEndProposed";
        return r.getHow().equals(AlertEnding.FALSE_ALARM.name()) ? "FalseAlarmFound" : "AlertEnded";
    }
}
