package org.daywatch.emergencies.personal;

import static org.daywatch_db.emergencies.Tables.ALERT_CHANGE;
import static org.daywatch_db.emergencies.Tables.DEVICE_KEY;
import static org.daywatch_db.emergencies.Tables.DURESS;
import static org.daywatch_db.emergencies.Tables.LANE_MESSAGE;
import static org.daywatch_db.emergencies.Tables.PRESS;
import static org.daywatch_db.emergencies.Tables.RESPONDER_LINK;
import static org.daywatch_db.emergencies.Tables.ROOM_RELEASE;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.personal.PersonalData;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person pressed, changed, released and gave out, and which devices press for them. What they did under force
 * stands there as done: who looks over their shoulder must not read more.
 */
@Component
@Transactional(readOnly = true)
class AlertData implements PersonalData {

    private final DSLContext db;

    AlertData(DSLContext db) {
        this.db = db;
    }

    private List<Map<String, Object>> changes(UUID person) {
        var c = ALERT_CHANGE;
        var made = db.select(DURESS.ALERT_ID, DURESS.VERSION, DURESS.SHOWS).from(DURESS)
                .where(DURESS.PERSON_ID.eq(person)).and(DURESS.SHOWS.isNotNull())
                .fetchMap(r -> r.get(DURESS.ALERT_ID) + " " + r.get(DURESS.VERSION), r -> r.get(DURESS.SHOWS));
        return db.selectFrom(c).where(c.BY_PERSON.eq(person)).orderBy(c.AT).fetchMaps().stream()
                .map(row -> shown(row, made)).filter(row -> !row.get("kind").equals("DuressSignaled")).toList();
    }

    private static Map<String, Object> shown(Map<String, Object> row, Map<String, String> made) {
        if (row.get("kind").equals("DuressSignaled"))
            row.replace("kind", made.getOrDefault(row.get("alert_id") + " " + row.get("version"), "DuressSignaled"));
        return row;
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(UUID person) {
        return Map.of("alertPresses",
                db.selectFrom(PRESS).where(PRESS.PERSON_ID.eq(person)).orderBy(PRESS.ACCEPTED_AT).fetchMaps(),
                "alertChanges", changes(person),
                "roomReleases",
                db.selectFrom(ROOM_RELEASE).where(ROOM_RELEASE.BY_PERSON.eq(person)).orderBy(ROOM_RELEASE.AT)
                        .fetchMaps(),
                "responderLinks",
                db.selectFrom(RESPONDER_LINK)
                        .where(RESPONDER_LINK.MADE_BY.eq(person).or(RESPONDER_LINK.REVOKED_BY.eq(person)))
                        .orderBy(RESPONDER_LINK.MADE_AT).fetchMaps(),
                "laneMessages",
                db.selectFrom(LANE_MESSAGE).where(LANE_MESSAGE.PERSON_ID.eq(person)).orderBy(LANE_MESSAGE.WRITTEN_AT)
                        .fetchMaps(),
                "deviceKeys",
                db.select(DEVICE_KEY.ID, DEVICE_KEY.LABEL, DEVICE_KEY.ROLE, DEVICE_KEY.MADE_AT, DEVICE_KEY.EXPIRES_AT,
                        DEVICE_KEY.REVOKED_AT).from(DEVICE_KEY)
                        .where(DEVICE_KEY.PERSON_ID.eq(person)).orderBy(DEVICE_KEY.MADE_AT).fetchMaps());
    }
}
