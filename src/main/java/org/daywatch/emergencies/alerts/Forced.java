package org.daywatch.emergencies.alerts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.daywatch.emergencies.EmergencyEvent.*;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.Alert.State;
import org.daywatch.emergencies.alerts.Alert.Word;
import org.daywatch.emergencies.alerts.AlertCommand.By;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is made to act, and what would have come of what they did. Their screen shows that on top of what really
 * stands, and what it has said once it does not take back.
 *
 * @param at when they first wrote the agreed word
 * @param acts the facts that their acts would have been without force, in their order
 */
public record Forced(UUID person, String name, Instant at, List<OfAlert> acts) {

    public Forced {
        acts = List.copyOf(acts);
    }

    public Forced and(@Nullable OfAlert act) {
        if (act == null) return this;
        var all = new ArrayList<>(acts);
        all.add(act);
        return new Forced(person, name, at, all);
    }

    /** Whether their screen says that it is over. */
    public boolean over() {
        return acts.stream().anyMatch(Forced::ends);
    }

    public static boolean ends(OfAlert act) {
        return act instanceof AlertEnded || act instanceof FalseAlarmFound;
    }

    public Alert shows(Alert real) {
        if (real.state().over()) return real;
        var alert = real;
        for (var act : acts) alert = after(alert, act, real.state());
        return alert;
    }

    private Alert after(Alert alert, OfAlert act, State real) {
        return switch (act) {
            case AlertEnded end -> in(alert, new State.Ended(end.at(), end.by()));
            case FalseAlarmFound found -> in(alert, new State.Cancelled(found.at(), found.by()));
            case AlertChanged change -> news(real, change)
                    ? alert
                    : alert.shown(change.action(), change.detail(), new State.Active(change.at(), null),
                            change.version());
            case AlertEndProposed first -> word(alert, first, new Word.Over(first.how()));
            case AlertChangeProposed first -> news(real, first)
                    ? alert
                    : word(alert, first, new Word.Instead(first.action(), first.detail(), first.why()));
            case RoomReleased room -> released(alert, room);
            case BuildingEmptied out ->
                alert.action() == ProtocolAction.EVACUATE && alert.state() instanceof State.Active
                        ? in(alert, new State.Evacuated(out.at(), null))
                        : alert;
            case ReunificationBegun begun ->
                alert.state() instanceof State.Evacuated ? in(alert, new State.Reunifying(begun.at(), null)) : alert;
            case AlertPressedAgain _,DuressSignaled _ -> alert; // no act of theirs brings these about
        };
    }

    /** The school was told something else since, in earnest: everybody's screen says so, theirs too. */
    private static boolean news(State real, OfAlert act) {
        return !(real instanceof State.Releasing) && real.since().isAfter(act.at());
    }

    private Alert word(Alert alert, OfAlert act, Word.What what) {
        return alert.state().word() == null
                ? in(alert, alert.state().with(new Word(new By(person, name, true), act.at(), what)))
                : alert;
    }

    private static Alert released(Alert alert, RoomReleased act) {
        if (alert.action() != ProtocolAction.LOCKDOWN
                || !(alert.state() instanceof State.Active || alert.state() instanceof State.Releasing))
            return alert;
        var rooms = new HashSet<>(alert.released());
        rooms.add(act.room());
        return in(alert,
                new State.Releasing(alert.state() instanceof State.Releasing ? alert.state().since() : act.at(), rooms,
                        alert.state().word()));
    }

    private static Alert in(Alert alert, State state) {
        return alert.shown(alert.action(), alert.detail(), state, alert.told());
    }
}
