package org.daywatch.emergencies.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.emergencies.AlertEnding;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.EmergencyEvent;
import org.daywatch.emergencies.EmergencyEvent.*;
import org.daywatch.emergencies.EmergencyRefusal;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.AlertCommand.*;
import org.daywatch.platform.events.Decision;
import org.jspecify.annotations.Nullable;

/**
 * What a school is told to do, from the first press until two people say that it is over.
 *
 * @param id that of its first press, so that memory and database agree on it without asking each other
 * @param status as it was pressed; no command carries one
 * @param detail for SHELTER "HAZARD/STRATEGY", else empty
 * @param forced by person: who said that it is over because he was made to
 * @param version 1 when raised, one more with each fact
 * @param told the version that last told people what to do: for it screens sound, for the others they do not
 */
public record Alert(UUID agencyId, UUID id, UUID districtId, UUID schoolId, AlertStatus status, ProtocolAction action, String detail, String place, String presser,
        Instant raisedAt, State state, Map<UUID, Forced> forced, int version, int told) {

    /** Calls for help of the same kind within so long are one call. */
    static final Duration SAME_CALL = Duration.ofSeconds(90);

    public Alert {
        forced = Map.copyOf(forced);
    }

    /** The first of the two. */
    public record Word(By by, Instant at, AlertEnding how) {}

    /** @param over whether it would have been over without force: then his screen says so, and keeps saying it */
    public record Forced(String name, Instant at, AlertEnding how, boolean over) {}

    public sealed interface State {

        record Active(Instant since, @Nullable Word word) implements State {}

        record Releasing(Instant since, Set<UUID> released, @Nullable Word word) implements State {
            public Releasing {
                released = Set.copyOf(released);
            }
        }

        record Evacuated(Instant since, @Nullable Word word) implements State {}

        record Reunifying(Instant since, @Nullable Word word) implements State {}

        /** @param by the two names */
        record Ended(Instant since, String by) implements State {}

        record Cancelled(Instant since, String by) implements State {}

        Instant since();

        default @Nullable Word word() {
            return null;
        }

        default boolean over() {
            return this instanceof Ended || this instanceof Cancelled;
        }

        default String code() {
            return getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT);
        }

        default State with(@Nullable Word word) {
            return switch (this) {
                case Active a -> new Active(a.since, word);
                case Releasing r -> new Releasing(r.since, r.released, word);
                case Evacuated e -> new Evacuated(e.since, word);
                case Reunifying r -> new Reunifying(r.since, word);
                case Ended _, Cancelled _ -> this;
            };
        }
    }

    /** Whether a press of this kind, accepted then, is one more of this event. */
    boolean takes(AlertStatus pressed, ProtocolAction what, Instant acceptedAt) {
        if (pressed != status || what.help() != action.help()) return false;
        if (state.over() && acceptedAt.isAfter(state.since())) return false; // one from before the end came late: it was answered with this alert
        return !what.help() || what == action && !acceptedAt.isAfter(raisedAt.plus(SAME_CALL));
    }

    /** It takes two to end what the whole school was told to do in earnest or as a drill. */
    boolean endsByTwo() {
        return !action.help() && status != AlertStatus.TEST;
    }

    public Set<UUID> released() {
        return state instanceof State.Releasing(_, var rooms, _) ? rooms : Set.of();
    }

    /** As this person's screen shows it: whoever was forced sees what he was made to bring about. */
    public Alert seenBy(UUID person) {
        var said = forced.get(person);
        if (said == null || state.over()) return this;
        var own = new By(person, said.name(), true);
        if (!said.over()) return state.word() == null ? in(state.with(new Word(own, said.at(), said.how()))) : this;
        return in(said.how() == AlertEnding.FALSE_ALARM ? new State.Cancelled(said.at(), said.name()) : new State.Ended(said.at(), said.name()));
    }

    /** The same as if nobody had been forced: what his own screen goes by. */
    Alert unforced() {
        return new Alert(agencyId, id, districtId, schoolId, status, action, detail, place, presser, raisedAt, state, Map.of(), version, told);
    }

    public Decision<Alert> decide(AlertCommand command, Instant now) {
        if (state.over()) return command instanceof Press ? Decision.accept(this) : refuse(EmergencyRefusal.ALERT_OVER);
        return switch (command) {
            case Press press -> press(press, now);
            case Change change -> change(change, now);
            case ReleaseRoom release -> releaseRoom(release, now);
            case SayOver over -> over.forced() || forced.containsKey(over.by().person()) ? forced(over, now) : sayOver(over, now);
            case SayOut(var by) -> action != ProtocolAction.EVACUATE || !(state instanceof State.Active)
                    ? refuse(EmergencyRefusal.ALERT_NOT_EVACUATED)
                    : Decision.accept(next(new State.Evacuated(now, null)), new BuildingEmptied(agencyId, id, now, schoolId, status, version + 1, by.name()));
            case BeginReunification(var by) -> !(state instanceof State.Evacuated)
                    ? refuse(EmergencyRefusal.ALERT_NOBODY_TO_REUNITE)
                    : Decision.accept(next(new State.Reunifying(now, null)), new ReunificationBegun(agencyId, id, now, schoolId, status, version + 1, by.name()));
        };
    }

    private Decision<Alert> press(Press press, Instant now) {
        if (press.action().help() != action.help()) return refuse(EmergencyRefusal.ALERT_OF_ANOTHER_EVENT);
        if (press.action().gravity() > action.gravity()) return told(press.action(), press.detail(), press.name(), "", now);
        if (state.word() == null || action.help()) return Decision.accept(this);
        return Decision.accept(next(state.with(null)), new AlertPressedAgain(agencyId, id, now, schoolId, status, version + 1, press.name()));
    }

    private Decision<Alert> change(Change change, Instant now) {
        if (change.why().isBlank()) return refuse(EmergencyRefusal.ALERT_REASON_MISSING);
        if (action.help() || change.action().help()) return refuse(EmergencyRefusal.ALERT_NOT_A_HELP_CALL);
        if (change.action() == ProtocolAction.SHELTER && change.detail().isBlank()) return refuse(EmergencyRefusal.ALERT_DETAIL_MISSING);
        if (change.action() == action && change.detail().equals(detail)) return refuse(EmergencyRefusal.ALERT_NOTHING_CHANGED);
        if (action == ProtocolAction.LOCKDOWN && !(state instanceof State.Active)) return refuse(EmergencyRefusal.ALERT_RELEASE_BEGUN);
        return told(change.action(), change.detail(), change.by().name(), change.why().strip(), now);
    }

    private Decision<Alert> told(ProtocolAction what, String how, String by, String why, Instant now) {
        var told = new Alert(agencyId, id, districtId, schoolId, status, what, how, place, presser, raisedAt, new State.Active(now, null), forced, version + 1, version + 1);
        return Decision.accept(told, new AlertChanged(agencyId, id, now, schoolId, status, version + 1, what, how, by, why));
    }

    private Decision<Alert> releaseRoom(ReleaseRoom release, Instant now) {
        if (action != ProtocolAction.LOCKDOWN) return refuse(EmergencyRefusal.ALERT_NOT_A_LOCKDOWN);
        if (!release.rooms().contains(release.room())) return refuse(EmergencyRefusal.ALERT_ROOM_UNKNOWN);
        if (released().contains(release.room())) return refuse(EmergencyRefusal.ALERT_ROOM_RELEASED);
        if (!release.by().leads()) return refuse(EmergencyRefusal.ALERT_LEADER_NEEDED);
        var rooms = new HashSet<>(released());
        rooms.add(release.room());
        return Decision.accept(next(new State.Releasing(state instanceof State.Releasing ? state.since() : now, rooms, state.word())),
                new RoomReleased(agencyId, id, now, schoolId, status, version + 1, release.room(), release.by().name()));
    }

    private Decision<Alert> sayOver(SayOver say, Instant now) {
        int left = say.rooms().stream().filter(r -> !released().contains(r)).toList().size();
        boolean lockdown = action == ProtocolAction.LOCKDOWN && status != AlertStatus.TEST;
        if (lockdown && say.how() == AlertEnding.ALL_CLEAR && (left > 0 || say.rooms().isEmpty())) return refuse(EmergencyRefusal.ALERT_ROOMS_NOT_RELEASED, Map.of("left", left));
        if (say.waiting() > 0 && say.why().isBlank()) return refuse(EmergencyRefusal.ALERT_PUPILS_WAIT, Map.of("left", say.waiting()));
        if (say.how() == AlertEnding.FALSE_ALARM && say.why().isBlank()) return refuse(EmergencyRefusal.ALERT_REASON_MISSING);
        var first = state.word();
        if (!endsByTwo()) return say.by().leads() ? over(say, say.by().name(), now) : refuse(EmergencyRefusal.ALERT_LEADER_NEEDED);
        if (first == null) {
            return Decision.accept(next(state.with(new Word(say.by(), now, say.how()))),
                    new AlertEndProposed(agencyId, id, now, schoolId, status, version + 1, say.how(), say.by().name(), say.why().strip()));
        }
        if (first.by().person().equals(say.by().person())) return refuse(EmergencyRefusal.ALERT_SECOND_PERSON);
        if (first.how() != say.how()) return refuse(EmergencyRefusal.ALERT_OTHER_ENDING, Map.of("name", first.by().name()));
        if (!first.by().leads() && !say.by().leads()) return refuse(EmergencyRefusal.ALERT_LEADER_NEEDED);
        return over(say, first.by().name() + ", " + say.by().name(), now);
    }

    private Decision<Alert> over(SayOver say, String by, Instant now) {
        return switch (say.how()) {
            case ALL_CLEAR -> Decision.accept(next(new State.Ended(now, by)), new AlertEnded(agencyId, id, now, schoolId, status, version + 1, by, say.why().strip()));
            case FALSE_ALARM -> Decision.accept(next(new State.Cancelled(now, by)), new FalseAlarmFound(agencyId, id, now, schoolId, status, version + 1, by, say.why().strip()));
        };
    }

    /** Nothing ends. What he said counts for nothing from now on, and only the others learn it. */
    private Decision<Alert> forced(SayOver say, Instant now) {
        if (forced.containsKey(say.by().person())) return Decision.accept(this);
        boolean over = sayOver(say, now) instanceof Decision.Accepted<Alert>(var then, _) && then.state.over();
        var said = new HashMap<>(forced);
        said.put(say.by().person(), new Forced(say.by().name(), now, say.how(), over));
        var after = new Alert(agencyId, id, districtId, schoolId, status, action, detail, place, presser, raisedAt, state, said, version + 1, told);
        return Decision.accept(after, new DuressSignalled(agencyId, id, now, schoolId, status, version + 1, say.how(), say.by().person(), say.by().name()));
    }

    private Alert next(State then) {
        return new Alert(agencyId, id, districtId, schoolId, status, action, detail, place, presser, raisedAt, then, forced, version + 1, told);
    }

    private Alert in(State shown) {
        return new Alert(agencyId, id, districtId, schoolId, status, action, detail, place, presser, raisedAt, shown, forced, version, told);
    }

    private static Decision<Alert> refuse(EmergencyRefusal why) {
        return Decision.refuse(why);
    }

    private static Decision<Alert> refuse(EmergencyRefusal why, Map<String, Object> details) {
        return Decision.refuse(why, details);
    }

    EmergencyEvent raised() {
        return new AlertRaised(agencyId, id, raisedAt, districtId, schoolId, status, action, place);
    }
}
