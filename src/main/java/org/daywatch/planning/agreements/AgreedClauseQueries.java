package org.daywatch.planning.agreements;

import static org.daywatch_db.planning.Tables.AGREEMENT;
import static org.daywatch_db.planning.Tables.AGREEMENT_CLAUSE;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch.planning.AgreedClauses;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class AgreedClauseQueries implements AgreedClauses {

    private final DSLContext db;

    AgreedClauseQueries(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<AgreedClause> about(UUID school, LocalDate day, String topic) {
        var a = AGREEMENT;
        var c = AGREEMENT_CLAUSE;
        return db.select(a.ID, a.KIND, c.TITLE, c.WORDS).from(a).join(c).on(c.AGENCY_ID.eq(a.AGENCY_ID))
                .and(c.AGREEMENT_ID.eq(a.ID)).and(c.TEXT_VERSION.eq(a.TEXT_VERSION)).where(a.SCHOOL_ID.eq(school))
                .and(a.STATE.eq(Agreement.State.IN_FORCE.name())).and(a.OFFICER_ID.isNull()).and(a.START_DAY.le(day))
                .and(a.ENDS_DAY.ge(day)).and(c.TOPIC.eq(topic)).orderBy(a.KIND, a.ID, c.POSITION)
                .fetch(r -> new AgreedClause(r.get(a.ID), r.get(a.KIND), r.get(c.TITLE), r.get(c.WORDS)));
    }
}
