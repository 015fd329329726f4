package org.daywatch.directory.programmes;

import static org.daywatch_db.directory.Tables.PROGRAMME_RULE;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
    /** They change with a release, are the same for everybody, and are asked for at each acceptance, check-in and page. */
    private final LoadingCache<String, List<ProgrammeRule>> shipped = Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build(all -> read());

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
        var all = new ArrayList<>(shipped.get("all"));
        all.addAll(own.list());
        return new RuleBook(all);
    }

    private List<ProgrammeRule> read() {
        return List.copyOf(db.selectFrom(PROGRAMME_RULE).fetch(ProgrammeRuleStore::rule));
    }

    private static ProgrammeRule rule(ProgrammeRuleRecord r) {
        return new ProgrammeRule(r.getId(), r.getCode(), r.getScope(), r.getValue(), r.getUnit(), r.getValidFrom(), r.getValidTo(),
                r.getSource(), r.getToConfirm(), r.getWords());
    }
}
