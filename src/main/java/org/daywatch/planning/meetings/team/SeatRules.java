package org.daywatch.planning.meetings.team;

import static org.daywatch_db.planning.Tables.SEAT_RULE;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The seats that law and program demand, as dated data. */
@Component
@Transactional(readOnly = true)
public class SeatRules {

    private final DSLContext db;

    SeatRules(DSLContext db) {
        this.db = db;
    }

    /** What holds in a state on a day, in the order it was written down. */
    public List<SeatRule> of(String state, LocalDate day) {
        var s = SEAT_RULE;
        return db.selectFrom(s).where(s.STATE.eq(state)).orderBy(s.PLACE, s.ID)
                .fetch(r -> new SeatRule(r.getId(), r.getState(),
                        Arrays.stream(r.getRoles()).map(TeamRole::valueOf).toList(), r.getSeats(),
                        SeatRule.Needed.valueOf(r.getNeeded()), SeatRule.Place.valueOf(r.getPlace()),
                        r.getValidFrom(), r.getValidTo(), r.getSource(), r.getToConfirm()))
                .stream().filter(rule -> rule.inForce(day)).toList();
    }
}
