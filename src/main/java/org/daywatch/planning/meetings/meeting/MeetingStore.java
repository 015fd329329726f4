package org.daywatch.planning.meetings.meeting;

import static org.daywatch_db.planning.Tables.MEETING_SEAT;
import static org.daywatch_db.planning.Tables.SAFETY_MEETING;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.planning.meetings.meeting.SafetyTeamMeeting.Outcome;
import org.daywatch.planning.meetings.meeting.SafetyTeamMeeting.State;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Stale;
import org.daywatch_db.planning.tables.records.SafetyMeetingRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Meetings as rows. */
@Repository
@Transactional
public class MeetingStore {

    private final DSLContext db;

    MeetingStore(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Optional<SafetyTeamMeeting> find(UUID id) {
        return db.selectFrom(SAFETY_MEETING).where(SAFETY_MEETING.ID.eq(id)).fetchOptional().map(MeetingStore::meeting);
    }

    /**
     * Nobody else changes it or its minutes until the transaction ends. @throws NotFound when it is not there or
     * another's
     */
    public SafetyTeamMeeting lock(UUID id) {
        return db.selectFrom(SAFETY_MEETING).where(SAFETY_MEETING.ID.eq(id)).forNoKeyUpdate().fetchOptional()
                .map(MeetingStore::meeting)
                .orElseThrow(() -> new NotFound("meeting " + id));
    }

    void insert(SafetyTeamMeeting m) {
        var s = SAFETY_MEETING;
        db.insertInto(s).set(s.AGENCY_ID, m.agencyId()).set(s.ID, m.id()).set(s.DISTRICT_ID, m.districtId())
                .set(s.SCHOOL_ID, m.schoolId()).set(s.DAY, m.day()).set(s.BEGINS, m.begins())
                .set(s.PLACE, m.place()).set(s.STATE, m.state().code()).set(s.SINCE, m.state().since())
                .set(s.CALLED_AT, m.calledAt()).set(s.CALLED_BY, m.calledBy())
                .set(s.VERSION, m.version()).execute();
    }

    /** @throws Stale when another version was saved meanwhile */
    void save(SafetyTeamMeeting m) {
        var s = SAFETY_MEETING;
        var outcome = m.state().outcome();
        int hit = db.update(s).set(s.DAY, m.day()).set(s.BEGINS, m.begins()).set(s.PLACE, m.place())
                .set(s.STATE, m.state().code()).set(s.SINCE, m.state().since())
                .set(s.STARTED, outcome == null ? null : outcome.from())
                .set(s.ENDED, outcome == null ? null : outcome.to())
                .set(s.QUORUM, outcome == null ? null : outcome.quorum())
                .set(s.TOGETHER, outcome == null ? null : outcome.together())
                .set(s.APPROVED_BY, m.state() instanceof State.MinutesApproved a ? a.by().name() : null)
                .set(s.APPROVED_PERSON, m.state() instanceof State.MinutesApproved a ? a.by().person() : null)
                .set(s.APPROVAL_NOTED_BY, m.state() instanceof State.MinutesApproved a ? a.notedBy() : "")
                .set(s.CLOSED_BY, closer(m).name().isEmpty() ? null : closer(m).name())
                .set(s.CLOSED_PERSON, closer(m).person())
                .set(s.REASON, m.state() instanceof State.CalledOff c ? c.reason() : null)
                .set(s.VERSION, m.version()).where(s.ID.eq(m.id())).and(s.VERSION.eq(m.version() - 1)).execute();
        if (hit == 0) throw new Stale("meeting " + m.id());
    }

    private static Hand closer(SafetyTeamMeeting m) {
        return switch (m.state()) {
            case State.Held held -> held.closer();
            case State.MinutesApproved approved -> approved.closer();
            case State.Called _,State.CalledOff _ -> Hand.UNKNOWN;
        };
    }

    /** What the rules asked for and who filled it, kept as it was found. */
    void keep(SafetyTeamMeeting m, Quorum quorum) {
        var s = MEETING_SEAT;
        for (var seat : quorum.seats()) {
            db.insertInto(s).set(s.AGENCY_ID, m.agencyId()).set(s.MEETING_ID, m.id()).set(s.RULE_ID, seat.rule().id())
                    .set(s.DISTRICT_ID, m.districtId())
                    .set(s.RULE_VERSION, seat.rule().version()).set(s.SOURCE, seat.rule().source())
                    .set(s.STATE, seat.state().name())
                    .set(s.WHO, seat.who().stream().map(Quorum.Present::name).filter(n -> !n.isEmpty())
                            .collect(Collectors.joining(", ")))
                    .execute();
        }
    }

    static SafetyTeamMeeting meeting(SafetyMeetingRecord r) {
        var state = switch (r.getState()) {
            case "CALLED" -> new State.Called(r.getSince());
            case "HELD" -> new State.Held(r.getSince(), closer(r), outcome(r));
            case "MINUTES_APPROVED" -> new State.MinutesApproved(r.getSince(),
                    new Hand(r.getApprovedPerson(), r.getApprovedBy()), r.getApprovalNotedBy(), closer(r), outcome(r));
            case "CALLED_OFF" -> new State.CalledOff(r.getSince(), r.getReason());
            default ->
                throw new IllegalStateException("meeting " + r.getId() + " has the unknown state " + r.getState());
        };
        return new SafetyTeamMeeting(r.getAgencyId(), r.getId(), r.getDistrictId(), r.getSchoolId(), r.getDay(),
                r.getBegins(), r.getPlace(), r.getCalledAt(), r.getCalledBy(), state,
                r.getVersion());
    }

    private static Hand closer(SafetyMeetingRecord r) {
        return r.getClosedBy() == null ? Hand.UNKNOWN : new Hand(r.getClosedPerson(), r.getClosedBy());
    }

    private static Outcome outcome(SafetyMeetingRecord r) {
        return new Outcome(r.getStarted(), r.getEnded(), r.getQuorum(), r.getTogether());
    }
}
