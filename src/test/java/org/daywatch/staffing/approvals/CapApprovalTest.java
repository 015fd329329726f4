package org.daywatch.staffing.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch.house.StatePicture;
import org.daywatch.platform.events.Decision;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.caps.CapReading;
import org.daywatch.staffing.approvals.CapApproval.Limit;
import org.daywatch.staffing.approvals.CapApproval.Said;
import org.daywatch.staffing.approvals.CapApproval.State;
import org.daywatch.staffing.approvals.CapApproval.Who;
import org.daywatch.staffing.approvals.CapApprovalCommand.Approve;
import org.daywatch.staffing.approvals.CapApprovalCommand.Decline;
import org.daywatch.staffing.approvals.CapApprovalCommand.Revoke;
import org.daywatch.staffing.approvals.CapApprovalCommand.Withdraw;
import org.junit.jupiter.api.Test;

class CapApprovalTest {

    private static final Instant NOW = Instant.parse("2026-08-06T15:00:00Z");
    private static final Window POST = Window.of(Instant.parse("2026-08-10T14:00:00Z"), Duration.ofHours(11));
    private static final UUID POST_ID = new UUID(7, 7);
    private static final Said CHIEF = said("a long game day, rested before");

    @Test
    void everyStateAnswersEveryCommandAsThisTableSays() {
        var states = List.of(new State.Requested(), new State.Approved(CHIEF, POST.start()), new State.Declined(CHIEF),
                new State.Withdrawn(),
                new State.Revoked(CHIEF, POST.start(), CHIEF));
        var commands = List.of(new Approve(CHIEF, POST.start()), new Decline(CHIEF), new Withdraw(), new Revoke(CHIEF));
        var lines = new ArrayList<String>();
        for (var state : states) {
            for (var command : commands)
                lines.add(
                        state.code() + " " + command.getClass().getSimpleName() + " → " + outcome(state, command, NOW));
        }
        assertThat(String.join("\n", lines)).isEqualTo("""
                REQUESTED Approve → APPROVED CapApprovalGiven
                REQUESTED Decline → DECLINED CapApprovalDeclined
                REQUESTED Withdraw → WITHDRAWN CapApprovalWithdrawn
                REQUESTED Revoke → APPROVAL_NOT_GIVEN
                APPROVED Approve → APPROVAL_DECIDED
                APPROVED Decline → APPROVAL_DECIDED
                APPROVED Withdraw → APPROVAL_DECIDED
                APPROVED Revoke → REVOKED CapApprovalRevoked
                DECLINED Approve → APPROVAL_DECIDED
                DECLINED Decline → APPROVAL_DECIDED
                DECLINED Withdraw → APPROVAL_DECIDED
                DECLINED Revoke → APPROVAL_NOT_GIVEN
                WITHDRAWN Approve → APPROVAL_DECIDED
                WITHDRAWN Decline → APPROVAL_DECIDED
                WITHDRAWN Withdraw → APPROVAL_DECIDED
                WITHDRAWN Revoke → APPROVAL_NOT_GIVEN
                REVOKED Approve → APPROVAL_DECIDED
                REVOKED Decline → APPROVAL_DECIDED
                REVOKED Withdraw → APPROVAL_DECIDED
                REVOKED Revoke → APPROVAL_NOT_GIVEN""");
        new StatePicture().answers(lines).isCommittedAs("cap-approval");
    }

    @Test
    void theWordNeedsAReasonAndAnEndThatLiesAheadAndNotBeyondTheWork() {
        var asked = new State.Requested();
        assertThat(outcome(asked, new Approve(said(" "), POST.start()), NOW)).isEqualTo("REASON_MISSING");
        assertThat(outcome(asked, new Decline(said(" ")), NOW)).isEqualTo("REASON_MISSING");
        assertThat(outcome(asked, new Approve(CHIEF, NOW), NOW)).isEqualTo("APPROVAL_EXPIRY_WRONG");
        assertThat(outcome(asked, new Approve(CHIEF, POST.end().plusSeconds(1)), NOW))
                .isEqualTo("APPROVAL_EXPIRY_WRONG");
        assertThat(outcome(asked, new Approve(CHIEF, POST.end()), POST.end())).isEqualTo("APPROVAL_OVER");
    }

    @Test
    void itLetsTheOfficerGoSoFarAtThisPostUnderThisLimitAndNoFurther() {
        var word = approval(new State.Approved(CHIEF, POST.start()));
        assertThat(word.permits("SOU-DETAIL-10", POST_ID, POST, reading(11), false)).isTrue();
        assertThat(word.permits("SOU-DETAIL-10", POST_ID, POST, reading(12), false)).as("an hour more was not asked")
                .isFalse();
        assertThat(word.permits("SOU-DAY-20", POST_ID, POST, reading(11), false)).as("another limit").isFalse();
        assertThat(word.permits("SOU-DETAIL-10", new UUID(8, 8), POST, reading(11), false)).as("another post")
                .isFalse();
        assertThat(word.permits("SOU-DETAIL-10", POST_ID, POST.widen(Duration.ofHours(1), Duration.ZERO), reading(11),
                false)).as("the post has moved").isFalse();
        assertThat(approval(new State.Requested()).permits("SOU-DETAIL-10", POST_ID, POST, reading(11), false))
                .as("only asked").isFalse();
        assertThat(approval(new State.Revoked(CHIEF, POST.start(), CHIEF)).permits("SOU-DETAIL-10", POST_ID, POST,
                reading(11), false)).as("withdrawn").isFalse();
    }

    private static CapReading reading(int hours) {
        return new CapReading(Duration.ofHours(hours), Duration.ofHours(10), POST, true, false);
    }

    private static String outcome(State state, CapApprovalCommand command, Instant now) {
        return switch (approval(state).decide(command, now)) {
            case Decision.Accepted<CapApproval>(var next, var facts) ->
                next.state().code() + " " + facts.getFirst().getClass().getSimpleName();
            case Decision.Rejected<CapApproval>(var code, var _) -> code.name();
        };
    }

    private static CapApproval approval(State state) {
        return new CapApproval(new UUID(1, 1), new UUID(2, 2), new UUID(3, 3), new Who(new UUID(4, 4), "Dana Vega"),
                POST_ID, "Ocotillo High", POST,
                new Limit("SOU-DETAIL-10", "More than ten hours in one detail needs the chief’s approval.",
                        Duration.ofHours(11), Duration.ofHours(10)),
                said("short of people"), state, 0);
    }

    private static Said said(String reason) {
        return new Said(new UUID(9, 9), "Lee Park", NOW, reason);
    }
}
