package org.daywatch.planning.meetings.minutes;

import static org.daywatch_db.planning.Tables.IMPROVEMENT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch.planning.PlanningEvent.ImprovementAgreed;
import org.daywatch.planning.meetings.SafetyTeamMeeting;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What a meeting wants done becomes an improvement like any other: with an owner, a day, and somebody else who verifies it. */
@Repository
@Transactional
public class FollowUps {

    private final DSLContext db;
    private final Facts facts;
    private final Clock clock;

    FollowUps(DSLContext db, Facts facts, Clock clock) {
        this.db = db;
        this.facts = facts;
        this.clock = clock;
    }

    /** @param state OPEN, DONE, VERIFIED or DROPPED */
    public record FollowUp(UUID id, String issue, String action, String owner, LocalDate due, String state) {

        public boolean open() {
            return state.equals("OPEN") || state.equals("DONE");
        }
    }

    void agree(SafetyTeamMeeting m, String issue, String action, String owner, LocalDate due, String by) {
        UUID id = Ids.next();
        var i = IMPROVEMENT;
        db.insertInto(i).set(i.AGENCY_ID, m.agencyId()).set(i.ID, id).set(i.DISTRICT_ID, m.districtId()).set(i.SCHOOL_ID, m.schoolId()).set(i.SOURCE, "MEETING").set(i.SOURCE_ID, m.id())
                .set(i.ISSUE, issue).set(i.ACTION, action).set(i.OWNER, owner).set(i.DUE, due).set(i.STATE, "OPEN").set(i.AGREED_AT, clock.instant()).set(i.AGREED_BY, by).execute();
        facts.tell(new ImprovementAgreed(m.agencyId(), id, clock.instant(), m.schoolId(), issue, owner, due, by));
    }

    @Transactional(readOnly = true)
    public List<FollowUp> ofMeeting(UUID meeting) {
        return rows(IMPROVEMENT.SOURCE.eq("MEETING").and(IMPROVEMENT.SOURCE_ID.eq(meeting)));
    }

    /** Not verified yet, what is due soonest first: offered for the agenda. */
    @Transactional(readOnly = true)
    public List<FollowUp> openAt(UUID school) {
        return rows(IMPROVEMENT.SCHOOL_ID.eq(school).and(IMPROVEMENT.STATE.in("OPEN", "DONE")));
    }

    private List<FollowUp> rows(org.jooq.Condition which) {
        return db.selectFrom(IMPROVEMENT).where(which).orderBy(IMPROVEMENT.DUE, IMPROVEMENT.ID)
                .fetch(r -> new FollowUp(r.getId(), r.getIssue(), r.getAction(), r.getOwner(), r.getDue(), r.getState()));
    }
}
