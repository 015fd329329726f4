package org.daywatch.emergencies.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.emergencies.AlertEnding;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.EmergencyEvent.*;
import org.daywatch.emergencies.EmergencyEvent;
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
 * @param forced by person: who did something about it because they were made to
 * @param version 1 when raised, one more with each fact
 * @param told the version that last told people what to do: for it screens sound, for the others they do not
 */
public record Alert(UUID agencyId, UUID id, UUID districtId, UUID schoolId, AlertStatus status, ProtocolAction action,
        String detail, String place, String presser,
        Instant raisedAt, State state, Map<UUID, Forced> forced, int version, int told) {

    /** Calls for help of the same kind from the same place within so long are one call. */
    static final Duration SAME_CALL = Duration.ofSeconds(90);

    public Alert {
        forced = Map.copyOf(forced);
    }

    /** The first of the two. */
    public record Word(By by, Instant at, What what) {

        /** What they say, and the second must say too. */
        public sealed interface What {}

        public record Over(AlertEnding how) implements What {}

        /** A lockdown makes way for something less. */
        public record Instead(ProtocolAction action, String detail, String why) implements What {

            boolean tells(ProtocolAction what, String how) {
                return action == what && detail.equals(how);
            }
        }

        boolean of(By person) {
            return by.person().equals(person.person());
        }
    }

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
                case Ended _,Cancelled _ -> this;
            };
        }
    }

    /**
     * Whether a press of this kind from there, accepted then, is one more of this event. A call for help from elsewhere
     * is another, which nobody would hear of under the first place.
     */
    boolean takes(AlertStatus pressed, ProtocolAction what, String where, Instant acceptedAt) {
        if (pressed != status || what.help() != action.help()) return false;
        if (state.over() && acceptedAt.isAfter(state.since())) return false; // one from before the end came late: it was answered with this alert
        return !what.help() || what == action && where.equals(place)
                && Duration.between(raisedAt, acceptedAt).abs().compareTo(SAME_CALL) <= 0; // also where the clock was set back since
    }

    /** It takes two to end what the whole school was told to do in earnest or as a drill. */
    public boolean endsByTwo() {
        return !action.help() && status != AlertStatus.TEST;
    }

    /** From a lockdown nobody takes the school back alone, whichever way they go. */
    boolean changesByTwo() {
        return action == ProtocolAction.LOCKDOWN && endsByTwo();
    }

    public Set<UUID> released() {
        return state instanceof State.Releasing(_, var rooms, _) ? rooms : Set.of();
    }

    /** As this person's screen shows it: the person who was forced sees what they were made to bring about. */
    public Alert seenBy(UUID person) {
        var said = forced.get(person);
        return said == null ? this : said.shows(shown(action, detail, state, told));
    }

    /** Whether what this person did then is the word of somebody who was made to. */
    public boolean under(@Nullable UUID person, Instant then) {
        var said = person == null ? null : forced.get(person);
        return said != null && !then.isBefore(said.at());
    }

    /** In this version, but so, and as if nobody had been forced. */
    public Alert shown(ProtocolAction what, String how, State then, int since) {
        return new Alert(agencyId, id, districtId, schoolId, status, what, how, place, presser, raisedAt, then,
                Map.of(), version, since);
    }

    public Decision<Alert> decide(AlertCommand command, Instant now) {
        if (state.over()) return command instanceof Press ? Decision.accept(this) : refuse(EmergencyRefusal.ALERT_OVER);
        return switch (command) {
            case Press press -> press(press, now);
            case UnderForce(var act) -> underForce(act, now);
            case Act act when forced.containsKey(act.by().person()) -> underForce(act, now);
            case Change change -> change(change, now);
            case Agree agree -> agree(agree, now);
            case ReleaseRoom release -> releaseRoom(release, now);
            case SayOver over -> sayOver(over, now);
            case SayOut(var by) -> action != ProtocolAction.EVACUATE || !(state instanceof State.Active)
                    ? refuse(EmergencyRefusal.ALERT_NOT_EVACUATED)
                    : Decision.accept(next(new State.Evacuated(now, null)),
                            new BuildingEmptied(agencyId, id, now, schoolId, status, version + 1, by.name()));
            case BeginReunification(var by) -> !(state instanceof State.Evacuated)
                    ? refuse(EmergencyRefusal.ALERT_NOBODY_TO_REUNITE)
                    : Decision.accept(next(new State.Reunifying(now, null)),
                            new ReunificationBegun(agencyId, id, now, schoolId, status, version + 1, by.name()));
        };
    }

    private Decision<Alert> press(Press press, Instant now) {
        if (press.action().help() != action.help()) return refuse(EmergencyRefusal.ALERT_OF_ANOTHER_EVENT);
        if (press.action().gravity() > action.gravity() || locksAgain(press, now))
            return told(press.action(), press.detail(), press.name(), "", now);
        if (state.word() == null || action.help()) return Decision.accept(this);
        return Decision.accept(next(state.with(null)),
                new AlertPressedAgain(agencyId, id, now, schoolId, status, version + 1, press.name()));
    }

    /**
     * Danger while rooms are let out: those that are out already are told again. A press that was accepted before the
     * first of them is one more of what was.
     */
    private boolean locksAgain(Press press, Instant now) {
        return press.action() == ProtocolAction.LOCKDOWN && state instanceof State.Releasing(var since, _, _)
                && now.isAfter(since);
    }

    private Decision<Alert> change(Change change, Instant now) {
        if (change.why().isBlank()) return refuse(EmergencyRefusal.ALERT_REASON_MISSING);
        if (action.help() || change.action().help()) return refuse(EmergencyRefusal.ALERT_NOT_A_HELP_CALL);
        if (change.action() == ProtocolAction.SHELTER && change.detail().isBlank())
            return refuse(EmergencyRefusal.ALERT_DETAIL_MISSING);
        if (change.action() == action && change.detail().equals(detail))
            return refuse(EmergencyRefusal.ALERT_NOTHING_CHANGED);
        if (action == ProtocolAction.LOCKDOWN && !(state instanceof State.Active))
            return refuse(EmergencyRefusal.ALERT_RELEASE_BEGUN);
        if (!change.by().leads()) return refuse(EmergencyRefusal.ALERT_LEADER_NEEDED);
        var first = state.word();
        var instead = new Word.Instead(change.action(), change.detail(), change.why().strip());
        if (!changesByTwo()) return told(instead.action(), instead.detail(), change.by().name(), instead.why(), now);
        boolean same = first != null && first.what() instanceof Word.Instead before
                && before.tells(change.action(), change.detail());
        if (same) return agree(new Agree(change.by(), change.action(), change.detail()), now);
        if (first != null && !first.of(change.by()))
            return refuse(EmergencyRefusal.ALERT_OTHER_ENDING, Map.of("name", first.by().name()));
        return Decision.accept(next(state.with(new Word(change.by(), now, instead))),
                new AlertChangeProposed(agencyId, id, now, schoolId, status, version + 1, instead.action(),
                        instead.detail(), change.by().name(), instead.why()));
    }

    /** The first of them leads; the second need not. */
    private Decision<Alert> agree(Agree agree, Instant now) {
        var first = state.word();
        if (first == null || !(first.what() instanceof Word.Instead instead)
                || !instead.tells(agree.action(), agree.detail()))
            return refuse(EmergencyRefusal.ALERT_NOTHING_TO_AGREE);
        if (first.of(agree.by())) return refuse(EmergencyRefusal.ALERT_SECOND_PERSON);
        return told(instead.action(), instead.detail(), first.by().name() + ", " + agree.by().name(), instead.why(),
                now);
    }

    private Decision<Alert> told(ProtocolAction what, String how, String by, String why, Instant now) {
        var told = new Alert(agencyId, id, districtId, schoolId, status, what, how, place, presser, raisedAt,
                new State.Active(now, null), forced, version + 1, version + 1);
        return Decision.accept(told,
                new AlertChanged(agencyId, id, now, schoolId, status, version + 1, what, how, by, why));
    }

    private Decision<Alert> releaseRoom(ReleaseRoom release, Instant now) {
        if (action != ProtocolAction.LOCKDOWN) return refuse(EmergencyRefusal.ALERT_NOT_A_LOCKDOWN);
        if (!release.rooms().contains(release.room())) return refuse(EmergencyRefusal.ALERT_ROOM_UNKNOWN);
        if (released().contains(release.room())) return refuse(EmergencyRefusal.ALERT_ROOM_RELEASED);
        if (!release.by().leads()) return refuse(EmergencyRefusal.ALERT_LEADER_NEEDED);
        var rooms = new HashSet<>(released());
        rooms.add(release.room());
        return Decision.accept(
                next(new State.Releasing(state instanceof State.Releasing ? state.since() : now, rooms, state.word())),
                new RoomReleased(agencyId, id, now, schoolId, status, version + 1, release.room(),
                        release.by().name()));
    }

    private Decision<Alert> sayOver(SayOver say, Instant now) {
        int left = say.rooms().stream().filter(r -> !released().contains(r)).toList().size();
        boolean lockdown = action == ProtocolAction.LOCKDOWN && status != AlertStatus.TEST;
        if (lockdown && say.how() == AlertEnding.ALL_CLEAR && (left > 0 || say.rooms().isEmpty()))
            return refuse(EmergencyRefusal.ALERT_ROOMS_NOT_RELEASED, Map.of("left", left));
        if (say.waiting() > 0 && say.why().isBlank())
            return refuse(EmergencyRefusal.ALERT_STUDENTS_WAIT, Map.of("left", say.waiting()));
        var first = state.word();
        var over = new Word.Over(say.how());
        // Who confirms says the same as the first, who has said why.
        boolean confirms = first != null && first.what().equals(over) && !first.of(say.by());
        if (say.how() == AlertEnding.FALSE_ALARM && say.why().isBlank() && !confirms)
            return refuse(EmergencyRefusal.ALERT_REASON_MISSING);
        if (say.unaccounted() > 0)
            return refuse(EmergencyRefusal.ALERT_PEOPLE_UNACCOUNTED, Map.of("left", say.unaccounted()));
        if (!endsByTwo())
            return say.by().leads() || say.caller()
                    ? over(say, say.by().name(), now)
                    : refuse(EmergencyRefusal.ALERT_LEADER_NEEDED);
        if (first == null || first.of(say.by()) && !first.what().equals(over)) {
            return Decision.accept(next(state.with(new Word(say.by(), now, over))),
                    new AlertEndProposed(agencyId, id, now, schoolId, status, version + 1, say.how(), say.by().name(),
                            say.why().strip()));
        }
        if (first.of(say.by())) return refuse(EmergencyRefusal.ALERT_SECOND_PERSON);
        if (!first.what().equals(over))
            return refuse(EmergencyRefusal.ALERT_OTHER_ENDING, Map.of("name", first.by().name()));
        if (!first.by().leads() && !say.by().leads()) return refuse(EmergencyRefusal.ALERT_LEADER_NEEDED);
        var enders = say.enders();
        if (!enders.allow(first.by().person(), say.by().person())) {
            return refuse(enders.why() == Enders.Why.COMMANDS
                    ? EmergencyRefusal.ALERT_COMMANDER_NEEDED
                    : EmergencyRefusal.ALERT_HIGHEST_NEEDED, Map.of("name", enders.names()));
        }
        return over(say, first.by().name() + ", " + say.by().name(), now);
    }

    private Decision<Alert> over(SayOver say, String by, Instant now) {
        return switch (say.how()) {
            case ALL_CLEAR -> Decision.accept(next(new State.Ended(now, by)),
                    new AlertEnded(agencyId, id, now, schoolId, status, version + 1, by, say.why().strip()));
            case FALSE_ALARM -> Decision.accept(next(new State.Cancelled(now, by)),
                    new FalseAlarmFound(agencyId, id, now, schoolId, status, version + 1, by, say.why().strip()));
        };
    }

    /**
     * Nothing comes of it. What they do counts for nothing from now on; their screen shows what would have come of it,
     * and only the others learn why.
     */
    private Decision<Alert> underForce(Act act, Instant now) {
        var by = act.by();
        var known = forced.get(by.person());
        var answer = seenBy(by.person()).shown().decide(act, now);
        var shown = answer instanceof Decision.Accepted<Alert>(_, var facts) && !facts.isEmpty()
                ? (OfAlert) facts.getFirst()
                : null;
        if (known != null && shown == null) return Decision.accept(this); // their screen says why not, as it would anybody
        var all = new HashMap<>(forced);
        all.put(by.person(), (known == null ? new Forced(by.person(), by.name(), now, List.of()) : known).and(shown));
        var after = new Alert(agencyId, id, districtId, schoolId, status, action, detail, place, presser, raisedAt,
                state, all, version + 1, told);
        var how = act instanceof SayOver say ? say.how() : null;
        return Decision.accept(after,
                new DuressSignaled(agencyId, id, now, schoolId, status, version + 1, how, by.person(), by.name()));
    }

    /** As if nobody had been forced. */
    Alert shown() {
        return shown(action, detail, state, told);
    }

    /** The next version, over as it was known to be before a server that took over lost it. */
    Alert endedAsKnown(State end) {
        return next(end);
    }

    /** @param end an {@link State.Ended} or {@link State.Cancelled} */
    OfAlert endKnown(State end) {
        return switch (end) {
            case State.Ended(var at, var by) -> new AlertEnded(agencyId, id, at, schoolId, status, version + 1, by, "");
            case State.Cancelled(var at, var by) ->
                new FalseAlarmFound(agencyId, id, at, schoolId, status, version + 1, by, "");
            default -> throw new IllegalArgumentException(end.code() + " is no end");
        };
    }

    private Alert next(State then) {
        return new Alert(agencyId, id, districtId, schoolId, status, action, detail, place, presser, raisedAt, then,
                forced, version + 1, told);
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
