package org.daywatch.planning.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch.house.StatePicture;
import org.daywatch.planning.PlanningEvent.MeetingHeld;
import org.daywatch.planning.meetings.MeetingCommand.*;
import org.daywatch.planning.meetings.SafetyTeamMeeting.Outcome;
import org.daywatch.planning.meetings.SafetyTeamMeeting.State;
import org.daywatch.platform.events.Decision;
import org.junit.jupiter.api.Test;

class SafetyTeamMeetingTest {

    private static final Instant NOW = Instant.parse("2026-11-17T23:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 17);
    private static final UUID OFFICER = new UUID(3, 3);
    private static final Outcome OUTCOME = new Outcome(LocalTime.of(15, 0), LocalTime.of(16, 0), true, 60);

    @Test
    void everyStateAnswersEveryCommand() {
        var lines = new ArrayList<String>();
        for (var state : List.of(new State.Called(NOW), new State.Held(NOW, OUTCOME), new State.MinutesApproved(NOW, "Pat Greer", OUTCOME), new State.CalledOff(NOW, "Snow."))) {
            lines.add(line(state, "Move", new Move("Pat Greer", DAY.plusDays(7), LocalTime.NOON, "")));
            lines.add(line(state, "Close", close(DAY, 15, 16, 4)));
            lines.add(line(state, "Approve", new Approve("Pat Greer", 0)));
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
        assertThat(answer(in(new State.Called(NOW)).decide(close(DAY.minusDays(1), 15, 16, 4), NOW))).isEqualTo("MEETING_NOT_YET");
    }

    @Test
    void isNotClosedBeforeItBeganOrWithNobodyThere() {
        assertThat(answer(in(new State.Called(NOW)).decide(close(DAY, 16, 15, 4), NOW))).isEqualTo("MEETING_ENDS_BEFORE_IT_BEGINS");
        assertThat(answer(in(new State.Called(NOW)).decide(close(DAY, 15, 16, 0), NOW))).isEqualTo("MEETING_NOBODY_THERE");
    }

    @Test
    void minutesAreNotApprovedWhileAnItemHasNone() {
        assertThat(answer(in(new State.Held(NOW, OUTCOME)).decide(new Approve("Pat Greer", 2), NOW))).isEqualTo("MEETING_MINUTES_MISSING");
    }

    @Test
    void tellsWhatWasDoneHowLongAndWhichOfficersWereThere() {
        var held = (MeetingHeld) in(new State.Called(NOW)).decide(close(DAY, 15, 16, 4), NOW).orThrow().facts().getFirst();
        assertThat(held.minutes()).isEqualTo(60);
        assertThat(held.duties()).containsExactly("ASSESS_NEEDS");
        assertThat(held.officers()).containsExactly(OFFICER);
        assertThat(held.from()).isEqualTo(Instant.parse("2026-11-17T22:00:00Z"));
    }

    @Test
    void callingOffNeedsAReason() {
        assertThat(answer(in(new State.Called(NOW)).decide(new CallOff("Pat Greer", " "), NOW))).isEqualTo("PLANNING_REASON_MISSING");
    }

    private static Close close(LocalDate today, int from, int to, int present) {
        return new Close("Pat Greer", today, LocalTime.of(from, 0), LocalTime.of(to, 0), Instant.parse("2026-11-17T22:00:00Z"), present, new Quorum(List.of(), null),
                List.of(Duty.ASSESS_NEEDS, Duty.OWN), List.of(OFFICER));
    }

    private static SafetyTeamMeeting in(State state) {
        return new SafetyTeamMeeting(new UUID(1, 1), new UUID(1, 2), new UUID(1, 3), new UUID(1, 4), DAY, LocalTime.of(15, 0), "Library", NOW, "Pat Greer", state, 1);
    }

    private static String line(State state, String name, MeetingCommand command) {
        return state.code() + " " + name + " → " + answer(in(state).decide(command, NOW));
    }

    private static String answer(Decision<SafetyTeamMeeting> decision) {
        return switch (decision) {
            case Decision.Accepted<SafetyTeamMeeting>(var state, var facts) -> state.state().code() + " " + facts.getFirst().getClass().getSimpleName();
            case Decision.Rejected<SafetyTeamMeeting>(var code, var _) -> code.name();
        };
    }
}
