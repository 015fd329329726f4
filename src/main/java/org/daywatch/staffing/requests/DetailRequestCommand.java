package org.daywatch.staffing.requests;

import java.util.Optional;
import java.util.UUID;
import org.daywatch.staffing.terms.ProhibitedWork.Refusal;

/** Everything anyone can do to a detail request. */
public sealed interface DetailRequestCommand {

    record Change(RequestContent content) implements DetailRequestCommand {}

    record Submit() implements DetailRequestCommand {}

    /**
     * @param screened what the primary department forbids, if it forbids this work; decided before, so that the rule
     * stays pure
     */
    record Accept(UUID primaryDepartmentId, Optional<Refusal> screened) implements DetailRequestCommand {}

    record Decline(String reason) implements DetailRequestCommand {}

    record Withdraw(String reason) implements DetailRequestCommand {}
}
