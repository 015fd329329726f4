package org.daywatch.staffing.terms.proposals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.events.Decision;
import org.daywatch.staffing.StaffingRefusal;
import org.daywatch.staffing.terms.TermsEvent;
import org.daywatch.staffing.terms.TermsEvent.TermsConfirmed;
import org.daywatch.staffing.terms.TermsEvent.TermsObjected;
import org.daywatch.staffing.terms.TermsEvent.TermsProposalWithdrawn;
import org.daywatch.staffing.terms.TermsEvent.TermsProposed;
import org.daywatch.staffing.terms.AgreedTerms;
import org.jspecify.annotations.Nullable;

/** Terms proposed to a department. They change nothing until the department has confirmed them. */
public record TermsProposal(UUID agencyId, UUID id, AgreedTerms terms, Made made, State state, int version) {

    /** Who proposed it, and when. */
    public record Made(UUID person, String name, Instant at) {}

    /** Somebody of the department: name and title as they wrote them, or as they stand on the paper. */
    public record Answer(String name, String title, Instant at) {

        public String words() {
            return title.isEmpty() ? name : name + ", " + title;
        }
    }

    public enum How { LINK, PAPER }

    public sealed interface State {

        /** @param sentTo where the link went. @param until it opens */
        record Waiting(String sentTo, Instant until) implements State {}

        record Confirmed(How how, Answer by) implements State {}

        record Objected(Answer by, String objection) implements State {}

        record Withdrawn() implements State {}

        default String code() {
            return getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT);
        }
    }

    public Decision<TermsProposal> decide(TermsProposalCommand command, Instant now) {
        if (!(state instanceof State.Waiting(var sentTo, var until)))
            return Decision.refuse(StaffingRefusal.TERMS_ANSWERED);
        return switch (command) {
            case TermsProposalCommand.Confirm(var by, var digest) -> !until.isAfter(now)
                    ? Decision.refuse(StaffingRefusal.TERMS_LINK_OVER)
                    : accept(new State.Confirmed(How.LINK, by), new TermsConfirmed(agencyId, id, now,
                            terms.departmentId(), How.LINK.name(), by.words(), digest));
            case TermsProposalCommand.FilePaper(var by, var digest) ->
                accept(new State.Confirmed(How.PAPER, by), new TermsConfirmed(agencyId, id, now, terms.departmentId(),
                        How.PAPER.name(), by.words(), digest));
            case TermsProposalCommand.Object(var by, var objection) -> {
                if (!until.isAfter(now)) yield Decision.refuse(StaffingRefusal.TERMS_LINK_OVER);
                if (objection.isBlank()) yield Decision.refuse(StaffingRefusal.REASON_MISSING);
                yield accept(new State.Objected(by, objection),
                        new TermsObjected(agencyId, id, now, terms.departmentId(), by.words(), objection));
            }
            case TermsProposalCommand.SendAgain(var to, var ends) ->
                accept(new State.Waiting(to, ends),
                        new TermsProposed(agencyId, id, now, terms.departmentId(), terms.from(), terms.to(), to));
            case TermsProposalCommand.Withdraw _ ->
                accept(new State.Withdrawn(), new TermsProposalWithdrawn(agencyId, id, now, terms.departmentId()));
        };
    }

    /** The first fact of terms that were proposed. */
    TermsProposed proposed() {
        return new TermsProposed(agencyId, id, made.at(), terms.departmentId(), terms.from(), terms.to(),
                state instanceof State.Waiting(var to, var _) ? to : "");
    }

    public @Nullable Answer answer() {
        return switch (state) {
            case State.Confirmed(var _, var by) -> by;
            case State.Objected(var by, var _) -> by;
            case State.Waiting _,State.Withdrawn _ -> null;
        };
    }

    public boolean waits() {
        return state instanceof State.Waiting;
    }

    /** One of them was answered or has lapsed. */
    public static boolean anyDone(List<TermsProposal> proposals) {
        return proposals.stream().anyMatch(proposal -> !proposal.waits());
    }

    private Decision<TermsProposal> accept(State next, TermsEvent fact) {
        return Decision.accept(new TermsProposal(agencyId, id, terms, made, next, version), fact);
    }
}
