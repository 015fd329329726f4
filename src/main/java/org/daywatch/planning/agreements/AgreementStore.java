package org.daywatch.planning.agreements;

import static org.daywatch_db.planning.Tables.AGREEMENT;
import static org.daywatch_db.planning.Tables.AGREEMENT_CLAUSE;
import static org.daywatch_db.planning.Tables.AGREEMENT_SIGNATURE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.planning.agreements.Agreement.Kind;
import org.daywatch.planning.agreements.Agreement.Party;
import org.daywatch.planning.agreements.Agreement.Signature;
import org.daywatch.planning.agreements.Agreement.State;
import org.daywatch.planning.agreements.clauses.Clause;
import org.daywatch.planning.agreements.clauses.ClauseTopic;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Stale;
import org.daywatch_db.planning.tables.records.AgreementRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Agreements, the versions of their texts and the signatures below them, as rows. */
@Repository
@Transactional
public class AgreementStore {

    private final DSLContext db;

    AgreementStore(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Optional<Agreement> find(UUID id) {
        return db.selectFrom(AGREEMENT).where(AGREEMENT.ID.eq(id)).fetchOptional().map(this::agreement);
    }

    /** Nobody else changes it until the transaction ends. @throws NotFound when it is not there or another's */
    public Agreement lock(UUID id) {
        return db.selectFrom(AGREEMENT).where(AGREEMENT.ID.eq(id)).forNoKeyUpdate().fetchOptional().map(this::agreement)
                .orElseThrow(() -> new NotFound("agreement " + id));
    }

    /**
     * Of this officer at this school, or of all officers there, whose term covers the day, their own before the one for
     * all; ended ones left out.
     */
    @Transactional(readOnly = true)
    public Optional<UUID> covering(UUID school, UUID officer, LocalDate day) {
        var a = AGREEMENT;
        return db.select(a.ID).from(a).where(a.SCHOOL_ID.eq(school)).and(a.KIND.eq("SERVICE"))
                .and(a.OFFICER_ID.eq(officer).or(a.OFFICER_ID.isNull())).and(a.STATE.ne("ENDED"))
                .and(a.ENDS_DAY.ge(day)).and(a.START_DAY.le(day)).orderBy(a.OFFICER_ID.asc().nullsLast(), a.START_DAY)
                .limit(1).fetchOptional(a.ID);
    }

    /** One of this kind for all officers of the school stands for some of these days. */
    @Transactional(readOnly = true)
    boolean standsForAll(UUID school, Agreement.Kind kind, LocalDate from, LocalDate to) {
        var a = AGREEMENT;
        return db.fetchExists(a,
                a.SCHOOL_ID.eq(school).and(a.KIND.eq(kind.name())).and(a.OFFICER_ID.isNull())
                        .and(a.STATE.notIn("ENDED", "RENEWED", "EXPIRED"))
                        .and(a.START_DAY.le(to)).and(a.ENDS_DAY.ge(from)));
    }

    /** @return false when another was quicker: the same officer and term, or the same renewal */
    boolean insert(Agreement g) {
        var a = AGREEMENT;
        return db.insertInto(a).set(a.AGENCY_ID, g.agencyId()).set(a.ID, g.id()).set(a.DISTRICT_ID, g.districtId())
                .set(a.SCHOOL_ID, g.schoolId()).set(a.KIND, g.kind().name())
                .set(a.OFFICER_ID, g.officerId()).set(a.OFFICER_NAME, g.officer()).set(a.FUNDED_POST_ID, g.fundedPost())
                .set(a.LANGUAGE, g.language()).set(a.START_DAY, g.start())
                .set(a.DUE_DAY, g.due()).set(a.DUE_RULE, g.dueRule()).set(a.ENDS_DAY, g.ends())
                .set(a.STATE, g.state().name()).set(a.SINCE, g.since()).set(a.TEXT_VERSION, g.text())
                .set(a.FOLLOWS_ID, g.follows()).set(a.DRAFTED_BY, g.draftedBy()).set(a.VERSION, g.version())
                .onConflictDoNothing().execute() == 1;
    }

    /**
     * Signatures that are not there any more are voided, new ones are written. @throws Stale when another version was
     * saved meanwhile
     */
    void save(Agreement g, Agreement before) {
        var a = AGREEMENT;
        int hit = db.update(a).set(a.STATE, g.state().name()).set(a.SINCE, g.since()).set(a.TEXT_VERSION, g.text())
                .set(a.REASON, g.reason()).set(a.VERSION, g.version())
                .where(a.ID.eq(g.id())).and(a.VERSION.eq(before.version())).execute();
        if (hit == 0) throw new Stale("agreement " + g.id());
        var s = AGREEMENT_SIGNATURE;
        var kept = g.signatures().stream().map(Signature::id).toList();
        var gone = before.signatures().stream().map(Signature::id).filter(id -> !kept.contains(id)).toList();
        if (!gone.isEmpty()) db.update(s).set(s.VOIDED_AT, g.since()).where(s.ID.in(gone)).execute();
        var there = before.signatures().stream().map(Signature::id).toList();
        for (var n : g.signatures()) {
            if (there.contains(n.id())) continue;
            db.insertInto(s).set(s.AGENCY_ID, g.agencyId()).set(s.ID, n.id()).set(s.DISTRICT_ID, g.districtId())
                    .set(s.AGREEMENT_ID, g.id()).set(s.PARTY, n.party().name())
                    .set(s.PERSON, n.person()).set(s.NAME, n.name()).set(s.ROLE, n.role()).set(s.TEXT_VERSION, n.text())
                    .set(s.TEXT_HASH, n.hash()).set(s.SIGNED_AT, n.at()).execute();
        }
    }

    /** The text becomes this version. */
    void write(Agreement g, int version, List<Clause> clauses, String by, Instant at) {
        var c = AGREEMENT_CLAUSE;
        int position = 0;
        for (var clause : clauses) {
            db.insertInto(c).set(c.AGENCY_ID, g.agencyId()).set(c.AGREEMENT_ID, g.id()).set(c.TEXT_VERSION, version)
                    .set(c.POSITION, ++position).set(c.DISTRICT_ID, g.districtId())
                    .set(c.TOPIC, clause.topic().name()).set(c.TITLE, clause.title()).set(c.WORDS, clause.words())
                    .set(c.WRITTEN_BY, by).set(c.WRITTEN_AT, at).execute();
        }
    }

    @Transactional(readOnly = true)
    public List<Clause> text(UUID agreement, int version) {
        var c = AGREEMENT_CLAUSE;
        return db.selectFrom(c).where(c.AGREEMENT_ID.eq(agreement)).and(c.TEXT_VERSION.eq(version)).orderBy(c.POSITION)
                .fetch(r -> new Clause(ClauseTopic.valueOf(r.getTopic()), r.getTitle(), r.getWords()));
    }

    /** @param by who wrote it */
    public record TextVersion(int version, String by, Instant at) {}

    @Transactional(readOnly = true)
    public List<TextVersion> versions(UUID agreement) {
        var c = AGREEMENT_CLAUSE;
        var lastWrittenAt = DSL.max(c.WRITTEN_AT);
        var lastWrittenBy = DSL.max(c.WRITTEN_BY);
        return db.select(c.TEXT_VERSION, lastWrittenBy, lastWrittenAt).from(c).where(c.AGREEMENT_ID.eq(agreement))
                .groupBy(c.TEXT_VERSION).orderBy(c.TEXT_VERSION)
                .fetch(r -> new TextVersion(r.get(c.TEXT_VERSION), r.get(lastWrittenBy), r.get(lastWrittenAt)));
    }

    private Agreement agreement(AgreementRecord r) {
        var s = AGREEMENT_SIGNATURE;
        var signatures = db.selectFrom(s).where(s.AGREEMENT_ID.eq(r.getId())).and(s.VOIDED_AT.isNull())
                .orderBy(s.SIGNED_AT, s.ID)
                .fetch(n -> new Signature(n.getId(), Party.valueOf(n.getParty()), n.getPerson(), n.getName(),
                        n.getRole(), n.getTextVersion(), n.getTextHash(), n.getSignedAt()));
        return new Agreement(r.getAgencyId(), r.getId(), r.getDistrictId(), r.getSchoolId(), Kind.valueOf(r.getKind()),
                r.getOfficerId(), r.getOfficerName(), r.getFundedPostId(),
                r.getLanguage(), r.getStartDay(), r.getDueDay(), r.getDueRule(), r.getEndsDay(),
                State.valueOf(r.getState()), r.getSince(), r.getTextVersion(),
                Clause.hash(text(r.getId(), r.getTextVersion())), r.getReason(), r.getFollowsId(),
                List.copyOf(signatures), r.getDraftedBy(), r.getVersion());
    }
}
