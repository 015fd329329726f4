package org.daywatch.planning.meetings.meeting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import org.daywatch.planning.PlanningEvent.MeetingCalled;
import org.daywatch.planning.PlanningEvent.MeetingCalledOff;
import org.daywatch.planning.PlanningEvent.MeetingHeld;
import org.daywatch.planning.PlanningEvent.MeetingMoved;
import org.daywatch.planning.PlanningEvent.MinutesApproved;
import org.daywatch.planning.PlanningRefusal;
import org.daywatch.planning.meetings.meeting.MeetingCommand.*;
import org.daywatch.platform.events.Decision;
import org.jspecify.annotations.Nullable;

/**
 * A meeting of a school's safety team.
 *
 * @param begins on the school's clock
 */
public record SafetyTeamMeeting(UUID agencyId, UUID id, UUID districtId, UUID schoolId, LocalDate day, LocalTime begins,
        String place, Instant calledAt, String calledBy, State state,
        int version) {

    public sealed interface State {

        record Called(Instant since) implements State {}

        /** @param closer who closed it: another approves its minutes */
        record Held(Instant since, Hand closer, Outcome outcome) implements State {}

        /**
         * @param by a member who was there. @param notedBy who wrote their approval down; empty where they pressed it
         * themselves
         */
        record MinutesApproved(Instant since, Hand by, String notedBy, Hand closer, Outcome outcome) implements State {}

        record CalledOff(Instant since, String reason) implements State {}

        Instant since();

        default String code() {
            return switch (this) {
                case Called _ -> "CALLED";
                case Held _ -> "HELD";
                case MinutesApproved _ -> "MINUTES_APPROVED";
                case CalledOff _ -> "CALLED_OFF";
            };
        }

        /** What became of it; null while it has not been held. */
        default @Nullable Outcome outcome() {
            return null;
        }
    }

    /** @param together minutes in which every needed seat was filled at once; null where no rule demands one */
    public record Outcome(LocalTime from, LocalTime to, boolean quorum, @Nullable Integer together) {

        public int minutes() {
            return (int) Duration.between(from, to).toMinutes();
        }
    }

    public Decision<SafetyTeamMeeting> decide(MeetingCommand command, Instant now) {
        return switch (command) {
            case Move move -> move(move, now);
            case Close close -> close(close, now);
            case Approve approve -> approve(approve, now);
            case CallOff(var by, var reason) -> callOff(by, reason.strip(), now);
        };
    }

    private Decision<SafetyTeamMeeting> move(Move move, Instant now) {
        if (!(state instanceof State.Called)) return refuse(PlanningRefusal.MEETING_NOT_CALLED);
        var moved = new SafetyTeamMeeting(agencyId, id, districtId, schoolId, move.day(), move.begins(),
                move.place().strip(), calledAt, calledBy, state, version + 1);
        return Decision.accept(moved, new MeetingMoved(agencyId, id, now, schoolId, day, move.day(), move.by()));
    }

    private Decision<SafetyTeamMeeting> close(Close close, Instant now) {
        if (!(state instanceof State.Called)) return refuse(PlanningRefusal.MEETING_NOT_CALLED);
        if (day.isAfter(close.today())) return Decision.refuse(PlanningRefusal.MEETING_NOT_YET, Map.of("day", day));
        if (!close.to().isAfter(close.from())) return refuse(PlanningRefusal.MEETING_ENDS_BEFORE_IT_BEGINS);
        if (close.endedAt().isAfter(now))
            return Decision.refuse(PlanningRefusal.MEETING_NOT_OVER, Map.of("to", close.to()));
        if (close.present() == 0) return refuse(PlanningRefusal.MEETING_NOBODY_THERE);
        var outcome = new Outcome(close.from(), close.to(), close.quorum().reached(), close.quorum().together());
        return Decision.accept(with(new State.Held(now, close.hand(), outcome)),
                new MeetingHeld(agencyId, id, now, districtId, schoolId, day, close.startedAt(), outcome.minutes(),
                        outcome.quorum(), close.duties().stream().filter(d -> d != Duty.OWN).map(Enum::name).toList(),
                        close.officers(), close.hand().name()));
    }

    private Decision<SafetyTeamMeeting> approve(Approve approve, Instant now) {
        if (!(state instanceof State.Held held)) return refuse(PlanningRefusal.MEETING_NOT_HELD);
        if (approve.unwritten() > 0)
            return Decision.refuse(PlanningRefusal.MEETING_MINUTES_MISSING, Map.of("items", approve.unwritten()));
        if (approve.member() == null) return refuse(PlanningRefusal.MEETING_APPROVER_NOT_THERE);
        if (approve.member().same(held.closer())) return refuse(PlanningRefusal.MEETING_OWN_MINUTES);
        boolean inPerson = approve.member().same(approve.hand());
        if (!inPerson && !approve.onPaper()) return refuse(PlanningRefusal.MEETING_APPROVER_HAS_ACCOUNT);
        return Decision.accept(
                with(new State.MinutesApproved(now, approve.member(), inPerson ? "" : approve.hand().name(),
                        held.closer(), held.outcome())),
                new MinutesApproved(agencyId, id, now, schoolId, approve.member().name()));
    }

    private Decision<SafetyTeamMeeting> callOff(String by, String reason, Instant now) {
        if (!(state instanceof State.Called)) return refuse(PlanningRefusal.MEETING_NOT_CALLED);
        if (reason.isEmpty()) return refuse(PlanningRefusal.PLANNING_REASON_MISSING);
        return Decision.accept(with(new State.CalledOff(now, reason)),
                new MeetingCalledOff(agencyId, id, now, schoolId, reason, by));
    }

    MeetingCalled called() {
        return new MeetingCalled(agencyId, id, calledAt, districtId, schoolId, day, calledBy);
    }

    private SafetyTeamMeeting with(State then) {
        return new SafetyTeamMeeting(agencyId, id, districtId, schoolId, day, begins, place, calledAt, calledBy, then,
                version + 1);
    }

    private static Decision<SafetyTeamMeeting> refuse(PlanningRefusal why) {
        return Decision.refuse(why);
    }
}
