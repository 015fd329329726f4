package org.daywatch.platform.retention;

import static org.daywatch_db.platform.Tables.RETENTION_RULE;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.daywatch.platform.time.HomeTime;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies the retention rules of the day, organization by organization; each says in its own audit what went, not what
 * it said.
 */
@Component
public class Retention {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    private final DSLContext db;
    private final Clock clock;
    private final HomeTime home;
    private final Tenants tenants;
    private final AuditLog audit;
    private final Map<String, RecordKeeper> keepers;
    private final TransactionTemplate transaction;

    Retention(DSLContext db, Clock clock, Tenants tenants, AuditLog audit, List<RecordKeeper> keepers,
            PlatformTransactionManager transactions, HomeTime home) {
        this.db = db;
        this.clock = clock;
        this.home = home;
        this.tenants = tenants;
        this.audit = audit;
        this.keepers = keepers.stream().collect(Collectors.toMap(RecordKeeper::kind, Function.identity()));
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param keepDays null: kept without limit; {@code applied} false: nothing acts on this rule */
    public record Rule(String kind, @Nullable Integer keepDays, String action, String reason, boolean toConfirm,
            boolean applied) {}

    /** The rules in force today, one for each kind: the one that began last. For the page and for the work. */
    public List<Rule> rules() {
        var today = home.today();
        return db.selectDistinct(RETENTION_RULE.asterisk()).on(RETENTION_RULE.KIND).from(RETENTION_RULE)
                .where(RETENTION_RULE.VALID_FROM.le(today))
                .and(RETENTION_RULE.VALID_TO.isNull().or(RETENTION_RULE.VALID_TO.ge(today)))
                .orderBy(RETENTION_RULE.KIND, RETENTION_RULE.VALID_FROM.desc()).fetchInto(RETENTION_RULE).stream()
                .map(r -> new Rule(r.getKind(), r.getKeepDays(), r.getAction(), r.getReason(), r.getToConfirm(),
                        keepers.containsKey(r.getKind())))
                .toList();
    }

    /** @return per kind how many records were forgotten */
    public Map<String, Integer> apply() {
        var forgotten = new TreeMap<String, Integer>();
        due().stream().filter(r -> !keepers.get(r.kind()).ofTenant())
                .forEach(rule -> forgotten.merge(rule.kind(), forget(rule), Integer::sum));
        for (var tenant : tenants.list()) {
            try {
                apply(tenant.id()).forEach((kind, n) -> forgotten.merge(kind, n, Integer::sum));
            } catch (RuntimeException e) {
                log.error("retention failed for {}", tenant.id(), e); // the others still get theirs
            }
        }
        return forgotten;
    }

    /**
     * What one organization alone holds too long. @return per kind how many records were forgotten, none left out but
     * those of nought
     */
    public Map<String, Integer> apply(UUID tenant) {
        var due = due().stream().filter(r -> keepers.get(r.kind()).ofTenant()).toList();
        var here = new TreeMap<String, Integer>();
        Tenancy.run(Scope.system(tenant), () -> transaction.executeWithoutResult(t -> {
            due.forEach(rule -> here.put(rule.kind(), forget(rule)));
            here.values().removeIf(n -> n == 0);
            if (!here.isEmpty()) audit.act("ForgotOldRecords", "retention", here);
        }));
        return here;
    }

    private List<Rule> due() {
        return rules().stream().filter(r -> r.keepDays() != null && r.applied()).toList();
    }

    private int forget(Rule rule) {
        return keepers.get(rule.kind()).forget(clock.instant().minus(Duration.ofDays(rule.keepDays())));
    }
}
