package org.daywatch.planning.meetings.meeting;

import static org.daywatch_db.planning.Tables.IMPROVEMENT;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.Campuses;
import org.daywatch.planning.improvements.Improvement.Source;
import org.daywatch.planning.improvements.ImprovementCommands.Wish;
import org.daywatch.planning.improvements.ImprovementCommands;
import org.daywatch.planning.improvements.Owners.Owner;
import org.daywatch.platform.errors.NotFound;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a meeting wants done becomes an improvement like any other: with an owner, a day, and somebody else who verifies
 * it.
 */
@Repository
@Transactional
public class FollowUps {

    private final DSLContext db;
    private final ImprovementCommands improvements;
    private final Campuses campuses;

    FollowUps(DSLContext db, ImprovementCommands improvements, Campuses campuses) {
        this.db = db;
        this.improvements = improvements;
        this.campuses = campuses;
    }

    /** @param state OPEN, DONE, VERIFIED or DROPPED */
    public record FollowUp(UUID id, String issue, String action, String owner, LocalDate due, String state) {
    }

    public void agree(SafetyTeamMeeting m, String issue, String action, Owner owner, LocalDate due, String by,
            UUID form) {
        var school = campuses.find(m.schoolId()).orElseThrow(() -> new NotFound("school " + m.schoolId()));
        improvements.agree(m.agencyId(), school,
                new Wish(Source.MEETING, m.id(), "", issue, action, owner.name(), owner.person(), due), by, form);
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
                .fetch(r -> new FollowUp(r.getId(), r.getIssue(), r.getAction(), r.getOwner(), r.getDue(),
                        r.getState()));
    }
}
