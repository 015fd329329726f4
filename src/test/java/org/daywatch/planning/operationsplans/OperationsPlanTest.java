package org.daywatch.planning.operationsplans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch.house.StatePicture;
import org.daywatch.planning.PlanningEvent.PlanApproved;
import org.daywatch.planning.PlanningEvent.PlanReviewed;
import org.daywatch.planning.operationsplans.OperationsPlan.Approval;
import org.daywatch.planning.operationsplans.OperationsPlan.State;
import org.daywatch.planning.operationsplans.OperationsPlanCommand.Approve;
import org.daywatch.planning.operationsplans.OperationsPlanCommand.Review;
import org.daywatch.planning.operationsplans.OperationsPlanCommand.SendBack;
import org.daywatch.planning.operationsplans.OperationsPlanCommand.Submit;
import org.daywatch.planning.operationsplans.OperationsPlanCommand.Supersede;
import org.daywatch.planning.operationsplans.OperationsPlanCommand.Write;
import org.daywatch.planning.standards.StandardCheck;
import org.daywatch.platform.events.Decision;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OperationsPlanTest {

    private static final Instant NOW = Instant.parse("2026-08-03T16:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 8, 3);
    private static final LocalDate NEXT = LocalDate.of(2027, 8, 3);
    private static final UUID WRITER = new UUID(0, 1);
    private static final UUID DIRECTOR = new UUID(0, 2);
    private static final StandardCheck.Codes FOUND = new StandardCheck.Codes(List.of("AZ-1", "AZ-2", "AZ-3"),
            List.of("AZ-2"));
    private static final Approval APPROVED = new Approval(LocalDate.of(2025, 8, 4), "Dana Reyes");

    @Test
    void everyStateAnswersEveryCommandAsThisTableSays() {
        var states = List.of(new State.Draft(""), new State.InReview(WRITER, NOW), new State.Approved(APPROVED, NEXT),
                new State.Reviewed(APPROVED, APPROVED, NEXT),
                new State.Superseded(APPROVED, NEXT, DAY));
        var commands = List.of(new Write(WRITER, "Lee", "TEAM"), new Submit(WRITER, "Lee", List.of()),
                new SendBack("Dana", "no drills"), new Approve(DIRECTOR, "Dana", DAY, NEXT, FOUND),
                new Review("Dana", DAY, NEXT, FOUND), new Supersede(2, DAY));
        var lines = new ArrayList<String>();
        for (var state : states) {
            for (var command : commands)
                lines.add(state.code() + " " + command.getClass().getSimpleName() + " → "
                        + outcome(plan(state), command));
        }
        assertThat(String.join("\n", lines)).isEqualTo("""
                DRAFT Write → DRAFT PlanWritten
                DRAFT Submit → IN_REVIEW PlanSubmitted
                DRAFT SendBack → PLAN_NOT_IN_REVIEW
                DRAFT Approve → PLAN_NOT_IN_REVIEW
                DRAFT Review → PLAN_NOT_IN_FORCE
                DRAFT Supersede → PLAN_NOT_IN_FORCE
                IN_REVIEW Write → PLAN_NOT_A_DRAFT
                IN_REVIEW Submit → PLAN_NOT_A_DRAFT
                IN_REVIEW SendBack → DRAFT PlanSentBack
                IN_REVIEW Approve → APPROVED PlanApproved
                IN_REVIEW Review → PLAN_NOT_IN_FORCE
                IN_REVIEW Supersede → PLAN_NOT_IN_FORCE
                APPROVED Write → PLAN_NOT_A_DRAFT
                APPROVED Submit → PLAN_NOT_A_DRAFT
                APPROVED SendBack → PLAN_NOT_IN_REVIEW
                APPROVED Approve → PLAN_NOT_IN_REVIEW
                APPROVED Review → REVIEWED PlanReviewed
                APPROVED Supersede → SUPERSEDED PlanSuperseded
                REVIEWED Write → PLAN_NOT_A_DRAFT
                REVIEWED Submit → PLAN_NOT_A_DRAFT
                REVIEWED SendBack → PLAN_NOT_IN_REVIEW
                REVIEWED Approve → PLAN_NOT_IN_REVIEW
                REVIEWED Review → REVIEWED PlanReviewed
                REVIEWED Supersede → SUPERSEDED PlanSuperseded
                SUPERSEDED Write → PLAN_NOT_A_DRAFT
                SUPERSEDED Submit → PLAN_NOT_A_DRAFT
                SUPERSEDED SendBack → PLAN_NOT_IN_REVIEW
                SUPERSEDED Approve → PLAN_NOT_IN_REVIEW
                SUPERSEDED Review → PLAN_NOT_IN_FORCE
                SUPERSEDED Supersede → PLAN_NOT_IN_FORCE""");
        new StatePicture().answers(lines).isCommittedAs("operations-plan");
    }

    @Test
    void whoeverWroteOrSubmittedItDoesNotApproveIt() {
        var written = next(plan(new State.Draft("")), new Write(DIRECTOR, "Dana", "TEAM"));
        var submitted = next(written, new Submit(WRITER, "Lee", List.of()));
        assertThat(outcome(submitted, new Approve(DIRECTOR, "Dana", DAY, NEXT, FOUND))).isEqualTo("PLAN_OWN_WORK");
        assertThat(outcome(submitted, new Approve(WRITER, "Lee", DAY, NEXT, FOUND))).isEqualTo("PLAN_OWN_WORK");
        assertThat(outcome(submitted, new Approve(new UUID(0, 3), "Kim", DAY, NEXT, FOUND)))
                .isEqualTo("APPROVED PlanApproved");
    }

    @Test
    void whatIsMissingIsNamedAndAReturnNeedsItsReason() {
        assertThat(outcome(plan(new State.Draft("")), new Submit(WRITER, "Lee", List.of("1. Form the team"))))
                .isEqualTo("PLAN_NOT_COMPLETE");
        assertThat(outcome(plan(new State.InReview(WRITER, NOW)), new SendBack("Dana", " ")))
                .isEqualTo("PLAN_REASON_MISSING");
        assertThat(next(plan(new State.InReview(WRITER, NOW)), new SendBack("Dana", " Name the bus drivers. ")).state())
                .isEqualTo(new State.Draft("Name the bus drivers."));
    }

    @Test
    void aReviewMovesTheDayAndKeepsWhoApproved() {
        var reviewed = next(plan(new State.Approved(APPROVED, DAY)), new Review("Kim", DAY, NEXT, FOUND));
        assertThat(reviewed.state()).isEqualTo(new State.Reviewed(APPROVED, new Approval(DAY, "Kim"), NEXT));
        assertThat(PlanStanding.kind(NEXT, NEXT, 30)).isEqualTo(PlanStanding.Kind.DUE);
        assertThat(PlanStanding.kind(NEXT, NEXT.plusDays(1), 30)).isEqualTo(PlanStanding.Kind.OVERDUE);
        assertThat(PlanStanding.kind(NEXT, NEXT.minusDays(30), 30)).isEqualTo(PlanStanding.Kind.DUE);
        assertThat(PlanStanding.kind(NEXT, NEXT.minusDays(31), 30)).isEqualTo(PlanStanding.Kind.CURRENT);
    }

    @Test
    void approvalAndReviewTellWhichStandardsWereAskedAndMet() {
        var approved = (PlanApproved) plan(new State.InReview(WRITER, NOW))
                .decide(new Approve(DIRECTOR, "Dana", DAY, NEXT, FOUND), NOW).orThrow().facts().getFirst();
        assertThat(approved.asked()).containsExactly("AZ-1", "AZ-2", "AZ-3");
        assertThat(approved.met()).containsExactly("AZ-2");
        var reviewed = (PlanReviewed) plan(new State.Approved(APPROVED, NEXT))
                .decide(new Review("Dana", DAY, NEXT, FOUND), NOW).orThrow().facts().getFirst();
        assertThat(reviewed.asked()).hasSize(3);
        assertThat(reviewed.met()).containsExactly("AZ-2");
    }

    @Test
    void aStoredFactFromBeforeReadsAsNotToldAndNotAsNone() {
        String stored = """
                {"tenant":"00000000-0000-0009-0000-000000000001","id":"00000000-0000-0009-0000-000000000009","at":"2025-08-04T16:00:00Z","districtId":"00000000-0000-0009-0000-000000000002",\
                "schoolId":"00000000-0000-0009-0000-000000000003","version":1,"day":"2025-08-04","reviewBy":"2026-08-04","by":"Dana Reyes"}""";
        var json = JsonMapper.builder().build();
        assertThat(json.readValue(stored, PlanApproved.class))
                .extracting(PlanApproved::by, PlanApproved::asked, PlanApproved::met)
                .containsExactly("Dana Reyes", null, null);
        assertThat(json.readValue(stored, PlanReviewed.class))
                .extracting(PlanReviewed::by, PlanReviewed::asked, PlanReviewed::met)
                .containsExactly("Dana Reyes", null, null);
    }

    private static OperationsPlan plan(State state) {
        return new OperationsPlan(new UUID(9, 9), new UUID(9, 1), new UUID(9, 2), new UUID(9, 3), 1, state,
                Set.of(WRITER), NOW, "Lee", 1);
    }

    private static OperationsPlan next(OperationsPlan plan, OperationsPlanCommand command) {
        return plan.decide(command, NOW).orThrow().state();
    }

    private static String outcome(OperationsPlan plan, OperationsPlanCommand command) {
        return switch (plan.decide(command, NOW)) {
            case Decision.Accepted<OperationsPlan> a ->
                a.state().state().code() + " " + a.facts().getFirst().getClass().getSimpleName();
            case Decision.Rejected<OperationsPlan> r -> r.code().name();
        };
    }
}
