package org.daywatch.staffing.shifts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.events.Decision;
import org.daywatch.platform.places.Distance;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.StaffingEvent;
import org.daywatch.staffing.StaffingEvent.*;
import org.daywatch.staffing.StaffingRefusal;
import org.daywatch.staffing.punches.Doubt;
import org.daywatch.staffing.shifts.ShiftCommand.*;
import org.jspecify.annotations.Nullable;

/**
 * An officer at a post: accepted by their own act, begun with a punch at the school, ended with a note for the next
 * one.
 */
public record Shift(UUID agencyId, UUID id, UUID districtId, UUID schoolId, UUID postId, UUID officerId, UUID personId,
        String officerName,
        UUID departmentId, Window window, Acceptance acceptance, State state, int version) {

    /** So long an officer may take back their own check-in or check-out without asking. */
    static final Duration SECOND_THOUGHTS = Duration.ofMinutes(5);

    /** What a coordinator records as worked lies this near to the post; anything else is a slip of the finger. */
    private static final Duration NEAR_THE_POST = Duration.ofHours(12);

    /** So long after the end of the post a check-out still tells when they left. */
    private static final Duration FORGOTTEN = Duration.ofHours(2);

    /**
     * Whose act put them here (29 CFR 553.227: it must be their own), and why they were allowed.
     *
     * @param at when it was written down, which is when the post became theirs
     * @param call what they said on the phone and when, where a coordinator recorded it; null when the officer did it
     * themselves
     * @param confirmedAt the officer's later confirmation of what they said on the phone
     * @param verdict every rule with its numbers at that moment, as JSON
     * @param consent the standing consent that stood for their act; null when they accepted this shift itself
     */
    public record Acceptance(Instant at, @Nullable Call call, @Nullable Instant confirmedAt, String verdict,
            @Nullable UUID consent) {

        public Acceptance(Instant at, @Nullable Call call, @Nullable Instant confirmedAt, String verdict) {
            this(at, call, confirmedAt, verdict, null);
        }

        public boolean byPhone() {
            return call != null;
        }

        public boolean awaitsConfirmation() {
            return byPhone() && confirmedAt == null;
        }
    }

    /**
     * A call in which an officer said yes.
     *
     * @param caller who called, and from which number
     * @param at when they called; it may lie before it was written down
     */
    public record Call(String caller, Instant at) {}

    public sealed interface State {

        /**
         * @param again when the shift was reinstated, or the officer took back their own check-in; null while neither
         * happened
         */
        record Scheduled(@Nullable Instant again) implements State {

            public Scheduled() {
                this(null);
            }
        }

        record OnPost(Punch punch) implements State {}

        record Ended(Punch punch, Instant at, String note) implements State {}

        record NoShow(Instant at) implements State {}

        record Cancelled(Instant at, String reason) implements State {}

        record GivenBack(Instant at, String reason) implements State {}

        /** The state's word in the table: ON_POST, NO_SHOW. */
        default String code() {
            return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(java.util.Locale.ROOT);
        }

        /** The officer holds the post in this state, so nobody else can. */
        default boolean holdsPost() {
            return this instanceof Scheduled || this instanceof OnPost || this instanceof Ended;
        }
    }

    /** What was proven: from punch to punch. A check-out forgotten for hours counts to the end of the post. */
    public Optional<Window> worked() {
        if (!(state instanceof State.Ended(var punch, var at, _))) return Optional.empty();
        return Window.between(punch.at(), at.isAfter(window.end().plus(FORGOTTEN)) ? window.end() : at);
    }

    /** From when the officer is expected: the start of the post, or the moment of acceptance where it came later. */
    public Instant expectedFrom() {
        return latest(window.start(), acceptance.at());
    }

    /** Since when the officer has it without a break: accepted, or given back to them by a coordinator. */
    public Instant standsSince() {
        return state instanceof State.Scheduled(Instant again) && again != null ? again : acceptance.at();
    }

    /** Without a check-in until then the shift is missed. A shift that stands again has the whole grace once more. */
    public Instant missedAfter(Duration grace) {
        return latest(window.start(), standsSince()).plus(grace);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** The check-in, once there is one. */
    public Optional<Punch> punch() {
        return switch (state) {
            case State.OnPost(var punch) -> Optional.of(punch);
            case State.Ended(var punch, _, _) -> Optional.of(punch);
            default -> Optional.empty();
        };
    }

    /** What does not fit about the check-in, for people to look at. */
    public List<Doubt> doubts() {
        return punch().map(Punch::doubts).orElse(List.of());
    }

    public Decision<Shift> decide(ShiftCommand command, Instant now) {
        return switch (command) {
            case ConfirmAcceptance() -> confirmAcceptance(now);
            case CheckIn checkIn -> checkIn(checkIn, now);
            case ConfirmPresence() -> confirmPresence(now);
            case CheckOut(var note) -> checkOut(note, now);
            case GiveBack(var reason) -> giveBack(reason, now);
            case Cancel(var reason) -> cancel(reason, now);
            case MarkNoShow(var rules) -> markNoShow(rules, now);
            case RecordWorked worked -> recordWorked(worked, now);
            case ReverseCheckIn(var reason, var own) -> reverseCheckIn(reason, own, now);
            case ReverseCheckOut(var reason, var own) -> reverseCheckOut(reason, own, now);
            case Reinstate(var reason) -> reinstate(reason, now);
        };
    }

    private Decision<Shift> confirmAcceptance(Instant now) {
        if (!acceptance.awaitsConfirmation()) return refuse(StaffingRefusal.NOTHING_TO_CONFIRM);
        if (!state.holdsPost()) return refuse(StaffingRefusal.SHIFT_FALLEN_AWAY);
        var confirmed = new Acceptance(acceptance.at(), acceptance.call(), now, acceptance.verdict(),
                acceptance.consent());
        return Decision.accept(new Shift(agencyId, id, districtId, schoolId, postId, officerId, personId, officerName,
                departmentId, window,
                confirmed, state, version), new PhoneAcceptanceConfirmed(agencyId, id, now, officerId));
    }

    private Decision<Shift> checkIn(CheckIn command, Instant now) {
        switch (state) {
            case State.Scheduled _ -> {}
            case State.OnPost _ -> { return refuse(StaffingRefusal.SHIFT_NOT_SCHEDULED); }
            case State.Ended _ -> { return refuse(StaffingRefusal.SHIFT_ENDED); }
            case State.NoShow _ -> { return refuse(StaffingRefusal.SHIFT_MISSED); }
            case State.Cancelled _,State.GivenBack _ -> { return refuse(StaffingRefusal.SHIFT_FALLEN_AWAY); }
        }
        var opensAt = window.start().minus(command.rules().opens());
        if (now.isBefore(opensAt)) {
            return Decision.refuse(StaffingRefusal.TOO_EARLY,
                    Map.of("opens", command.rules().opens().toMinutes(), "wait",
                            minutesUp(Duration.between(now, opensAt))));
        }
        if (!now.isBefore(window.end())) return refuse(StaffingRefusal.SHIFT_OVER);
        if (!command.packRead()) return refuse(StaffingRefusal.SITE_PACK_UNREAD);
        if (command.deskCode() == DeskCode.WRONG) return refuse(StaffingRefusal.WRONG_DESK_CODE);
        boolean desk = command.deskCode() == DeskCode.RIGHT;
        var position = command.position();
        if (!desk && position == null) return refuse(StaffingRefusal.NO_PROOF);
        if (!desk && position.place() == Punch.Place.OFF_CAMPUS) {
            return Decision.refuse(StaffingRefusal.NOT_ON_CAMPUS,
                    Map.of("meters", position.meters() == null ? "?" : new Distance(position.meters())));
        }
        if (!desk && position.place() == Punch.Place.SCHOOL_UNKNOWN) return refuse(StaffingRefusal.NO_PROOF);
        var punch = new Punch(now, desk ? Punch.Proof.DESK_CODE : Punch.Proof.POSITION, position, command.doubts());
        long late = now.isAfter(expectedFrom().plus(command.rules().lateAfter()))
                ? Duration.between(expectedFrom(), now).toMinutes()
                : 0;
        return Decision.accept(in(new State.OnPost(punch)),
                new ShiftStarted(agencyId, id, now, postId, officerId, schoolId, late, punch.proof().name(),
                        punch.proven(),
                        Doubt.written(punch.doubts())));
    }

    private Decision<Shift> confirmPresence(Instant now) {
        return switch (state) {
            case State.OnPost(var punch) when !punch.proven() ->
                Decision.accept(in(new State.OnPost(seenAtDesk(punch))),
                        new PresenceConfirmed(agencyId, id, now, schoolId));
            case State.Ended(var punch, var at, var note) when !punch.proven() -> Decision.accept(
                    in(new State.Ended(seenAtDesk(punch), at, note)),
                    new PresenceConfirmed(agencyId, id, now, schoolId));
            case State.OnPost _,State.Ended _ -> refuse(StaffingRefusal.PRESENCE_CONFIRMED);
            default -> refuse(StaffingRefusal.SHIFT_NOT_BEGUN);
        };
    }

    private Decision<Shift> checkOut(String note, Instant now) {
        return switch (state) {
            case State.OnPost(var punch) -> {
                long early = now.isBefore(window.end()) ? minutesUp(Duration.between(now, window.end())) : 0;
                yield Decision.accept(in(new State.Ended(punch, now, note.strip())),
                        new ShiftEnded(agencyId, id, now, postId, officerId, schoolId, punch.at(), early));
            }
            case State.Ended _ -> refuse(StaffingRefusal.SHIFT_ENDED);
            case State.Scheduled _ -> refuse(StaffingRefusal.SHIFT_NOT_BEGUN);
            case State.NoShow _ -> refuse(StaffingRefusal.SHIFT_MISSED);
            case State.Cancelled _,State.GivenBack _ -> refuse(StaffingRefusal.SHIFT_FALLEN_AWAY);
        };
    }

    private Decision<Shift> giveBack(String reason, Instant now) {
        if (reason.isBlank()) return refuse(StaffingRefusal.REASON_MISSING);
        if (!(state instanceof State.Scheduled)) return refuse(StaffingRefusal.SHIFT_NOT_SCHEDULED);
        if (!now.isBefore(window.end())) return refuse(StaffingRefusal.SHIFT_OVER);
        return Decision.accept(in(new State.GivenBack(now, reason.strip())),
                new ShiftGivenBack(agencyId, id, now, postId, officerId, schoolId, window, reason.strip()));
    }

    private Decision<Shift> cancel(String reason, Instant now) {
        if (reason.isBlank()) return refuse(StaffingRefusal.REASON_MISSING);
        return switch (state) {
            case State.Scheduled _ -> Decision.accept(in(new State.Cancelled(now, reason.strip())),
                    new ShiftCancelled(agencyId, id, now, postId, officerId, schoolId, window, reason.strip()));
            case State.OnPost _ -> refuse(StaffingRefusal.SHIFT_NOT_SCHEDULED);
            case State.Ended _ -> refuse(StaffingRefusal.SHIFT_ENDED);
            case State.NoShow _ -> refuse(StaffingRefusal.SHIFT_MISSED);
            case State.Cancelled _,State.GivenBack _ -> refuse(StaffingRefusal.SHIFT_FALLEN_AWAY);
        };
    }

    private Decision<Shift> markNoShow(Punctuality rules, Instant now) {
        if (!(state instanceof State.Scheduled)) return refuse(StaffingRefusal.SHIFT_NOT_SCHEDULED);
        var missedAt = missedAfter(rules.missedAfter());
        if (now.isBefore(missedAt)) {
            return Decision.refuse(StaffingRefusal.NOT_MISSED_YET,
                    Map.of("wait", minutesUp(Duration.between(now, missedAt))));
        }
        return Decision.accept(in(new State.NoShow(now)),
                new OfficerMissedShift(agencyId, id, now, postId, officerId, schoolId, window));
    }

    private Decision<Shift> recordWorked(RecordWorked command, Instant now) {
        if (command.reason().isBlank()) return refuse(StaffingRefusal.REASON_MISSING);
        if (state instanceof State.Cancelled || state instanceof State.GivenBack)
            return refuse(StaffingRefusal.SHIFT_FALLEN_AWAY);
        if (command.worked().end().isAfter(now)
                || !window.widen(NEAR_THE_POST, NEAR_THE_POST).contains(command.worked()))
            return refuse(StaffingRefusal.TIMES_IMPOSSIBLE);
        var position = punch().map(Punch::position).orElse(null);
        var punch = new Punch(command.worked().start(), Punch.Proof.COORDINATOR, position, List.of());
        return Decision.accept(in(new State.Ended(punch, command.worked().end(), command.note().strip())),
                new ShiftCorrected(agencyId, id, now, postId, officerId, schoolId, command.worked(),
                        command.reason().strip()));
    }

    private Decision<Shift> reverseCheckIn(String reason, boolean own, Instant now) {
        if (reason.isBlank()) return refuse(StaffingRefusal.REASON_MISSING);
        if (!(state instanceof State.OnPost(var punch))) return refuse(StaffingRefusal.SHIFT_NOT_BEGUN);
        if (own && now.isAfter(punch.at().plus(SECOND_THOUGHTS))) return refuse(StaffingRefusal.NO_UNDO_NOW);
        return Decision.accept(in(own ? new State.Scheduled(now) : new State.Scheduled()),
                new CheckInReversed(agencyId, id, now, schoolId, reason.strip()));
    }

    private Decision<Shift> reverseCheckOut(String reason, boolean own, Instant now) {
        if (reason.isBlank()) return refuse(StaffingRefusal.REASON_MISSING);
        if (!(state instanceof State.Ended(var punch, var at, _))) return refuse(StaffingRefusal.SHIFT_NOT_BEGUN);
        if (own && now.isAfter(at.plus(SECOND_THOUGHTS))) return refuse(StaffingRefusal.NO_UNDO_NOW);
        return Decision.accept(in(new State.OnPost(punch)),
                new CheckOutReversed(agencyId, id, now, schoolId, reason.strip()));
    }

    private Decision<Shift> reinstate(String reason, Instant now) {
        if (reason.isBlank()) return refuse(StaffingRefusal.REASON_MISSING);
        if (state.holdsPost()) return refuse(StaffingRefusal.SHIFT_STANDS);
        if (!now.isBefore(window.end())) return refuse(StaffingRefusal.SHIFT_OVER);
        return Decision.accept(in(new State.Scheduled(now)),
                new ShiftReinstated(agencyId, id, now, postId, officerId, schoolId, reason.strip()));
    }

    private static Punch seenAtDesk(Punch punch) {
        return new Punch(punch.at(), Punch.Proof.DESK_PERSON, punch.position(), punch.doubts());
    }

    private Shift in(State next) {
        return new Shift(agencyId, id, districtId, schoolId, postId, officerId, personId, officerName, departmentId,
                window, acceptance, next, version);
    }

    private static Decision<Shift> refuse(StaffingRefusal why) {
        return Decision.refuse(why);
    }

    /** Started minutes count: "in 0 minutes" would be wrong. */
    private static long minutesUp(Duration duration) {
        return (duration.getSeconds() + 59) / 60;
    }
}
