package org.daywatch.emergencies.incidents.clocks;

import static org.daywatch_db.emergencies.Tables.INCIDENT;
import static org.daywatch_db.emergencies.Tables.STUDENT_EVENT;
import static org.daywatch_db.emergencies.Tables.STATUTORY_CLOCK;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.incidents.clocks.StatutoryRule.How;
import org.daywatch.emergencies.incidents.clocks.StatutoryRule.Kind;
import org.daywatch.emergencies.incidents.clocks.StatutoryRule.Outcome;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is due by law, as people and timers look at it. */
@Component
@Transactional(readOnly = true)
public class StatutoryQueries {

    private final DSLContext db;

    StatutoryQueries(DSLContext db) {
        this.db = db;
    }

    /** An open one, with where it belongs. */
    public record Open(UUID incident, UUID agencyId, UUID districtId, UUID schoolId, AlertStatus status,
            StatutoryClock clock) {}

    /** What is due soonest first. */
    public List<StatutoryClock> list(UUID incident) {
        return rows(STUDENT_EVENT.INCIDENT_ID.eq(incident)).map(StatutoryQueries::clock);
    }

    /** Of the organization that is bound, the soonest first. @param schools only these; empty: all of them */
    public List<Open> open(Optional<Set<UUID>> schools) {
        var which = STATUTORY_CLOCK.OUTCOME.isNull()
                .and(schools.map(INCIDENT.SCHOOL_ID::in).orElseGet(org.jooq.impl.DSL::noCondition));
        return rows(which).map(r -> new Open(r.get(INCIDENT.ID), r.get(INCIDENT.AGENCY_ID), r.get(INCIDENT.DISTRICT_ID),
                r.get(INCIDENT.SCHOOL_ID),
                AlertStatus.valueOf(r.get(INCIDENT.STATUS)), clock(r)));
    }

    private Result<? extends Record> rows(Condition which) {
        var e = STUDENT_EVENT;
        var c = STATUTORY_CLOCK;
        return db.select().from(c).join(e).on(e.AGENCY_ID.eq(c.AGENCY_ID), e.ID.eq(c.EVENT_ID)).join(INCIDENT)
                .on(INCIDENT.AGENCY_ID.eq(e.AGENCY_ID), INCIDENT.ID.eq(e.INCIDENT_ID))
                .where(which).orderBy(c.DUE_AT, c.CODE, e.ID).fetch();
    }

    private static StatutoryClock clock(Record r) {
        var e = STUDENT_EVENT;
        var c = STATUTORY_CLOCK;
        return new StatutoryClock(r.get(e.ID), Kind.valueOf(r.get(e.KIND)), r.get(e.STUDENT), r.get(e.PLACE),
                r.get(e.AT), StatutoryRule.valueOf(r.get(c.CODE)),
                r.get(c.DUE_AT), r.get(c.SOURCE), r.get(c.TO_CONFIRM), answer(r));
    }

    private static StatutoryClock.@Nullable Answer answer(Record r) {
        var c = STATUTORY_CLOCK;
        if (r.get(c.OUTCOME) == null) return null;
        Instant done = r.get(c.DONE_AT) == null ? r.get(c.ANSWERED_AT) : r.get(c.DONE_AT);
        return new StatutoryClock.Answer(Outcome.valueOf(r.get(c.OUTCOME)), done,
                r.get(c.HOW) == null ? null : How.valueOf(r.get(c.HOW)), r.get(c.WORDS), r.get(c.ANSWERED_BY),
                r.get(c.ANSWERED_AT));
    }
}
