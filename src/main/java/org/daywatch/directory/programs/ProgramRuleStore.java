package org.daywatch.directory.programs;

import static org.daywatch_db.directory.Tables.PROGRAM_RULE;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch_db.directory.tables.records.ProgramRuleRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class ProgramRuleStore implements ProgramRules {

    private final DSLContext db;
    private final OwnRuleStore own;
    /**
     * They change with a release, are the same for everybody, and are asked for at each acceptance, check-in and page.
     */
    private final LoadingCache<String, List<ProgramRule>> shipped = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1)).build(all -> read());

    ProgramRuleStore(DSLContext db, OwnRuleStore own) {
        this.db = db;
        this.own = own;
    }

    @Override
    public Optional<ProgramRule> inForce(String code, String scope, LocalDate day) {
        return book().find(code, day, scope);
    }

    @Override
    public RuleBook book() {
        var all = new ArrayList<>(shipped.get("all"));
        all.addAll(own.list());
        return new RuleBook(all);
    }

    private List<ProgramRule> read() {
        return List.copyOf(db.selectFrom(PROGRAM_RULE).fetch(ProgramRuleStore::rule));
    }

    private static ProgramRule rule(ProgramRuleRecord r) {
        return new ProgramRule(r.getId(), r.getCode(), r.getScope(), r.getValue(), r.getUnit(), r.getValidFrom(),
                r.getValidTo(),
                r.getSource(), r.getToConfirm(), r.getWords());
    }
}
