package org.daywatch.planning.personal;

import static org.daywatch_db.planning.Tables.SAFETY_MEETING;
import static org.daywatch_db.planning.Tables.TEAM_MEMBER;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.personal.PersonalData;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where somebody sits on a safety team, and which meetings they closed or whose minutes they approved. */
@Component
@Transactional(readOnly = true)
class TeamData implements PersonalData {

    private final DSLContext db;

    TeamData(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(UUID person) {
        var m = TEAM_MEMBER;
        var s = SAFETY_MEETING;
        return Map.of("safetyTeams",
                db.select(m.SCHOOL_ID, m.ROLE, m.FROM_DAY, m.TO_DAY).from(m).where(m.PERSON.eq(person))
                        .orderBy(m.FROM_DAY).fetchMaps(),
                "meetingsClosed",
                db.select(s.ID, s.DAY).from(s).where(s.CLOSED_PERSON.eq(person)).orderBy(s.DAY).fetchMaps(),
                "minutesApproved",
                db.select(s.ID, s.DAY).from(s).where(s.APPROVED_PERSON.eq(person)).orderBy(s.DAY).fetchMaps());
    }
}
