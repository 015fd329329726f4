package org.daywatch.relationships.triage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.events.Decision;
import org.jspecify.annotations.Nullable;

/**
 * A tip in the queue. Its words stand elsewhere, sealed, and so does when it came: known is the day, and of one about a
 * life the moment at which it was handed on.
 *
 * @param saidLife the writer said that somebody may die; it stays so whatever an analyst decides
 * @param handedOn null for all but those about a life
 * @param category null until somebody has read it
 * @param routed to whom; empty until it was routed
 * @param same the tip that tells of the same and is worked on in its place
 */
public record QueuedTip(UUID district, UUID id, UUID school, LocalDate day, boolean saidLife, TipClass tipClass,
        @Nullable Instant handedOn, @Nullable TipCategory category, Set<TipReceiver> routed, @Nullable UUID same,
        State state, int version) {

    public QueuedTip {
        routed = Set.copyOf(routed);
    }

    /** Who did it, as which part, and when. */
    public record Act(UUID person, String name, Instant at) {}

    /** @param outcomes at least one. @param words for the archive; the writer is told in words of their own */
    public record Ending(Set<TipOutcome> outcomes, String words, Act by) {}

    public sealed interface State {

        record Received() implements State {}

        record Triaged(Act by) implements State {}

        record Routed(Act by) implements State {}

        record Acknowledged(Act by) implements State {}

        record Working(Act by) implements State {}

        record Closed(Ending ending) implements State {}

        /** @param ending as it had ended before */
        record Reopened(Ending ending, String why, Act by) implements State {}

        default String code() {
            return getClass().getSimpleName().toUpperCase(Locale.ROOT);
        }
    }

    /** As it comes out of its quarter hour, or at once where somebody may die. */
    public static QueuedTip received(UUID district, UUID id, UUID school, LocalDate day, boolean life,
            Instant handedOn) {
        return new QueuedTip(district, id, school, day, life, life ? TipClass.LIFE_SAFETY : TipClass.ROUTINE,
                life ? handedOn : null, null, Set.of(), null, new State.Received(), 1);
    }

    public Decision<QueuedTip> decide(TriageCommand command, Instant now) {
        return new TriageDecision(this, now).on(command);
    }

    /** Somebody has to do something about it. */
    public boolean underWay() {
        return !(state instanceof State.Closed);
    }

    /** Nobody has looked at it yet. */
    public boolean unread() {
        return state instanceof State.Received;
    }

    /** It was routed, and nobody has said that they have it. */
    public boolean unacknowledged() {
        return state instanceof State.Routed;
    }

    /** Somebody added that a life is in danger: wherever it stood it counts as such from now on. */
    public QueuedTip endangered(Act by) {
        var then = state instanceof State.Closed(var ending) ? new State.Reopened(ending, "", by) : state;
        return new QueuedTip(district, id, school, day, true, TipClass.LIFE_SAFETY, by.at(), category, routed, same,
                then, version + 1);
    }

    /** Words were added: whoever has the page of before before them looks again. */
    public QueuedTip noted() {
        return in(state);
    }

    QueuedTip in(State then) {
        return new QueuedTip(district, id, school, day, saidLife, tipClass, handedOn, category, routed, same, then,
                version + 1);
    }

    QueuedTip as(TipClass thenClass, TipCategory thenCategory) {
        return new QueuedTip(district, id, school, day, saidLife, thenClass, handedOn, thenCategory, routed, same,
                state, version);
    }

    /** Whoever has it keeps it: nobody unreads. */
    QueuedTip to(Set<TipReceiver> more) {
        var all = EnumSet.noneOf(TipReceiver.class);
        all.addAll(routed);
        all.addAll(more);
        return new QueuedTip(district, id, school, day, saidLife, tipClass, handedOn, category, all, same, state,
                version);
    }

    QueuedTip sameAs(@Nullable UUID other) {
        return new QueuedTip(district, id, school, day, saidLife, tipClass, handedOn, category, routed, other, state,
                version);
    }
}
