package org.daywatch.directory.programmes;

import static org.daywatch_db.directory.Tables.PROGRAMME_RULE;

import java.time.LocalDate;
import java.util.ArrayList;
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
    private final OwnRuleStore own;

    ProgrammeRuleStore(DSLContext db, OwnRuleStore own) {
        this.db = db;
        this.own = own;
    }

    @Override
    public Optional<ProgrammeRule> inForce(String code, String scope, LocalDate day) {
        return book().find(code, day, scope);
    }

    @Override
    public RuleBook book() {
        var all = new ArrayList<>(db.selectFrom(PROGRAMME_RULE).fetch(ProgrammeRuleStore::rule));
        all.addAll(own.list());
        return new RuleBook(all);
    }

    private static ProgrammeRule rule(ProgrammeRuleRecord r) {
        return new ProgrammeRule(r.getId(), r.getCode(), r.getScope(), r.getValue(), r.getUnit(), r.getValidFrom(), r.getValidTo(),
                r.getSource(), r.getToConfirm(), r.getWords());
    }
}
