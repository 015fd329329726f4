package org.daywatch.planning.agreements.clauses;

import static org.daywatch_db.planning.Tables.CLAUSE_RULE;

import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rules about texts of agreements, as dated data. */
@Component
@Transactional(readOnly = true)
public class ClauseRules {

    private final DSLContext db;

    ClauseRules(DSLContext db) {
        this.db = db;
    }

    public List<ClauseRule> list() {
        return db.selectFrom(CLAUSE_RULE).orderBy(CLAUSE_RULE.ID, CLAUSE_RULE.VALID_FROM)
                .fetch(r -> new ClauseRule(r.getId(), r.getScope(), Set.of(r.getKinds()),
                        ClauseTopic.valueOf(r.getTopic()), ClauseRule.Demand.valueOf(r.getDemand()),
                        r.getReading().isEmpty() ? null : ClauseReading.valueOf(r.getReading()),
                        ClauseRule.Weight.valueOf(r.getWeight()), r.getPrimaryPercent(), r.getSecondaryPercent(),
                        r.getValidFrom(), r.getValidTo(), r.getSource(), r.getToConfirm()));
    }
}
