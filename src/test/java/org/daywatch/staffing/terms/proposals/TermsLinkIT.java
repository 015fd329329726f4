package org.daywatch.staffing.terms.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.platform.Tables.AUDIT_LINE;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor.Visit;
import org.daywatch._story.Visitor;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.LinkToken;
import org.daywatch.scheduling.WorkKind;
import org.daywatch.staffing.terms.AgreedTerms;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.daywatch.staffing.terms.proposals.TermsProposal.Made;
import org.daywatch.staffing.terms.proposals.TermsProposal.State;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What the department does with the link that came to its mailbox; nobody of it has an account.
 *
 * <p>A-12 of docs/security.
 */
@DaywatchIT
class TermsLinkIT {

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitors;
    @Autowired TermsProposalStore store;
    @Autowired TermsProposals proposals;
    @Autowired DepartmentTerms terms;
    @Autowired DSLContext db;

    private Story.Cast cast;
    private TermsProposal proposal;
    private String link;
    private final Visit chief() {
        return visitors.stranger();
    }

    @BeforeEach
    void termsWait() {
        cast = story.cast();
        var token = LinkToken.next(cast.agency());
        link = "/terms/" + token.text();
        var proposed = AgreedTerms
                .usual(cast.agency(), cast.department(), 1, "SURPRISE", Set.of(WorkKind.TOWING),
                        ZoneId.of("America/Phoenix"))
                .between(LocalDate.of(2026, 8, 1), LocalDate.of(2027, 5, 31));
        proposal = new TermsProposal(cast.agency(), Ids.next(), proposed,
                new Made(cast.coordinator(), "Robin Alder", clock.instant()),
                new State.Waiting("chief@police.example", clock.instant().plus(Duration.ofDays(30))), 0);
        story.run(cast.agency(), () -> store.insert(proposal, token));
    }

    @Test
    void theDepartmentReadsTheTermsAndConfirmsThemAndOnlyThenTheyAreInForce() {
        assertThat(chief().get(link).body()).contains("Aug 1, 2026", "May 31, 2027", "towing", "Confirm terms");
        assertThat(agreed()).isEmpty();

        assertThat(chief().post(link + "/confirmation", "name", "", "title", "Chief").statusCode()).as("without a name")
                .isEqualTo(400);
        assertThat(agreed()).isEmpty();

        assertThat(chief().post(link + "/confirmation", "name", "Lee Park", "title", "Deputy chief").statusCode())
                .isEqualTo(302);
        assertThat(agreed()).containsExactly(proposal.terms());
        assertThat(chief().get(link).body()).contains("Lee Park, Deputy chief confirmed these terms")
                .doesNotContain("Confirm terms");
        assertThat(chief().post(link + "/confirmation", "name", "Lee Park", "title", "Deputy chief").statusCode())
                .as("pressed twice").isEqualTo(409);
        assertThat(story.as(cast.agency(), () -> db.fetchCount(AUDIT_LINE, AUDIT_LINE.ACTION.eq("TermsConfirmed"))))
                .isOne();
    }

    @Test
    void whoDoesNotAcceptSaysWhyAndTheAgencyReadsIt() {
        assertThat(
                chief().post(link + "/objection", "name", "Lee Park", "title", "Chief", "objection", "").statusCode())
                .isEqualTo(400);
        assertThat(chief().post(link + "/objection", "name", "Lee Park", "title", "Chief", "objection",
                "We ask for 48 hours' notice.").statusCode()).isEqualTo(302);
        assertThat(agreed()).isEmpty();
        assertThat(story.as(cast.agency(), () -> store.get(proposal.id())).state()).isInstanceOf(State.Objected.class);
        assertThat(chief().get(link).body()).contains("did not accept these terms");
    }

    @Test
    void aLinkEndsAfterThirtyDaysAndAWithdrawnOneOpensNothing() {
        clock.setTo(clock.instant().plus(Duration.ofDays(31)));
        assertThat(chief().get(link).statusCode()).isEqualTo(410);
        assertThat(chief().post(link + "/confirmation", "name", "Lee Park", "title", "Chief").statusCode())
                .isEqualTo(409);
        clock.setTo(TestClock.START);
        story.run(cast.agency(), () -> proposals.withdraw(proposal.id()));
        assertThat(chief().post(link + "/confirmation", "name", "Lee Park", "title", "Chief").statusCode())
                .isEqualTo(409);
        assertThat(agreed()).isEmpty();
    }

    @Test
    void aLinkNobodyMadeIsNotThereAndOneOfAnotherAgencyNeither() {
        assertThat(chief().get("/terms/" + LinkToken.next(cast.agency()).text()).statusCode()).isEqualTo(404);
        assertThat(chief().get("/terms/nonsense").statusCode()).isEqualTo(404);
        var stolen = LinkToken.read(link.substring("/terms/".length())).orElseThrow();
        assertThat(chief().get("/terms/" + new LinkToken(story.cast().agency(), stolen.secret()).text()).statusCode())
                .as("the same secret under another agency").isEqualTo(404);
    }

    private List<AgreedTerms> agreed() {
        return story.as(cast.agency(), terms::agreed);
    }
}
