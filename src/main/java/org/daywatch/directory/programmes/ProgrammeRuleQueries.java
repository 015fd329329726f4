package org.daywatch.directory.programmes;

import static org.daywatch_db.directory.Tables.PROGRAMME_RULE;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.daywatch.directory.ProgrammeRules;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers which programme rule is in force. */
@Component
@Transactional(readOnly = true)
class ProgrammeRuleQueries implements ProgrammeRules {

    private final DSLContext db;

    ProgrammeRuleQueries(DSLContext db) {
        this.db = db;
    }

    @Override
    public Optional<ProgrammeRule> find(String code, List<String> scopes, LocalDate day) {
        return db.selectFrom(PROGRAMME_RULE).where(PROGRAMME_RULE.CODE.eq(code)).and(PROGRAMME_RULE.SCOPE.in(scopes))
                .and(PROGRAMME_RULE.VALID_FROM.le(day)).and(PROGRAMME_RULE.VALID_TO.isNull().or(PROGRAMME_RULE.VALID_TO.ge(day)))
                .fetch(r -> new ProgrammeRule(r.getId(), r.getCode(), r.getScope(), r.getValue(), r.getUnit(), r.getValidFrom(), r.getValidTo(),
                        r.getSource(), r.getToConfirm(), r.getWords()))
                .stream().min(Comparator.<ProgrammeRule>comparingInt(r -> scopes.indexOf(r.scope()))
                        .thenComparing(ProgrammeRule::validFrom, Comparator.reverseOrder()));
    }
}
