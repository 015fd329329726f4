package org.daywatch.staffing.requests;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.events.Decision;
import org.daywatch.staffing.StaffingEvent;
import org.daywatch.staffing.StaffingEvent.RequestAccepted;
import org.daywatch.staffing.StaffingEvent.RequestChanged;
import org.daywatch.staffing.StaffingEvent.RequestDeclined;
import org.daywatch.staffing.StaffingEvent.RequestSubmitted;
import org.daywatch.staffing.StaffingEvent.RequestWithdrawn;
import org.daywatch.staffing.StaffingRefusal;
import org.daywatch.staffing.requests.DetailRequestCommand.Accept;
import org.daywatch.staffing.requests.DetailRequestCommand.Change;
import org.daywatch.staffing.requests.DetailRequestCommand.Decline;
import org.daywatch.staffing.requests.DetailRequestCommand.Submit;
import org.daywatch.staffing.requests.DetailRequestCommand.Withdraw;
import org.jspecify.annotations.Nullable;

/**
 * What a school asks for.
 *
 * @param number what people say on the phone: R-2026-0041
 */
public record DetailRequest(UUID id, UUID agencyId, UUID districtId, String number, RequestContent content, State state,
        @Nullable UUID createdBy, Instant createdAt, int version) {

    public sealed interface State {

        record Draft() implements State {}

        record Submitted() implements State {}

        record Accepted(UUID primaryDepartmentId) implements State {}

        record Declined(String reason) implements State {}

        record Withdrawn(String reason) implements State {}

        default String code() {
            return getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT);
        }
    }

    public Decision<DetailRequest> decide(DetailRequestCommand command, Instant now) {
        return switch (command) {
            case Change(var changed) -> switch (state) {
                case State.Draft _,State.Submitted _ when changed.schoolId().equals(content.schoolId()) ->
                    Decision.accept(
                            new DetailRequest(id, agencyId, districtId, number, changed, state, createdBy, createdAt,
                                    version),
                            new RequestChanged(agencyId, id, now, number));
                case State.Draft _,State.Submitted _ -> refuse(StaffingRefusal.REQUEST_SCHOOL_FIXED);
                default -> refuse(StaffingRefusal.REQUEST_DECIDED);
            };
            case Submit _ -> state instanceof State.Draft
                    ? accept(new State.Submitted(), new RequestSubmitted(agencyId, id, now, number, content.schoolId()))
                    : refuse(StaffingRefusal.REQUEST_NOT_A_DRAFT);
            case Accept accept -> accepted(accept, now);
            case Decline(var reason) -> {
                if (reason.isBlank()) yield refuse(StaffingRefusal.REASON_MISSING);
                yield state instanceof State.Submitted
                        ? accept(new State.Declined(reason), new RequestDeclined(agencyId, id, now, number, reason))
                        : refuse(StaffingRefusal.REQUEST_NOT_SUBMITTED);
            }
            case Withdraw(var reason) -> {
                if (reason.isBlank()) yield refuse(StaffingRefusal.REASON_MISSING);
                yield state instanceof State.Declined || state instanceof State.Withdrawn
                        ? refuse(StaffingRefusal.REQUEST_OVER)
                        : accept(new State.Withdrawn(reason), new RequestWithdrawn(agencyId, id, now, number, reason));
            }
        };
    }

    private Decision<DetailRequest> accepted(Accept accept, Instant now) {
        if (!(state instanceof State.Submitted)) return refuse(StaffingRefusal.REQUEST_NOT_SUBMITTED);
        if (accept.screened().isPresent()) {
            var screened = accept.screened().get();
            return Decision.refuse(StaffingRefusal.WORK_PROHIBITED,
                    Map.of("department", screened.department(), "work", screened.work().name()));
        }
        return accept(new State.Accepted(accept.primaryDepartmentId()),
                new RequestAccepted(agencyId, id, now, number, accept.primaryDepartmentId()));
    }

    private Decision<DetailRequest> accept(State next, StaffingEvent fact) {
        return Decision.accept(
                new DetailRequest(id, agencyId, districtId, number, content, next, createdBy, createdAt, version),
                fact);
    }

    private static Decision<DetailRequest> refuse(StaffingRefusal why) {
        return Decision.refuse(why);
    }
}
