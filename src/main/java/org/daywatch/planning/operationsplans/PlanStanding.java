package org.daywatch.planning.operationsplans;

import java.time.LocalDate;
import java.util.List;
import java.time.ZoneId;
import java.util.Optional;
import org.daywatch.directory.Campus;
import org.daywatch.planning.operationsplans.OperationsPlan.State;
import org.jspecify.annotations.Nullable;

/**
 * How a school stands with its plan.
 *
 * @param inForce the edition that counts today; null where none was ever approved
 * @param inWork the edition that is being written or waits for approval
 */
public record PlanStanding(Campus school, @Nullable OperationsPlan inForce, @Nullable OperationsPlan inWork,
        Kind kind) {

    /** NONE: nobody has approved one; DUE: the review is due within the days of the reminder. */
    public enum Kind {
        OVERDUE, NONE, DUE, CURRENT
    }

    /** @param editions of this school, the newest first */
    public static PlanStanding of(Campus school, List<OperationsPlan> editions, LocalDate today, int reminderDays) {
        var inForce = editions.stream().filter(p -> p.state().inForce()).findFirst().orElse(null);
        var inWork = editions.stream()
                .filter(p -> p.state() instanceof State.Draft || p.state() instanceof State.InReview).findFirst()
                .orElse(null);
        return new PlanStanding(school, inForce, inWork,
                inForce == null ? Kind.NONE : kind(reviewBy(inForce), today, reminderDays));
    }

    public static Kind kind(LocalDate reviewBy, LocalDate today, int reminderDays) {
        if (today.isAfter(reviewBy)) return Kind.OVERDUE;
        return today.plusDays(reminderDays).isBefore(reviewBy) ? Kind.CURRENT : Kind.DUE;
    }

    /** @throws IllegalStateException for an edition that was never approved */
    public static LocalDate reviewBy(OperationsPlan plan) {
        return switch (plan.state()) {
            case State.Approved(_, var reviewBy) -> reviewBy;
            case State.Reviewed(_, _, var reviewBy) -> reviewBy;
            case State.Superseded(_, var reviewBy, _) -> reviewBy;
            default -> throw new IllegalStateException("operations plan " + plan.id() + " was never approved");
        };
    }

    public static Optional<OperationsPlan.Approval> approval(OperationsPlan plan) {
        return switch (plan.state()) {
            case State.Approved(var approval, _) -> Optional.of(approval);
            case State.Reviewed(var approval, _, _) -> Optional.of(approval);
            case State.Superseded(var approval, _, _) -> Optional.of(approval);
            default -> Optional.empty();
        };
    }

    /** One approved on paper before it was written here was not begun then: it was entered. */
    public static String begunAs(OperationsPlan plan, ZoneId zone) {
        return approval(plan).filter(a -> a.day().isBefore(plan.begunAt().atZone(zone).toLocalDate()))
                .map(earlier -> "eop.entered").orElse("eop.begun");
    }
}
