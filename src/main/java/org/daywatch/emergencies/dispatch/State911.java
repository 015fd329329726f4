package org.daywatch.emergencies.dispatch;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.daywatch.emergencies.AlertStatus;

/**
 * What may be said about 911 and one event, and no more: whether somebody called, whether a center received what the
 * school is told now, or whether no call is needed.
 *
 * @param who called, or which center received it; empty where nobody did
 * @param at when; the epoch where nobody did
 * @param action what was received, for RECEIVED_BEFORE
 */
public record State911(Kind kind, String who, Instant at, String action) {

    /** How it stands. */
    public enum Kind {
        /** Something real goes on, and no call is recorded and nothing received. */
        NOBODY(true),
        /** Somebody called since the school was told what it is told now. */
        CALLED(false),
        /** Somebody called, and the school was told something else since. */
        CALLED_BEFORE(true),
        /** A center received what the school is told now. */
        RECEIVED(false),
        /** A center received what the school was told before. */
        RECEIVED_BEFORE(true),
        /** A drill or a test. */
        NOT_NEEDED(false),
        /** It is over. */
        OVER(false);

        private final boolean asks;

        Kind(boolean asks) {
            this.asks = asks;
        }
    }

    /**
     * What is known of an event.
     *
     * @param action what the school is told now; empty for an incident without an alert
     * @param told since when it is told that
     */
    record Facts(AlertStatus status, boolean over, String action, String detail, Instant told, List<Call> calls,
            List<Taken> taken) {}

    /** Whether a page asks its reader to call. */
    public boolean asks() {
        return kind.asks;
    }

    static State911 of(Facts facts) {
        if (facts.status != AlertStatus.ACTUAL) return nobody(Kind.NOT_NEEDED);
        if (facts.over) return nobody(Kind.OVER);
        var called = facts.calls.stream().filter(call -> !call.at().isBefore(facts.told))
                .min(Comparator.comparing(Call::at));
        if (called.isPresent()) return called(Kind.CALLED, called.get());
        // Each center knows the last thing it took; with two of them one that is up to date is enough to have told 911.
        var last = facts.taken.stream().collect(
                Collectors.toMap(Taken::receiver, t -> t, BinaryOperator.maxBy(Comparator.comparing(Taken::saidAt))))
                .values();
        var received = last.stream().filter(t -> tellsNow(t, facts)).min(Comparator.comparing(Taken::takenAt));
        if (received.isPresent())
            return new State911(Kind.RECEIVED, received.get().receiver(), since(received.get(), facts.taken), "");
        var call = facts.calls.stream().max(Comparator.comparing(Call::at));
        var earlier = last.stream().max(Comparator.comparing(Taken::saidAt));
        if (call.isPresent() && earlier.map(t -> t.takenAt().isBefore(call.get().at())).orElse(true))
            return called(Kind.CALLED_BEFORE, call.get());
        return earlier.map(t -> new State911(Kind.RECEIVED_BEFORE, t.receiver(), t.takenAt(), t.action()))
                .orElseGet(() -> nobody(Kind.NOBODY));
    }

    private static State911 nobody(Kind kind) {
        return new State911(kind, "", Instant.EPOCH, "");
    }

    private static State911 called(Kind kind, Call call) {
        return new State911(kind, call.by(), call.at(), "");
    }

    private static boolean tellsNow(Taken taken, Facts facts) {
        return taken.action().equals(facts.action) && taken.detail().equals(facts.detail);
    }

    /** When this center first took what it knows now: the same is told again when people are out of the building. */
    private static Instant since(Taken last, List<Taken> taken) {
        var before = taken.stream().filter(t -> t.receiver().equals(last.receiver()))
                .sorted(Comparator.comparing(Taken::saidAt).reversed()).toList();
        return before.stream().takeWhile(t -> t.action().equals(last.action()) && t.detail().equals(last.detail()))
                .map(Taken::takenAt).min(Comparator.naturalOrder()).orElse(last.takenAt());
    }
}
