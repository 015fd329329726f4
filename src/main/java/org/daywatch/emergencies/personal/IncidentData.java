package org.daywatch.emergencies.personal;

import static org.daywatch_db.emergencies.Tables.CALLER_CLAIM;
import static org.daywatch_db.emergencies.Tables.INCIDENT;
import static org.daywatch_db.emergencies.Tables.INCIDENT_ENTRY;
import static org.daywatch_db.emergencies.Tables.INCIDENT_PHOTO;
import static org.daywatch_db.emergencies.Tables.INCIDENT_ROLE;
import static org.daywatch_db.emergencies.Tables.STUDENT_EVENT;
import static org.daywatch_db.emergencies.Tables.STATUTORY_ANSWER;
import static org.daywatch_db.emergencies.Tables.TIP;
import static org.daywatch_db.emergencies.Tables.TIP_GROUP;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.emergencies.incidents.IncidentStore;
import org.daywatch.platform.personal.PersonalData;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person wrote into timelines, which role they have, which photos, claims and tips they took down. What they did
 * under force stands there as done or not at all.
 */
@Component
@Transactional(readOnly = true)
class IncidentData implements PersonalData {

    private static final Field<String> WITHHELD = DSL.inline("WITHHELD_STAYS_WITH_THE_SCHOOL");

    private final DSLContext db;

    IncidentData(DSLContext db) {
        this.db = db;
    }

    private List<Map<String, Object>> entries(UUID person) {
        return db.selectFrom(INCIDENT_ENTRY).where(INCIDENT_ENTRY.BY_PERSON.eq(person))
                .and(INCIDENT_ENTRY.KIND.ne("DuressSignaled")).orderBy(INCIDENT_ENTRY.AT).fetchMaps().stream()
                .map(IncidentData::shown).toList();
    }

    private static Map<String, Object> shown(Map<String, Object> row) {
        if (row.get("kind").equals(IncidentStore.CLOSED_UNDER_FORCE)) row.replace("kind", "IncidentClosed");
        if (row.get("kind").equals(IncidentStore.REOPENED_UNDER_FORCE)) row.replace("kind", "IncidentReopened");
        return row;
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(UUID person) {
        var p = INCIDENT_PHOTO;
        return Map.of("incidentEntries", entries(person),
                "incidentsCommanded",
                db.selectFrom(INCIDENT).where(INCIDENT.HELD_BY.eq(person).or(INCIDENT.OFFER_BY.eq(person)))
                        .orderBy(INCIDENT.OPENED_AT)
                        .fetchMaps(),
                "incidentRoles", db.selectFrom(INCIDENT_ROLE).where(INCIDENT_ROLE.PERSON_ID.eq(person)).fetchMaps(),
                "incidentPhotos",
                db.select(p.ID, p.INCIDENT_ID, p.CAPTION, p.AT).from(p).where(p.BY_PERSON.eq(person)).orderBy(p.AT)
                        .fetchMaps(),
                "callerClaims",
                db.selectFrom(CALLER_CLAIM).where(CALLER_CLAIM.BY_PERSON.eq(person)).orderBy(CALLER_CLAIM.SAID_AT)
                        .fetchMaps(),
                "tips",
                db.select(TIP.ID, TIP.GROUP_ID, TIP.HOW, TIP.SAID_AT, WITHHELD.as("words")).from(TIP)
                        .where(TIP.BY_PERSON.eq(person)).orderBy(TIP.SAID_AT).fetchMaps(),
                "tipsDecided",
                db.select(TIP_GROUP.ID, TIP_GROUP.SCHOOL_ID, TIP_GROUP.DECISION, TIP_GROUP.DECIDED_AT,
                        WITHHELD.as("reason")).from(TIP_GROUP).where(TIP_GROUP.DECIDED_BY.eq(person))
                        .orderBy(TIP_GROUP.DECIDED_AT).fetchMaps(),
                "statutoryAnswers",
                db.selectFrom(STATUTORY_ANSWER).where(STATUTORY_ANSWER.BY_PERSON.eq(person))
                        .orderBy(STATUTORY_ANSWER.AT).fetchMaps(),
                "studentEvents", db.selectFrom(STUDENT_EVENT).where(STUDENT_EVENT.BY_PERSON.eq(person))
                        .orderBy(STUDENT_EVENT.AT).fetchMaps());
    }
}
