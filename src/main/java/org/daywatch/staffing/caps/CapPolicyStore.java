package org.daywatch.staffing.caps;

import static org.daywatch_db.staffing.Tables.CAP_POLICY;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.scheduling.caps.CapDocument;
import org.daywatch.scheduling.caps.CapPolicy;
import org.daywatch_db.staffing.tables.records.CapPolicyRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads the published policies. A change counts within ten seconds. */
@Repository
@Transactional(readOnly = true)
public class CapPolicyStore {

    /**
     * The set of a department of which nobody knows yet what it allows: no limit is checked, and every page says so.
     */
    public static final String NOT_KNOWN = "NOT_KNOWN";

    private static final String TEMPLATE = "TEMPLATE";

    private final DSLContext db;
    private final LoadingCache<String, List<CapPolicy>> all = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(10)).build(key -> load());

    CapPolicyStore(DSLContext db) {
        this.db = db;
    }

    public List<CapPolicy> list() {
        return all.get("all");
    }

    /**
     * What judges the officers of a department: the set its terms name, its own text of a policy before the published
     * one.
     */
    public List<CapPolicy> judging(String set, UUID department) {
        var own = "DEPARTMENT:" + department;
        var inSet = list().stream()
                .filter(p -> p.set().equals(set) && (p.scope().equals(own) || p.scope().equals(TEMPLATE))).toList();
        var replaced = inSet.stream().filter(p -> p.scope().equals(own)).map(CapPolicy::id).collect(Collectors.toSet());
        return inSet.stream().filter(p -> p.scope().equals(own) || !replaced.contains(p.id())).toList();
    }

    /** Those of which a department may choose. */
    public List<String> sets() {
        return list().stream().map(CapPolicy::set).distinct().sorted().toList();
    }

    /**
     * A department takes the figures somebody else published as its own limits: its own set, under its name and with
     * its own source.
     */
    @Transactional
    public void adopt(String published, String set, UUID department, String name, String source) {
        var c = CAP_POLICY;
        db.insertInto(c, c.ID, c.POLICY_SET, c.DEPARTMENT, c.SCOPE, c.SHAPE, c.PARAMETERS, c.ACTION, c.VALID_FROM,
                c.VALID_TO, c.SOURCE, c.TO_CONFIRM, c.WORDS, c.EXAMPLES)
                .select(DSL.select(DSL.concat(DSL.val(set + "-"), c.ID), DSL.val(set), DSL.val(name),
                        DSL.val("DEPARTMENT:" + department), c.SHAPE, c.PARAMETERS, c.ACTION, c.VALID_FROM, c.VALID_TO,
                        DSL.val(source), DSL.val(false), c.WORDS, c.EXAMPLES).from(c).where(c.POLICY_SET.eq(published))
                        .and(c.SCOPE.eq(TEMPLATE)))
                .onConflictDoNothing().execute();
        all.invalidateAll();
    }

    private List<CapPolicy> load() {
        return db.selectFrom(CAP_POLICY).orderBy(CAP_POLICY.POLICY_SET, CAP_POLICY.ID, CAP_POLICY.VALID_FROM)
                .fetch(CapPolicyStore::policy);
    }

    private static CapPolicy policy(CapPolicyRecord r) {
        return new CapPolicy(r.getId(), r.getPolicySet(), r.getDepartment(), r.getScope(),
                CapDocument.shape(r.getShape(), r.getParameters().data()),
                CapPolicy.Action.valueOf(r.getAction()), r.getValidFrom(), r.getValidTo(), r.getSource(),
                r.getToConfirm(), r.getWords(),
                CapDocument.examples(r.getExamples().data()));
    }
}
