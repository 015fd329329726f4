package org.daywatch.planning.operationsplans;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch.planning.standards.StandardCheck;

/** Everything anyone can do to an edition of an operations plan. */
public sealed interface OperationsPlanCommand {

    /** @param part which part of the plan is changed, as its key: TEAM, HAZARDS, a section or an annex */
    record Write(UUID person, String name, String part) implements OperationsPlanCommand {}

    /** @param missing what nobody can approve a plan without, in words; empty when it is all there */
    record Submit(UUID person, String name, List<String> missing) implements OperationsPlanCommand {}

    record SendBack(String name, String reason) implements OperationsPlanCommand {}

    /**
     * @param reviewBy the last day in time for its first review. @param standards of its state, and those it was found
     * to meet
     */
    record Approve(UUID person, String name, LocalDate day, LocalDate reviewBy,
            StandardCheck.Codes standards) implements OperationsPlanCommand {}

    /** It was looked at again and holds as it stands. */
    record Review(String name, LocalDate day, LocalDate reviewBy,
            StandardCheck.Codes standards) implements OperationsPlanCommand {}

    /** @param by the edition that holds from that day on */
    record Supersede(int by, LocalDate day) implements OperationsPlanCommand {}
}
