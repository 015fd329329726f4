package org.daywatch.directory.programmes;

import static org.daywatch_db.directory.Tables.PROGRAMME_RULE;

import java.time.LocalDate;
import java.util.Optional;
import org.daywatch.directory.ProgrammeRule;
import org.daywatch.directory.ProgrammeRules;
import org.daywatch.directory.RuleBook;
import org.daywatch_db.directory.tables.records.ProgrammeRuleRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class ProgrammeRuleStore implements ProgrammeRules {

    private final DSLContext db;

    ProgrammeRuleStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public Optional<ProgrammeRule> inForce(String code, String scope, LocalDate day) {
        return new RuleBook(db.selectFrom(PROGRAMME_RULE).where(PROGRAMME_RULE.CODE.eq(code)).fetch(ProgrammeRuleStore::rule)).find(code, day, scope);
    }

    @Override
    public RuleBook book() {
        return new RuleBook(db.selectFrom(PROGRAMME_RULE).fetch(ProgrammeRuleStore::rule));
    }

    private static ProgrammeRule rule(ProgrammeRuleRecord r) {
        return new ProgrammeRule(r.getId(), r.getCode(), r.getScope(), r.getValue(), r.getUnit(), r.getValidFrom(), r.getValidTo(),
                r.getSource(), r.getToConfirm(), r.getWords());
    }
}
