package org.daywatch.emergencies.dispatch;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.daywatch.emergencies.AlertStatus;

/**
 * What may be said about 911, and no more: whether a center took what the school is told now, or only something it was
 * told before.
 *
 * @param receiver who took it; empty for NOT
 * @param at when it was taken; the epoch for NOT
 * @param action what was taken, for EARLIER
 */
record Told911(Kind kind, String receiver, Instant at, String action) {

    enum Kind { NOT, TAKEN, EARLIER }

    static final Told911 NOT = new Told911(Kind.NOT, "", Instant.EPOCH, "");

    /** @param action what the school is told now; empty for an incident without an alert */
    static Told911 of(AlertStatus status, String action, String detail, List<Taken> taken) {
        if (status != AlertStatus.ACTUAL || taken.isEmpty()) return NOT;
        // Each center knows the last thing it took; with two of them one that is up to date is enough to have told 911.
        var last = taken.stream().collect(
                Collectors.toMap(Taken::receiver, t -> t, BinaryOperator.maxBy(Comparator.comparing(Taken::saidAt))))
                .values();
        return last.stream().filter(t -> t.action().equals(action) && t.detail().equals(detail))
                .min(Comparator.comparing(Taken::takenAt))
                .map(t -> new Told911(Kind.TAKEN, t.receiver(), since(t, taken), ""))
                .orElseGet(() -> last.stream().max(Comparator.comparing(Taken::saidAt))
                        .map(t -> new Told911(Kind.EARLIER, t.receiver(), t.takenAt(), t.action())).orElseThrow());
    }

    /** When this center first took what it knows now: the same is told again when people are out of the building. */
    private static Instant since(Taken last, List<Taken> taken) {
        var before = taken.stream().filter(t -> t.receiver().equals(last.receiver()))
                .sorted(Comparator.comparing(Taken::saidAt).reversed()).toList();
        return before.stream().takeWhile(t -> t.action().equals(last.action()) && t.detail().equals(last.detail()))
                .map(Taken::takenAt).min(Comparator.naturalOrder()).orElse(last.takenAt());
    }
}
