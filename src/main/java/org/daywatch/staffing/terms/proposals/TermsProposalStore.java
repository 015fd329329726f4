package org.daywatch.staffing.terms.proposals;

import static org.daywatch_db.staffing.Tables.TERMS_PROPOSAL;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.cipher.DataCipher;
import org.daywatch.platform.cipher.EncryptedRecords;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Stale;
import org.daywatch.platform.tenancy.LinkToken;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.scheduling.WorkKind;
import org.daywatch.staffing.terms.AgreedTerms;
import org.daywatch.staffing.terms.proposals.TermsProposal.Answer;
import org.daywatch.staffing.terms.proposals.TermsProposal.How;
import org.daywatch.staffing.terms.proposals.TermsProposal.Made;
import org.daywatch.staffing.terms.proposals.TermsProposal.State;
import org.daywatch_db.staffing.tables.records.TermsProposalRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proposed terms as stored: the agency and the department see the same rows. Of a link only its hash; papers lie
 * encrypted.
 */
@Repository
@Transactional
public class TermsProposalStore implements EncryptedRecords {

    private final DSLContext db;
    private final DataCipher cipher;

    TermsProposalStore(DSLContext db, DataCipher cipher) {
        this.db = db;
        this.cipher = cipher;
    }

    @Transactional(readOnly = true)
    public TermsProposal get(UUID id) {
        return list(TERMS_PROPOSAL.ID.eq(id)).stream().findFirst()
                .orElseThrow(() -> new NotFound("proposed terms " + id));
    }

    /** All of one department, the newest first. */
    @Transactional(readOnly = true)
    public List<TermsProposal> ofDepartment(UUID department) {
        return list(TERMS_PROPOSAL.DEPARTMENT_ID.eq(department));
    }

    @Transactional(readOnly = true)
    public List<TermsProposal> waiting() {
        return list(TERMS_PROPOSAL.STATE.eq("WAITING"));
    }

    @Transactional(readOnly = true)
    Optional<TermsProposal> find(LinkToken token) {
        return list(TERMS_PROPOSAL.TOKEN_HASH.eq(token.hash())).stream().findFirst();
    }

    @Transactional(readOnly = true)
    TermsPaper paper(UUID id) {
        return db.selectFrom(TERMS_PROPOSAL).where(TERMS_PROPOSAL.ID.eq(id)).and(TERMS_PROPOSAL.PAPER.isNotNull())
                .fetchOptional(r -> new TermsPaper(r.getPaperName(), r.getPaperType(),
                        cipher.decrypt(r.getPaper(), place(id))))
                .orElseThrow(() -> new NotFound("paper of proposed terms " + id));
    }

    void insert(TermsProposal p, @Nullable LinkToken token) {
        var row = db.newRecord(TERMS_PROPOSAL);
        row.setAgencyId(p.agencyId());
        row.setId(p.id());
        terms(row, p.terms());
        row.setMadeBy(p.made().person());
        row.setMadeByName(p.made().name());
        row.setMadeAt(p.made().at());
        row.setTokenHash(token == null ? null : token.hash());
        state(row, p.state());
        row.setVersion(0);
        row.insert();
    }

    /** @throws Stale when somebody else was quicker. @param token of a new link; the old one opens nothing any more */
    void save(TermsProposal p, @Nullable LinkToken token, @Nullable TermsPaper paper) {
        var row = db.selectFrom(TERMS_PROPOSAL).where(TERMS_PROPOSAL.ID.eq(p.id()))
                .and(TERMS_PROPOSAL.VERSION.eq(p.version())).forUpdate().fetchOne();
        if (row == null) throw new Stale("proposed terms " + p.id());
        state(row, p.state());
        if (token != null) row.setTokenHash(token.hash());
        if (paper != null) {
            row.setPaper(cipher.encrypt(paper.bytes(), place(p.id())));
            row.setPaperName(paper.name());
            row.setPaperType(paper.type());
        }
        row.setVersion(p.version() + 1);
        row.update();
    }

    private static void terms(TermsProposalRecord row, AgreedTerms t) {
        row.setDepartmentId(t.departmentId());
        row.setRankOrder(t.rank());
        row.setPolicySet(t.policySet());
        row.setProhibitedWork(t.prohibited().stream().map(Enum::name).sorted().toArray(String[]::new));
        row.setZone(t.zone().getId());
        row.setSupervisorFrom(t.supervisorFrom());
        row.setSupervisorPer(t.supervisorPer());
        row.setLeadHours(t.leadHours());
        row.setCancelHours(t.cancelHours());
        row.setMinimumHours(t.minimumHours());
        row.setValidFrom(t.from());
        row.setValidTo(t.to());
    }

    private static void state(TermsProposalRecord row, State state) {
        row.setState(state.code());
        switch (state) {
            case State.Waiting(var to, var until) -> {
                row.setSentTo(to);
                row.setLinkUntil(until);
            }
            case State.Confirmed(var how, var by) -> {
                row.setHow(how.name());
                answer(row, by);
            }
            case State.Objected(var by, var objection) -> {
                row.setObjection(objection);
                answer(row, by);
            }
            case State.Withdrawn _ -> {}
        }
    }

    private static void answer(TermsProposalRecord row, Answer by) {
        row.setAnsweredBy(by.name());
        row.setAnsweredTitle(by.title());
        row.setAnsweredAt(by.at());
    }

    private List<TermsProposal> list(Condition which) {
        var t = TERMS_PROPOSAL; // without the papers, which have megabytes
        return db.select(DSL.asterisk().except(t.PAPER)).from(t).where(which).orderBy(t.MADE_AT.desc(), t.ID.desc())
                .fetchInto(t).map(TermsProposalStore::proposal);
    }

    private static TermsProposal proposal(TermsProposalRecord r) {
        var terms = new AgreedTerms(r.getAgencyId(), r.getDepartmentId(), r.getRankOrder(), r.getPolicySet(),
                Arrays.stream(r.getProhibitedWork()).map(WorkKind::valueOf).collect(Collectors.toUnmodifiableSet()),
                ZoneId.of(r.getZone()), r.getSupervisorFrom(),
                r.getSupervisorPer(), r.getLeadHours(), r.getCancelHours(), r.getMinimumHours(), r.getValidFrom(),
                r.getValidTo());
        var by = new Answer(r.getAnsweredBy(), r.getAnsweredTitle(), r.getAnsweredAt());
        State state = switch (r.getState()) {
            case "WAITING" -> new State.Waiting(r.getSentTo(), r.getLinkUntil());
            case "CONFIRMED" -> new State.Confirmed(How.valueOf(r.getHow()), by);
            case "OBJECTED" -> new State.Objected(by, r.getObjection());
            default -> new State.Withdrawn();
        };
        return new TermsProposal(r.getAgencyId(), r.getId(), terms,
                new Made(r.getMadeBy(), r.getMadeByName(), r.getMadeAt()), state, r.getVersion());
    }

    @Override
    public int renew() {
        int done = 0;
        var mine = TERMS_PROPOSAL.AGENCY_ID.eq(Tenancy.tenant()).and(TERMS_PROPOSAL.PAPER.isNotNull());
        for (var id : db.select(TERMS_PROPOSAL.ID).from(TERMS_PROPOSAL).where(mine).fetch(TERMS_PROPOSAL.ID)) {
            byte[] paper = db.select(TERMS_PROPOSAL.PAPER).from(TERMS_PROPOSAL).where(TERMS_PROPOSAL.ID.eq(id))
                    .forNoKeyUpdate().fetchSingle(TERMS_PROPOSAL.PAPER);
            if (cipher.upToDate(paper)) continue;
            db.update(TERMS_PROPOSAL).set(TERMS_PROPOSAL.PAPER, cipher.again(paper, place(id)))
                    .where(TERMS_PROPOSAL.ID.eq(id)).execute();
            done++;
        }
        return done;
    }

    static String place(UUID id) {
        return "signed terms " + id;
    }
}
