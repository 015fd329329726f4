package org.daywatch.planning.meetings.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch.house.StatePicture;
import org.daywatch.planning.PlanningEvent.MeetingHeld;
import org.daywatch.planning.meetings.meeting.MeetingCommand.*;
import org.daywatch.planning.meetings.meeting.SafetyTeamMeeting.Outcome;
import org.daywatch.planning.meetings.meeting.SafetyTeamMeeting.State;
import org.daywatch.platform.events.Decision;
import org.junit.jupiter.api.Test;

class SafetyTeamMeetingTest {

    private static final Instant NOW = Instant.parse("2026-11-17T23:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 17);
    private static final UUID OFFICER = new UUID(3, 3);
    private static final Hand CLOSER = new Hand(new UUID(5, 1), "Pat Greer");
    private static final Hand TEACHER = new Hand(new UUID(5, 2), "Lee Moss");
    private static final Hand PARENT = new Hand(null, "Noor Field");
    private static final Outcome OUTCOME = new Outcome(LocalTime.of(15, 0), LocalTime.of(16, 0), true, 60);

    @Test
    void everyStateAnswersEveryCommand() {
        var lines = new ArrayList<String>();
        for (var state : List.of(new State.Called(NOW), new State.Held(NOW, CLOSER, OUTCOME),
                new State.MinutesApproved(NOW, TEACHER, "", CLOSER, OUTCOME), new State.CalledOff(NOW, "Snow."))) {
            lines.add(line(state, "Move", new Move("Pat Greer", DAY.plusDays(7), LocalTime.NOON, "")));
            lines.add(line(state, "Close", close(DAY, 15, 16, 4)));
            lines.add(line(state, "Approve", new Approve(TEACHER, TEACHER, false, 0)));
            lines.add(line(state, "CallOff", new CallOff("Pat Greer", "Snow.")));
        }
        assertThat(String.join("\n", lines)).isEqualTo("""
                CALLED Move → CALLED MeetingMoved
                CALLED Close → HELD MeetingHeld
                CALLED Approve → MEETING_NOT_HELD
                CALLED CallOff → CALLED_OFF MeetingCalledOff
                HELD Move → MEETING_NOT_CALLED
                HELD Close → MEETING_NOT_CALLED
                HELD Approve → MINUTES_APPROVED MinutesApproved
                HELD CallOff → MEETING_NOT_CALLED
                MINUTES_APPROVED Move → MEETING_NOT_CALLED
                MINUTES_APPROVED Close → MEETING_NOT_CALLED
                MINUTES_APPROVED Approve → MEETING_NOT_HELD
                MINUTES_APPROVED CallOff → MEETING_NOT_CALLED
                CALLED_OFF Move → MEETING_NOT_CALLED
                CALLED_OFF Close → MEETING_NOT_CALLED
                CALLED_OFF Approve → MEETING_NOT_HELD
                CALLED_OFF CallOff → MEETING_NOT_CALLED""");
        new StatePicture().answers(lines).isCommittedAs("safety-team-meeting");
    }

    @Test
    void isNotClosedBeforeItsDay() {
        assertThat(answer(in(new State.Called(NOW)).decide(close(DAY.minusDays(1), 15, 16, 4), NOW)))
                .isEqualTo("MEETING_NOT_YET");
    }

    @Test
    void isNotClosedBeforeItBeganOrWithNobodyThere() {
        assertThat(answer(in(new State.Called(NOW)).decide(close(DAY, 16, 15, 4), NOW)))
                .isEqualTo("MEETING_ENDS_BEFORE_IT_BEGINS");
        assertThat(answer(in(new State.Called(NOW)).decide(close(DAY, 15, 16, 0), NOW)))
                .isEqualTo("MEETING_NOBODY_THERE");
    }

    @Test
    void isNotClosedBeforeItIsOver() {
        var eight = Instant.parse("2026-11-17T15:00:00Z");
        assertThat(answer(in(new State.Called(NOW)).decide(close(DAY, 15, 16, 4), eight)))
                .isEqualTo("MEETING_NOT_OVER");
        assertThat(
                answer(in(new State.Called(NOW)).decide(close(DAY, 15, 16, 4), Instant.parse("2026-11-17T23:00:00Z"))))
                .as("in the minute in which it ends").isEqualTo("HELD MeetingHeld");
    }

    @Test
    void anotherWhoWasThereApprovesTheMinutes() {
        assertThat(approve(CLOSER, CLOSER, false)).isEqualTo("MEETING_OWN_MINUTES");
        assertThat(approve(CLOSER, new Hand(null, "pat greer"), true)).as("nor by their own name on paper")
                .isEqualTo("MEETING_OWN_MINUTES");
        assertThat(approve(TEACHER, null, false)).as("they were not there").isEqualTo("MEETING_APPROVER_NOT_THERE");
        assertThat(approve(CLOSER, TEACHER, false)).as("she says so herself").isEqualTo("MEETING_APPROVER_HAS_ACCOUNT");
        assertThat(approve(CLOSER, PARENT, true)).as("a parent without an account, written down")
                .isEqualTo("MINUTES_APPROVED MinutesApproved");
        var noted = (State.MinutesApproved) in(new State.Held(NOW, CLOSER, OUTCOME))
                .decide(new Approve(CLOSER, PARENT, true, 0), NOW).orThrow().state().state();
        assertThat(noted.by().name()).isEqualTo("Noor Field");
        assertThat(noted.notedBy()).isEqualTo("Pat Greer");
    }

    private static String approve(Hand hand, Hand member, boolean onPaper) {
        return answer(in(new State.Held(NOW, CLOSER, OUTCOME)).decide(new Approve(hand, member, onPaper, 0), NOW));
    }

    @Test
    void minutesAreNotApprovedWhileAnItemHasNone() {
        assertThat(
                answer(in(new State.Held(NOW, CLOSER, OUTCOME)).decide(new Approve(TEACHER, TEACHER, false, 2), NOW)))
                .isEqualTo("MEETING_MINUTES_MISSING");
    }

    @Test
    void tellsWhatWasDoneHowLongAndWhichOfficersWereThere() {
        var held = (MeetingHeld) in(new State.Called(NOW)).decide(close(DAY, 15, 16, 4), NOW).orThrow().facts()
                .getFirst();
        assertThat(held.minutes()).isEqualTo(60);
        assertThat(held.duties()).containsExactly("ASSESS_NEEDS");
        assertThat(held.officers()).containsExactly(OFFICER);
        assertThat(held.from()).isEqualTo(Instant.parse("2026-11-17T22:00:00Z"));
    }

    @Test
    void callingOffNeedsAReason() {
        assertThat(answer(in(new State.Called(NOW)).decide(new CallOff("Pat Greer", " "), NOW)))
                .isEqualTo("PLANNING_REASON_MISSING");
    }

    private static Close close(LocalDate today, int from, int to, int present) {
        return new Close(CLOSER, today, LocalTime.of(from, 0), LocalTime.of(to, 0),
                Instant.parse("2026-11-17T22:00:00Z"),
                DAY.atTime(to, 0).atZone(java.time.ZoneId.of("America/Phoenix")).toInstant(), present,
                new Quorum(List.of(), null),
                List.of(Duty.ASSESS_NEEDS, Duty.OWN), List.of(OFFICER));
    }

    private static SafetyTeamMeeting in(State state) {
        return new SafetyTeamMeeting(new UUID(1, 1), new UUID(1, 2), new UUID(1, 3), new UUID(1, 4), DAY,
                LocalTime.of(15, 0), "Library", NOW, "Pat Greer", state, 1);
    }

    private static String line(State state, String name, MeetingCommand command) {
        return state.code() + " " + name + " → " + answer(in(state).decide(command, NOW));
    }

    private static String answer(Decision<SafetyTeamMeeting> decision) {
        return switch (decision) {
            case Decision.Accepted<SafetyTeamMeeting>(var state, var facts) ->
                state.state().code() + " " + facts.getFirst().getClass().getSimpleName();
            case Decision.Rejected<SafetyTeamMeeting>(var code, var _) -> code.name();
        };
    }
}
