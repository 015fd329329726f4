package org.daywatch.staffing.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.house.StatePicture;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.events.Decision;
import org.daywatch.scheduling.OfficerRole;
import org.daywatch.scheduling.WorkKind;
import org.daywatch.staffing.requests.DetailRequest.State;
import org.daywatch.staffing.requests.DetailRequestCommand.Accept;
import org.daywatch.staffing.requests.DetailRequestCommand.Change;
import org.daywatch.staffing.requests.DetailRequestCommand.Decline;
import org.daywatch.staffing.requests.DetailRequestCommand.Submit;
import org.daywatch.staffing.requests.DetailRequestCommand.Withdraw;
import org.daywatch.staffing.terms.ProhibitedWork;
import org.junit.jupiter.api.Test;

class DetailRequestTest {

    private static final Instant NOW = Instant.parse("2026-07-01T15:00:00Z");
    private static final UUID SCHOOL = new UUID(1, 1);
    private static final UUID DEPARTMENT = new UUID(2, 2);

    @Test
    void everyStateAnswersEveryCommandAsThisTableSays() {
        var states = List.of(new State.Draft(), new State.Submitted(), new State.Accepted(DEPARTMENT),
                new State.Declined("full"),
                new State.Withdrawn("moved"));
        var commands = List.of(new Change(Content.term(SCHOOL)), new Submit(), new Accept(DEPARTMENT, Optional.empty()),
                new Decline("no officers"), new Withdraw("no longer needed"));
        var lines = new ArrayList<String>();
        for (var state : states) {
            for (var command : commands)
                lines.add(state.code() + " " + command.getClass().getSimpleName() + " → " + outcome(state, command));
        }
        assertThat(String.join("\n", lines)).isEqualTo("""
                DRAFT Change → DRAFT RequestChanged
                DRAFT Submit → SUBMITTED RequestSubmitted
                DRAFT Accept → REQUEST_NOT_SUBMITTED
                DRAFT Decline → REQUEST_NOT_SUBMITTED
                DRAFT Withdraw → WITHDRAWN RequestWithdrawn
                SUBMITTED Change → SUBMITTED RequestChanged
                SUBMITTED Submit → REQUEST_NOT_A_DRAFT
                SUBMITTED Accept → ACCEPTED RequestAccepted
                SUBMITTED Decline → DECLINED RequestDeclined
                SUBMITTED Withdraw → WITHDRAWN RequestWithdrawn
                ACCEPTED Change → REQUEST_DECIDED
                ACCEPTED Submit → REQUEST_NOT_A_DRAFT
                ACCEPTED Accept → REQUEST_NOT_SUBMITTED
                ACCEPTED Decline → REQUEST_NOT_SUBMITTED
                ACCEPTED Withdraw → WITHDRAWN RequestWithdrawn
                DECLINED Change → REQUEST_DECIDED
                DECLINED Submit → REQUEST_NOT_A_DRAFT
                DECLINED Accept → REQUEST_NOT_SUBMITTED
                DECLINED Decline → REQUEST_NOT_SUBMITTED
                DECLINED Withdraw → REQUEST_OVER
                WITHDRAWN Change → REQUEST_DECIDED
                WITHDRAWN Submit → REQUEST_NOT_A_DRAFT
                WITHDRAWN Accept → REQUEST_NOT_SUBMITTED
                WITHDRAWN Decline → REQUEST_NOT_SUBMITTED
                WITHDRAWN Withdraw → REQUEST_OVER""");
        new StatePicture().answers(lines).isCommittedAs("detail-request");
    }

    @Test
    void decliningAndWithdrawingNeedAReason() {
        assertThat(outcome(new State.Submitted(), new Decline(" "))).isEqualTo("REASON_MISSING");
        assertThat(outcome(new State.Accepted(DEPARTMENT), new Withdraw(""))).isEqualTo("REASON_MISSING");
    }

    @Test
    void workADepartmentForbidsIsNotAcceptedForItAndTheRefusalNamesBoth() {
        var screened = new ProhibitedWork.Refusal(DEPARTMENT, "Saguaro Springs Police", WorkKind.ALCOHOL);
        var decided = request(new State.Submitted()).decide(new Accept(DEPARTMENT, Optional.of(screened)), NOW);
        assertThat(decided).isInstanceOfSatisfying(Decision.Rejected.class, r -> {
            assertThat(r.code().name()).isEqualTo("WORK_PROHIBITED");
            assertThat(r.details()).containsEntry("department", "Saguaro Springs Police").containsEntry("work",
                    "ALCOHOL");
        });
    }

    @Test
    void aRequestKeepsItsSchool() {
        assertThat(outcome(new State.Draft(), new Change(Content.term(new UUID(9, 9)))))
                .isEqualTo("REQUEST_SCHOOL_FIXED");
    }

    @Test
    void wrongInputNamesEveryFieldAtOnce() {
        assertThatThrownBy(
                () -> new RequestContent(SCHOOL, RequestKind.EVENT, OfficerRole.SSO, 0, LocalDate.of(2026, 9, 4),
                        LocalDate.of(2026, 9, 3), Set.of(), null, LocalTime.of(22, 0), "", "stand at the gate", "", "",
                        WorkKind.EVENT_SECURITY))
                .isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.byField())
                        .containsOnlyKeys("officers", "lastDay", "weekdays", "from", "reason"));
    }

    @Test
    void aTermFollowsTheBellsAndAnEventStatesItsTimes() {
        assertThatThrownBy(() -> Content.of(SCHOOL, RequestKind.TERM, LocalTime.of(7, 0), LocalTime.of(15, 0)))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("times.term");
        assertThatThrownBy(() -> Content.of(SCHOOL, RequestKind.EVENT, null, null)).hasMessageContaining("times.event");
        assertThat(Content.term(SCHOOL).bellsDecide()).isTrue();
    }

    private static String outcome(State state, DetailRequestCommand command) {
        return switch (request(state).decide(command, NOW)) {
            case Decision.Accepted<DetailRequest>(var next, var facts) ->
                next.state().code() + " " + facts.getFirst().getClass().getSimpleName();
            case Decision.Rejected<DetailRequest>(var code, var _) -> code.name();
        };
    }

    private static DetailRequest request(State state) {
        return new DetailRequest(new UUID(5, 5), new UUID(3, 3), new UUID(4, 4), "R-2026-0041", Content.term(SCHOOL),
                state, null, NOW, 0);
    }
}
