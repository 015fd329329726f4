package org.daywatch.staffing.terms.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch.house.StatePicture;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.events.Decision;
import org.daywatch.scheduling.WorkKind;
import org.daywatch.staffing.terms.AgreedTerms;
import org.daywatch.staffing.terms.proposals.TermsProposal.Answer;
import org.daywatch.staffing.terms.proposals.TermsProposal.How;
import org.daywatch.staffing.terms.proposals.TermsProposal.Made;
import org.daywatch.staffing.terms.proposals.TermsProposal.State;
import org.daywatch.staffing.terms.proposals.TermsProposalCommand.Confirm;
import org.daywatch.staffing.terms.proposals.TermsProposalCommand.FilePaper;
import org.daywatch.staffing.terms.proposals.TermsProposalCommand.Object;
import org.daywatch.staffing.terms.proposals.TermsProposalCommand.SendAgain;
import org.daywatch.staffing.terms.proposals.TermsProposalCommand.Withdraw;
import org.junit.jupiter.api.Test;

class TermsProposalTest {

    private static final Instant NOW = Instant.parse("2026-08-06T15:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(3600);
    private static final Answer CHIEF = new Answer("Lee Park", "Deputy chief", NOW);
    private static final AgreedTerms TERMS = AgreedTerms
            .usual(new UUID(1, 1), new UUID(3, 3), 1, "SURPRISE", Set.of(WorkKind.TOWING), ZoneId.of("America/Phoenix"))
            .between(LocalDate.of(2026, 8, 1), null);

    @Test
    void everyStateAnswersEveryCommandAsThisTableSays() {
        var states = List.of(new State.Waiting("chief@police.example", LATER), new State.Confirmed(How.LINK, CHIEF),
                new State.Objected(CHIEF, "rank"), new State.Withdrawn());
        var commands = List.of(new Confirm(CHIEF, "d"), new FilePaper(CHIEF, "d"),
                new Object(CHIEF, "We ask 48 hours."), new SendAgain("other@police.example", LATER), new Withdraw());
        var lines = new ArrayList<String>();
        for (var state : states) {
            for (var command : commands)
                lines.add(
                        state.code() + " " + command.getClass().getSimpleName() + " → " + outcome(state, command, NOW));
        }
        assertThat(String.join("\n", lines)).isEqualTo("""
                WAITING Confirm → CONFIRMED TermsConfirmed
                WAITING FilePaper → CONFIRMED TermsConfirmed
                WAITING Object → OBJECTED TermsObjected
                WAITING SendAgain → WAITING TermsProposed
                WAITING Withdraw → WITHDRAWN TermsProposalWithdrawn
                CONFIRMED Confirm → TERMS_ANSWERED
                CONFIRMED FilePaper → TERMS_ANSWERED
                CONFIRMED Object → TERMS_ANSWERED
                CONFIRMED SendAgain → TERMS_ANSWERED
                CONFIRMED Withdraw → TERMS_ANSWERED
                OBJECTED Confirm → TERMS_ANSWERED
                OBJECTED FilePaper → TERMS_ANSWERED
                OBJECTED Object → TERMS_ANSWERED
                OBJECTED SendAgain → TERMS_ANSWERED
                OBJECTED Withdraw → TERMS_ANSWERED
                WITHDRAWN Confirm → TERMS_ANSWERED
                WITHDRAWN FilePaper → TERMS_ANSWERED
                WITHDRAWN Object → TERMS_ANSWERED
                WITHDRAWN SendAgain → TERMS_ANSWERED
                WITHDRAWN Withdraw → TERMS_ANSWERED""");
        new StatePicture().answers(lines).drawsEvery(TermsProposalCommand.class).isCommittedAs("terms-proposal");
    }

    @Test
    void aLinkThatHasEndedConfirmsNothingYetThePaperStillCan() {
        var ended = new State.Waiting("chief@police.example", NOW);
        assertThat(outcome(ended, new Confirm(CHIEF, "d"), NOW)).isEqualTo("TERMS_LINK_OVER");
        assertThat(outcome(ended, new Object(CHIEF, "no"), NOW)).isEqualTo("TERMS_LINK_OVER");
        assertThat(outcome(ended, new FilePaper(CHIEF, "d"), NOW)).startsWith("CONFIRMED");
        assertThat(outcome(ended, new SendAgain("chief@police.example", LATER), NOW)).startsWith("WAITING");
    }

    @Test
    void whoDoesNotAcceptSaysWhatShouldBeDifferent() {
        assertThat(outcome(new State.Waiting("", LATER), new Object(CHIEF, " "), NOW)).isEqualTo("REASON_MISSING");
    }

    @Test
    void theDigestChangesWithEveryWordOfTheTermsAndWithThePaper() {
        var paper = TermsPaper.read("signed.pdf",
                "%PDF-1.7 signed".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(List.of(TermsProposals.digest(TERMS, null), TermsProposals.digest(TERMS.ranked(2), null),
                TermsProposals.digest(TERMS.between(TERMS.from(), TERMS.from()), null),
                TermsProposals.digest(TERMS, paper))).doesNotHaveDuplicates();
        assertThat(TermsProposals.digest(TERMS, paper)).isEqualTo(TermsProposals.digest(TERMS, paper));
    }

    @Test
    void aPaperIsWhatItsBytesSayAndNotWhatItsNameSays() {
        assertThat(TermsPaper.read("terms.exe", new byte[] {(byte) 0x89, 'P', 'N', 'G', 1}).type())
                .isEqualTo("image/png");
        assertThatThrownBy(
                () -> TermsPaper.read("terms.pdf", "<html>".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("terms.pdf");
        assertThatThrownBy(() -> TermsPaper.read("", new byte[0])).isInstanceOf(InvalidInput.class);
    }

    @Test
    void termsHoldOnTheirFirstAndTheirLastDay() {
        var autumn = TERMS.between(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 12, 31));
        assertThat(autumn.holdsOn(LocalDate.of(2026, 7, 31))).isFalse();
        assertThat(autumn.holdsOn(LocalDate.of(2026, 8, 1))).isTrue();
        assertThat(autumn.holdsOn(LocalDate.of(2026, 12, 31))).isTrue();
        assertThat(autumn.holdsOn(LocalDate.of(2027, 1, 1))).isFalse();
    }

    private static String outcome(State state, TermsProposalCommand command, Instant now) {
        return switch (new TermsProposal(new UUID(1, 1), new UUID(2, 2), TERMS,
                new Made(new UUID(9, 9), "Casey Juniper", NOW), state, 0).decide(command, now)) {
            case Decision.Accepted<TermsProposal>(var next, var facts) ->
                next.state().code() + " " + facts.getFirst().getClass().getSimpleName();
            case Decision.Rejected<TermsProposal>(var code, var _) -> code.name();
        };
    }
}
