package org.daywatch.scheduling.check;

import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.daywatch.scheduling.check.files.FactsReader;
import org.daywatch.scheduling.check.files.Kind;
import org.daywatch.scheduling.check.files.ProblemFacts.Stretch;
import org.daywatch.scheduling.check.files.Unreadable;

/**
 * One officer's minutes, one bit for each minute and kind; duty under leave, sickness, suspension or comp time is taken
 * out.
 */
final class MinuteBits {

    private static final long LONGEST = 100L * 366 * 24 * 60;

    private final long first;
    private final int length;
    private final Map<Kind, BitSet> kinds = new EnumMap<>(Kind.class);
    private final Map<Set<Kind>, Work> counted = new HashMap<>();

    private MinuteBits(long first, int length) {
        this.first = first;
        this.length = length;
        for (var kind : Kind.values()) kinds.put(kind, new BitSet(length));
    }

    static MinuteBits of(String officer, Collection<Stretch> stretches) {
        long first = stretches.stream().mapToLong(Stretch::start).min().orElse(0);
        long last = stretches.stream().mapToLong(Stretch::end).max().orElse(0);
        if (last - first > LONGEST) {
            throw new Unreadable(FactsReader.FILE, "officers", officer,
                    "hours and seats of one officer lie more than 100 years apart; leave out what is long over.");
        }
        var minutes = new MinuteBits(first, (int) (last - first));
        for (var s : stretches) minutes.kinds.get(s.kind()).set((int) (s.start() - first), (int) (s.end() - first));
        for (var absent : Kind.ABSENT) minutes.kinds.get(Kind.DUTY).andNot(minutes.kinds.get(absent));
        return minutes;
    }

    boolean is(Kind kind, long minute) {
        return minute >= first && minute < first + length && kinds.get(kind).get((int) (minute - first));
    }

    Work work(Set<Kind> which) {
        return counted.computeIfAbsent(which, any -> {
            var bits = new BitSet(length);
            for (var kind : which) bits.or(kinds.get(kind));
            return new Work(first, length, bits);
        });
    }

    List<Kind> kindsAt(long minute, Set<Kind> among) {
        return among.stream().sorted().filter(kind -> is(kind, minute)).toList();
    }

    /** Minutes of some kinds together, each once. */
    static final class Work {

        private final long first;
        private final BitSet bits;
        private final int[] before; // before[i]: how many of the minutes in front of the i-th are worked

        private Work(long first, int length, BitSet bits) {
            this.first = first;
            this.bits = bits;
            before = new int[length + 1];
            for (int i = 0; i < length; i++) before[i + 1] = before[i] + (bits.get(i) ? 1 : 0);
        }

        long first() {
            return first;
        }

        long end() {
            return first + before.length - 1;
        }

        boolean at(long minute) {
            return minute >= first && minute < end() && bits.get((int) (minute - first));
        }

        boolean begins(long minute) {
            return at(minute) && !at(minute - 1);
        }

        int within(long from, long to) {
            return before[index(to)] - before[index(from)];
        }

        private int index(long minute) {
            return (int) Math.max(0, Math.min(before.length - 1, minute - first));
        }
    }
}
