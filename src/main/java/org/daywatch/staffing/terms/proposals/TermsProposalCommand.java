package org.daywatch.staffing.terms.proposals;

import java.time.Instant;
import org.daywatch.staffing.terms.proposals.TermsProposal.Answer;

/** Everything that can be done with proposed terms. */
public sealed interface TermsProposalCommand {

    /** By the department, over its link. @param digest of the text it read */
    record Confirm(Answer by, String digest) implements TermsProposalCommand {}

    /** By the agency, which has the signed paper. @param digest of the text and the paper */
    record FilePaper(Answer by, String digest) implements TermsProposalCommand {}

    /** By the department, over its link. */
    record Object(Answer by, String objection) implements TermsProposalCommand {}

    /** The link before is worth nothing any more. */
    record SendAgain(String to, Instant until) implements TermsProposalCommand {}

    record Withdraw() implements TermsProposalCommand {}
}
