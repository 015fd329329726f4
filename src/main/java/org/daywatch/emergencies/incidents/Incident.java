package org.daywatch.emergencies.incidents;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.IncidentEvent;
import org.daywatch.emergencies.IncidentEvent.*;
import org.daywatch.emergencies.IncidentRefusal;
import org.daywatch.emergencies.incidents.IncidentCommand.*;
import org.daywatch.platform.events.Decision;
import org.jspecify.annotations.Nullable;

/**
 * What people do about an alert, or about something that needed none, from its first minute until somebody closes it.
 *
 * @param id that of its alert where it has one
 * @param status ACTUAL or EXERCISE; a silent test has no incident
 * @param title what it is about where no alert says so, else empty
 */
public record Incident(UUID agencyId, UUID id, UUID districtId, UUID schoolId, @Nullable UUID alertId,
        AlertStatus status, String title, Instant openedAt, State state,
        @Nullable Holder holder, @Nullable Offer offer, int version) {

    /** Who commands. @param person null for somebody without an account here */
    public record Holder(@Nullable UUID person, String name, Instant since) {}

    /** Command that was offered and not accepted yet. */
    public record Offer(String to, String briefed, UUID by, String byName, Instant at) {}

    public sealed interface State {

        record Open(Instant since) implements State {}

        /** Units go home one by one. */
        record StandingDown(Instant since) implements State {}

        record Closed(Instant since, String by, String summary) implements State {}

        Instant since();

        default String code() {
            return switch (this) {
                case Open _ -> "OPEN";
                case StandingDown _ -> "STANDING_DOWN";
                case Closed _ -> "CLOSED";
            };
        }
    }

    public boolean closed() {
        return state instanceof State.Closed;
    }

    /** As the screens of somebody show it who was forced to close it: with the commander of that moment. */
    Incident shownClosed(Instant at, String by, String summary) {
        var then = holder == null || holder.since().isAfter(at) ? null : holder;
        return new Incident(agencyId, id, districtId, schoolId, alertId, status, title, openedAt,
                new State.Closed(at, by, summary), then, null, version);
    }

    public Decision<Incident> decide(IncidentCommand command, Instant now) {
        if (command instanceof Reopen(var by, var why)) return reopen(by, why, now);
        if (closed()) return refuse(IncidentRefusal.INCIDENT_CLOSED);
        return switch (command) {
            case TakeCommand(var by, var why) -> take(by, why.strip(), now);
            case OfferCommand(var by, var to, var briefed) -> offer(by, to.strip(), briefed.strip(), now);
            case AcceptCommand(var by) -> accept(by, now);
            case AcceptByWord(var by) -> acceptByWord(by, now);
            case WithdrawOffer(var by) -> withdraw(by, now);
            case StandDown(var by, var why) -> standDown(by, why.strip(), now);
            case Resume(var by, var why) -> resume(by, why.strip(), now);
            case Close close -> close(close, now);
            case Reopen _ -> throw new IllegalStateException("answered above");
        };
    }

    private Decision<Incident> take(By by, String why, Instant now) {
        if (!by.leads()) return refuse(IncidentRefusal.INCIDENT_LEADER_NEEDED);
        if (holder == null)
            return Decision.accept(with(state, new Holder(by.person(), by.name(), now), null),
                    new CommandTaken(agencyId, id, now, schoolId, status, by.name()));
        if (by.person().equals(holder.person())) return refuse(IncidentRefusal.INCIDENT_COMMAND_YOURS);
        if (why.isEmpty()) return refuse(IncidentRefusal.INCIDENT_COMMAND_HELD, Map.of("name", holder.name()));
        return transfer(new Holder(by.person(), by.name(), now), why, Handover.WITHOUT, by, now);
    }

    private Decision<Incident> offer(By by, String to, String briefed, Instant now) {
        var no = notInCommand(by);
        if (no != null) return no;
        if (to.isEmpty() || briefed.isEmpty()) return refuse(IncidentRefusal.INCIDENT_BRIEFING_MISSING);
        if (offer != null) return refuse(IncidentRefusal.INCIDENT_OFFER_WAITS, Map.of("name", offer.to()));
        return Decision.accept(with(state, holder, new Offer(to, briefed, by.person(), by.name(), now)),
                new CommandOffered(agencyId, id, now, schoolId, status, to, briefed, by.name()));
    }

    private Decision<Incident> accept(By by, Instant now) {
        if (offer == null) return refuse(IncidentRefusal.INCIDENT_NOTHING_OFFERED);
        if (holder != null && by.person().equals(holder.person()))
            return refuse(IncidentRefusal.INCIDENT_COMMAND_YOURS);
        if (!by.leads()) return refuse(IncidentRefusal.INCIDENT_LEADER_NEEDED);
        return transfer(new Holder(by.person(), by.name(), now), offer.briefed(), Handover.ACCEPTED, by, now);
    }

    private Decision<Incident> acceptByWord(By by, Instant now) {
        if (offer == null) return refuse(IncidentRefusal.INCIDENT_NOTHING_OFFERED);
        var no = notInCommand(by);
        return no != null
                ? no
                : transfer(new Holder(null, offer.to(), now), offer.briefed(), Handover.BY_WORD, by, now);
    }

    private Decision<Incident> withdraw(By by, Instant now) {
        if (offer == null) return refuse(IncidentRefusal.INCIDENT_NOTHING_OFFERED);
        var no = notInCommand(by);
        return no != null
                ? no
                : Decision.accept(with(state, holder, null),
                        new CommandOfferWithdrawn(agencyId, id, now, schoolId, status, offer.to(), by.name()));
    }

    private Decision<Incident> transfer(Holder to, String briefed, Handover how, By by, Instant now) {
        return Decision.accept(with(state, to, null), new CommandTransferred(agencyId, id, now, schoolId, status,
                holder == null ? "" : holder.name(), to.name(), briefed, how, by.name()));
    }

    private Decision<Incident> standDown(By by, String why, Instant now) {
        var no = notInCommand(by);
        if (no != null) return no;
        if (state instanceof State.StandingDown) return refuse(IncidentRefusal.INCIDENT_ALREADY_STANDING_DOWN);
        return Decision.accept(with(new State.StandingDown(now), holder, offer),
                new IncidentStoodDown(agencyId, id, now, schoolId, status, why, by.name()));
    }

    private Decision<Incident> resume(By by, String why, Instant now) {
        var no = notInCommand(by);
        if (no != null) return no;
        if (!(state instanceof State.StandingDown)) return refuse(IncidentRefusal.INCIDENT_NOT_STANDING_DOWN);
        if (why.isEmpty()) return refuse(IncidentRefusal.INCIDENT_REASON_MISSING);
        return Decision.accept(with(new State.Open(now), holder, offer),
                new IncidentResumed(agencyId, id, now, schoolId, status, why, by.name()));
    }

    private Decision<Incident> close(Close close, Instant now) {
        // Most calls for help never need a commander; whoever leads closes those.
        var no = holder == null && close.by().leads() ? null : notInCommand(close.by());
        if (no != null) return no;
        if (!close.alertOver()) return refuse(IncidentRefusal.INCIDENT_ALERT_UNDER_WAY);
        if (close.openTasks() > 0)
            return refuse(IncidentRefusal.INCIDENT_TASKS_OPEN, Map.of("open", close.openTasks()));
        if (close.summary().isBlank()) return refuse(IncidentRefusal.INCIDENT_REASON_MISSING);
        String summary = close.summary().strip();
        return Decision.accept(with(new State.Closed(now, close.by().name(), summary), holder, null),
                new IncidentClosed(agencyId, id, now, schoolId, status, summary, close.by().name()));
    }

    /**
     * Its alert was a false alarm, by the word of two: nothing is left to command, whoever holds it and whatever tasks
     * are open.
     */
    Decision<Incident> falseAlarm(String by, String why, Instant now) {
        if (closed()) return refuse(IncidentRefusal.INCIDENT_CLOSED);
        return Decision.accept(with(new State.Closed(now, by, why), holder, null),
                new IncidentClosed(agencyId, id, now, schoolId, status, why, by));
    }

    private Decision<Incident> reopen(By by, String why, Instant now) {
        if (!closed()) return refuse(IncidentRefusal.INCIDENT_NOT_CLOSED);
        if (!by.leads()) return refuse(IncidentRefusal.INCIDENT_LEADER_NEEDED);
        if (why.isBlank()) return refuse(IncidentRefusal.INCIDENT_REASON_MISSING);
        return Decision.accept(with(new State.Open(now), null, null),
                new IncidentReopened(agencyId, id, now, schoolId, status, why.strip(), by.name()));
    }

    /** The commander; where they have no account here, the person who leads writes for them. Null when it is they. */
    private @Nullable Decision<Incident> notInCommand(By by) {
        if (holder == null) return refuse(IncidentRefusal.INCIDENT_NOBODY_COMMANDS);
        boolean theirs = holder.person() == null ? by.leads() : holder.person().equals(by.person());
        return theirs ? null : refuse(IncidentRefusal.INCIDENT_NOT_IN_COMMAND, Map.of("name", holder.name()));
    }

    private Incident with(State then, @Nullable Holder commander, @Nullable Offer offered) {
        return new Incident(agencyId, id, districtId, schoolId, alertId, status, title, openedAt, then, commander,
                offered, version + 1);
    }

    private static Decision<Incident> refuse(IncidentRefusal why) {
        return Decision.refuse(why);
    }

    private static Decision<Incident> refuse(IncidentRefusal why, Map<String, Object> details) {
        return Decision.refuse(why, details);
    }

    IncidentEvent opened(String by) {
        return new IncidentOpened(agencyId, id, openedAt, districtId, schoolId, status, title, by);
    }
}
