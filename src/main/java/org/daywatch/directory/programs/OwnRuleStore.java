package org.daywatch.directory.programs;

import static org.daywatch_db.directory.Tables.OWN_RULE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.Requirement.Evidence;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch_db.directory.tables.records.OwnRuleRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rules an agency set for itself, as it and those of its program read them. */
@Repository
@Transactional
class OwnRuleStore {
    /** The ids of own rules begin so, and no other rule's does. */
    static final String PREFIX = "OWN-";
    private final DSLContext db;
    private final Organizations organizations;

    OwnRuleStore(DSLContext db, Organizations organizations) {
        this.db = db;
        this.organizations = organizations;
    }

    /** Those of the agency whose program the acting organization belongs to. */
    @Transactional(readOnly = true)
    List<ProgramRule> list() {
        UUID agency = agency();
        if (agency == null) return List.of();
        return db.selectFrom(OWN_RULE).where(OWN_RULE.AGENCY_ID.eq(agency))
                .and(OWN_RULE.VALID_TO.isNull().or(OWN_RULE.VALID_TO.ge(OWN_RULE.VALID_FROM)))
                .fetch(OwnRuleStore::rule);
    }

    /** One the acting organization set itself. */
    @Transactional(readOnly = true)
    Optional<ProgramRule> find(UUID id) {
        return db.selectFrom(OWN_RULE).where(OWN_RULE.AGENCY_ID.eq(Tenancy.tenant())).and(OWN_RULE.ID.eq(id))
                .fetchOptional(OwnRuleStore::rule);
    }

    boolean isSet(String code, String scope, LocalDate from) {
        return db.fetchExists(OWN_RULE,
                OWN_RULE.AGENCY_ID.eq(Tenancy.tenant()).and(OWN_RULE.CODE.eq(code)).and(OWN_RULE.SCOPE.eq(scope))
                        .and(OWN_RULE.VALID_FROM.eq(from)).and(OWN_RULE.WITHDRAWN_AT.isNull()));
    }

    void insert(UUID id, ProgramRule instead, OwnRules.Asked asked, @Nullable UUID person, Instant now) {
        insert(id, instead, asked, null, null, person, now);
    }

    /** @param until the last day; null: until something else is set. @param reading null: as shipped */
    void insert(UUID id, ProgramRule instead, OwnRules.Asked asked, @Nullable LocalDate until,
            ProgramRule.@Nullable Reading reading, @Nullable UUID person, Instant now) {
        db.insertInto(OWN_RULE).set(OWN_RULE.AGENCY_ID, Tenancy.tenant()).set(OWN_RULE.ID, id)
                .set(OWN_RULE.CODE, instead.code())
                .set(OWN_RULE.SCOPE, asked.scope()).set(OWN_RULE.VALUE, asked.value())
                .set(OWN_RULE.UNIT, instead.unit())
                .set(OWN_RULE.VALID_FROM, asked.from()).set(OWN_RULE.VALID_TO, until)
                .set(OWN_RULE.COUNTING, reading == null ? null : reading.counting().name())
                .set(OWN_RULE.EVIDENCE, reading == null ? null : reading.evidence().name())
                .set(OWN_RULE.DETAIL, reading == null ? null : reading.detail())
                .set(OWN_RULE.SOURCE, asked.source().strip()).set(OWN_RULE.TO_CONFIRM, asked.toConfirm())
                .set(OWN_RULE.WORDS, asked.words().strip()).set(OWN_RULE.SET_BY, person).set(OWN_RULE.SET_AT, now)
                .execute();
    }

    /** @return false where it was withdrawn before */
    boolean withdraw(UUID id, LocalDate lastDay, String reason, @Nullable UUID person, Instant now) {
        // One that begins later ends before it begins: it never was in force.
        return db.update(OWN_RULE)
                .set(OWN_RULE.VALID_TO,
                        DSL.when(OWN_RULE.VALID_FROM.gt(lastDay), OWN_RULE.VALID_FROM.sub(1))
                                .otherwise(DSL.val(lastDay)))
                .set(OWN_RULE.WITHDRAWN_AT, now).set(OWN_RULE.WITHDRAWN_BY, person)
                .set(OWN_RULE.WITHDRAWN_REASON, reason)
                .where(OWN_RULE.AGENCY_ID.eq(Tenancy.tenant())).and(OWN_RULE.ID.eq(id))
                .and(OWN_RULE.WITHDRAWN_AT.isNull()).execute() == 1;
    }

    private @Nullable UUID agency() {
        return Tenancy.current().map(scope -> scope.tenant()).flatMap(organizations::find)
                .map(own -> own.parent() == null ? own.id() : own.parent()).orElse(null);
    }

    private static ProgramRule rule(OwnRuleRecord r) {
        return new ProgramRule(PREFIX + r.getId(), r.getCode(), r.getScope(), r.getValue(), r.getUnit(),
                r.getValidFrom(), end(r),
                r.getSource(), r.getToConfirm(), r.getWords(), reading(r));
    }

    private static ProgramRule.@Nullable Reading reading(OwnRuleRecord r) {
        return r.getCounting() == null
                ? null
                : new ProgramRule.Reading(Counting.valueOf(r.getCounting()), Evidence.valueOf(r.getEvidence()),
                        r.getDetail());
    }

    /** A rule withdrawn before it began is shown, where it is shown at all, as the one day it was meant to begin. */
    private static @Nullable LocalDate end(OwnRuleRecord r) {
        return r.getValidTo() != null && r.getValidTo().isBefore(r.getValidFrom()) ? r.getValidFrom() : r.getValidTo();
    }
}
