package org.daywatch.planning.operationsplans;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.planning.PlanningEvent.PlanApproved;
import org.daywatch.planning.PlanningEvent.PlanReviewed;
import org.daywatch.planning.PlanningEvent.PlanSentBack;
import org.daywatch.planning.PlanningEvent.PlanSubmitted;
import org.daywatch.planning.PlanningEvent.PlanSuperseded;
import org.daywatch.planning.PlanningEvent.PlanWritten;
import org.daywatch.planning.PlanningEvent;
import org.daywatch.planning.PlanningRefusal;
import org.daywatch.planning.operationsplans.OperationsPlanCommand.Approve;
import org.daywatch.planning.operationsplans.OperationsPlanCommand.Review;
import org.daywatch.planning.operationsplans.OperationsPlanCommand.SendBack;
import org.daywatch.planning.operationsplans.OperationsPlanCommand.Submit;
import org.daywatch.planning.operationsplans.OperationsPlanCommand.Supersede;
import org.daywatch.planning.operationsplans.OperationsPlanCommand.Write;
import org.daywatch.planning.standards.CheckedPlan;
import org.daywatch.platform.events.Decision;

/**
 * One edition of a school's emergency operations plan, without what it says.
 *
 * @param edition counted from 1 at each school
 * @param writers who changed a word of it; none of them approves it
 * @param version of the row, for writers at the same time
 */
public record OperationsPlan(UUID id, UUID agencyId, UUID districtId, UUID schoolId, int edition, State state,
        Set<UUID> writers, Instant begunAt, String begunBy, int version) implements CheckedPlan {

    /** None of the editions is younger. */
    public boolean youngestOf(Collection<OperationsPlan> editions) {
        return editions.stream().allMatch(other -> other.edition <= edition);
    }

    /** Who said of which day that the plan holds. */
    public record Approval(LocalDate day, String by) {}

    public sealed interface State {

        /** @param returned why it was sent back; empty where it was not */
        record Draft(String returned) implements State {}

        record InReview(UUID by, Instant at) implements State {}

        /** @param reviewBy the last day in time for the next review */
        record Approved(Approval approval, LocalDate reviewBy) implements State {}

        /** Looked at again and found to hold as it stands. */
        record Reviewed(Approval approval, Approval review, LocalDate reviewBy) implements State {}

        /** A later edition holds. */
        record Superseded(Approval approval, LocalDate reviewBy, LocalDate on) implements State {}

        default String code() {
            return this instanceof InReview ? "IN_REVIEW" : getClass().getSimpleName().toUpperCase(Locale.ROOT);
        }

        /** It is the plan that counts today. */
        default boolean inForce() {
            return this instanceof Approved || this instanceof Reviewed;
        }
    }

    @Override
    public boolean inForce() {
        return state.inForce();
    }

    public Decision<OperationsPlan> decide(OperationsPlanCommand command, Instant now) {
        return switch (command) {
            case Write(var person, var name, var part) -> state instanceof State.Draft
                    ? accept(with(person), state, new PlanWritten(agencyId, id, now, schoolId, edition, part, name))
                    : refuse(PlanningRefusal.PLAN_NOT_A_DRAFT);
            case Submit submit -> submitted(submit, now);
            case SendBack(var name, var reason) -> {
                if (reason.isBlank()) yield refuse(PlanningRefusal.PLAN_REASON_MISSING);
                yield state instanceof State.InReview
                        ? accept(writers, new State.Draft(reason.strip()),
                                new PlanSentBack(agencyId, id, now, schoolId, edition, reason.strip(), name))
                        : refuse(PlanningRefusal.PLAN_NOT_IN_REVIEW);
            }
            case Approve approve -> approved(approve, now);
            case Review review -> reviewed(review, now);
            case Supersede(var by, var day) -> superseded(by, day, now);
        };
    }

    private Decision<OperationsPlan> submitted(Submit submit, Instant now) {
        if (!(state instanceof State.Draft)) return refuse(PlanningRefusal.PLAN_NOT_A_DRAFT);
        if (!submit.missing().isEmpty())
            return Decision.refuse(PlanningRefusal.PLAN_NOT_COMPLETE,
                    Map.of("missing", String.join(", ", submit.missing())));
        return accept(with(submit.person()), new State.InReview(submit.person(), now),
                new PlanSubmitted(agencyId, id, now, schoolId, edition, submit.name()));
    }

    private Decision<OperationsPlan> approved(Approve a, Instant now) {
        if (!(state instanceof State.InReview)) return refuse(PlanningRefusal.PLAN_NOT_IN_REVIEW);
        if (writers.contains(a.person())) return refuse(PlanningRefusal.PLAN_OWN_WORK);
        return accept(writers, new State.Approved(new Approval(a.day(), a.name()), a.reviewBy()),
                new PlanApproved(agencyId, id, now, districtId, schoolId, edition, a.day(), a.reviewBy(),
                        a.standards().asked(), a.standards().met(), a.name()));
    }

    private Decision<OperationsPlan> reviewed(Review r, Instant now) {
        var fact = new PlanReviewed(agencyId, id, now, districtId, schoolId, edition, r.day(), r.reviewBy(),
                r.standards().asked(), r.standards().met(), r.name());
        var review = new Approval(r.day(), r.name());
        return switch (state) {
            case State.Approved(var approval, _) ->
                accept(writers, new State.Reviewed(approval, review, r.reviewBy()), fact);
            case State.Reviewed(var approval, _, _) ->
                accept(writers, new State.Reviewed(approval, review, r.reviewBy()), fact);
            default -> refuse(PlanningRefusal.PLAN_NOT_IN_FORCE);
        };
    }

    private Decision<OperationsPlan> superseded(int by, LocalDate day, Instant now) {
        var fact = new PlanSuperseded(agencyId, id, now, schoolId, edition, by);
        return switch (state) {
            case State.Approved(var approval, var reviewBy) ->
                accept(writers, new State.Superseded(approval, reviewBy, day), fact);
            case State.Reviewed(var approval, _, var reviewBy) ->
                accept(writers, new State.Superseded(approval, reviewBy, day), fact);
            default -> refuse(PlanningRefusal.PLAN_NOT_IN_FORCE);
        };
    }

    private Set<UUID> with(UUID writer) {
        var more = new HashSet<>(writers);
        more.add(writer);
        return Set.copyOf(more);
    }

    private Decision<OperationsPlan> accept(Set<UUID> wrote, State next, PlanningEvent fact) {
        return Decision.accept(
                new OperationsPlan(id, agencyId, districtId, schoolId, edition, next, wrote, begunAt, begunBy, version),
                fact);
    }

    private static Decision<OperationsPlan> refuse(PlanningRefusal why) {
        return Decision.refuse(why);
    }
}
