package org.daywatch.staffing.terms.proposals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.outgoing.LinkMail;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.LinkToken;
import org.daywatch.platform.web.PublicAddress;
import org.daywatch.staffing.terms.AgreedTerms;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.daywatch.staffing.terms.proposals.TermsProposal.Answer;
import org.daywatch.staffing.terms.proposals.TermsProposal.Made;
import org.daywatch.staffing.terms.proposals.TermsProposal.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proposes terms to a department and takes its answer. What it confirms is in force in the same transaction. */
@Component
@Transactional
public class TermsProposals {

    static final Duration LINK_LIFE = Duration.ofDays(30);

    private final TermsProposalStore proposals;
    private final DepartmentTerms terms;
    private final Organizations organizations;
    private final LinkMail mail;
    private final PublicAddress address;
    private final Facts facts;
    private final Clock clock;

    TermsProposals(TermsProposalStore proposals, DepartmentTerms terms, Organizations organizations, LinkMail mail,
            PublicAddress address, Facts facts, Clock clock) {
        this.proposals = proposals;
        this.terms = terms;
        this.organizations = organizations;
        this.mail = mail;
        this.address = address;
        this.facts = facts;
        this.clock = clock;
    }

    /** The person who acts for the agency. */
    public record By(UUID person, String name, String agency) {}

    /**
     * The link goes to the department's mailbox and to nobody else, so that only somebody of it can answer. What waited
     * before is withdrawn.
     */
    public UUID send(By by, AgreedTerms proposed, String email) {
        withdrawWaiting(proposed.departmentId());
        var token = LinkToken.next(proposed.agencyId());
        var proposal = new TermsProposal(proposed.agencyId(), Ids.next(), proposed, made(by),
                new State.Waiting(email, clock.instant().plus(LINK_LIFE)), 0);
        proposals.insert(proposal, token);
        facts.tell(proposal.proposed());
        mail(proposal, by, email, token);
        return proposal.id();
    }

    /** Who has the signed paper needs no link: the terms are in force at once. @param signed whose name stands on it */
    public UUID file(By by, AgreedTerms proposed, TermsPaper paper, String signed, String title) {
        withdrawWaiting(proposed.departmentId());
        var proposal = new TermsProposal(proposed.agencyId(), Ids.next(), proposed, made(by),
                new State.Waiting("", clock.instant().plus(LINK_LIFE)), 0);
        proposals.insert(proposal, null);
        facts.tell(proposal.proposed());
        decide(proposal,
                new TermsProposalCommand.FilePaper(new Answer(signed, title, clock.instant()), digest(proposed, paper)),
                null, paper);
        return proposal.id();
    }

    /** The paper came after all, while the link waits. */
    public void file(UUID id, TermsPaper paper, String signed, String title) {
        var proposal = proposals.get(id);
        decide(proposal, new TermsProposalCommand.FilePaper(new Answer(signed, title, clock.instant()),
                digest(proposal.terms(), paper)), null, paper);
    }

    public void sendAgain(By by, UUID id, String email) {
        var proposal = proposals.get(id);
        var token = LinkToken.next(proposal.agencyId());
        decide(proposal, new TermsProposalCommand.SendAgain(email, clock.instant().plus(LINK_LIFE)), token, null);
        mail(proposal, by, email, token);
    }

    public void withdraw(UUID id) {
        decide(proposals.get(id), new TermsProposalCommand.Withdraw(), null, null);
    }

    /** Over the link; whose agency it is stands in the link. */
    void confirm(TermsProposal proposal, String name, String title) {
        decide(proposal, new TermsProposalCommand.Confirm(new Answer(name, title, clock.instant()),
                digest(proposal.terms(), null)), null, null);
    }

    void object(TermsProposal proposal, String name, String title, String objection) {
        decide(proposal, new TermsProposalCommand.Object(new Answer(name, title, clock.instant()), objection.strip()),
                null, null);
    }

    @Transactional(readOnly = true)
    public TermsProposal get(UUID id) {
        return proposals.get(id);
    }

    @Transactional(readOnly = true)
    public TermsPaper paper(UUID id) {
        return proposals.paper(id);
    }

    @Transactional(readOnly = true)
    Optional<TermsProposal> find(LinkToken token) {
        return proposals.find(token);
    }

    private void withdrawWaiting(UUID department) {
        proposals.ofDepartment(department).stream().filter(TermsProposal::waits).forEach(p -> withdraw(p.id()));
    }

    private void decide(TermsProposal proposal, TermsProposalCommand command, @Nullable LinkToken token,
            @Nullable TermsPaper paper) {
        var decided = proposal.decide(command, clock.instant()).orThrow();
        proposals.save(decided.state(), token, paper);
        if (decided.state().state() instanceof State.Confirmed) terms.put(proposal.terms());
        facts.tell(decided.facts());
    }

    private void mail(TermsProposal proposal, By by, String email, LinkToken token) {
        var department = organizations.find(proposal.terms().departmentId()).map(Organizations.Organization::name)
                .orElse("");
        mail.send(email, "en", "terms", department, by.agency(), by.name(), address.link("/terms/" + token.text()));
    }

    private Made made(By by) {
        return new Made(by.person(), by.name(), clock.instant());
    }

    /**
     * Of the terms as their record writes them, and of the paper: whoever doubts later which text was confirmed
     * computes it again.
     */
    static String digest(AgreedTerms terms, @Nullable TermsPaper paper) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(text(terms).getBytes(StandardCharsets.UTF_8));
            if (paper != null) sha.update(paper.bytes());
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(AgreedTerms t) {
        return String.join("|", t.agencyId().toString(), t.departmentId().toString(), "" + t.rank(), t.policySet(),
                new java.util.TreeSet<>(t.prohibited()).toString(), t.zone().getId(),
                "" + t.supervisorFrom(), "" + t.supervisorPer(), "" + t.leadHours(), "" + t.cancelHours(),
                "" + t.minimumHours(), "" + t.from(), "" + t.to());
    }
}
