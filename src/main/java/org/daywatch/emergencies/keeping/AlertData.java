package org.daywatch.emergencies.keeping;

import static org.daywatch_db.emergencies.Tables.ALERT_CHANGE;
import static org.daywatch_db.emergencies.Tables.DEVICE_KEY;
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

/** What a person pressed, changed, released and gave out, and which devices press for him. What he said under force is left out: who looks over his shoulder must not read it. */
@Component
@Transactional(readOnly = true)
class AlertData implements PersonalData {

    private final DSLContext db;

    AlertData(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(UUID person) {
        return Map.of("alertPresses", db.selectFrom(PRESS).where(PRESS.PERSON_ID.eq(person)).orderBy(PRESS.ACCEPTED_AT).fetchMaps(),
                "alertChanges", db.selectFrom(ALERT_CHANGE).where(ALERT_CHANGE.BY_PERSON.eq(person)).and(ALERT_CHANGE.KIND.ne("DuressSignalled")).orderBy(ALERT_CHANGE.AT).fetchMaps(),
                "roomReleases", db.selectFrom(ROOM_RELEASE).where(ROOM_RELEASE.BY_PERSON.eq(person)).orderBy(ROOM_RELEASE.AT).fetchMaps(),
                "responderLinks", db.selectFrom(RESPONDER_LINK).where(RESPONDER_LINK.MADE_BY.eq(person).or(RESPONDER_LINK.REVOKED_BY.eq(person))).orderBy(RESPONDER_LINK.MADE_AT).fetchMaps(),
                "laneMessages", db.selectFrom(LANE_MESSAGE).where(LANE_MESSAGE.PERSON_ID.eq(person)).orderBy(LANE_MESSAGE.WRITTEN_AT).fetchMaps(),
                "deviceKeys", db.select(DEVICE_KEY.ID, DEVICE_KEY.LABEL, DEVICE_KEY.ROLE, DEVICE_KEY.MADE_AT, DEVICE_KEY.EXPIRES_AT, DEVICE_KEY.REVOKED_AT).from(DEVICE_KEY)
                        .where(DEVICE_KEY.PERSON_ID.eq(person)).orderBy(DEVICE_KEY.MADE_AT).fetchMaps());
    }
}
