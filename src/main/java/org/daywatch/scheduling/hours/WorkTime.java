package org.daywatch.scheduling.hours;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.daywatch.platform.time.Window;

/**
 * Stretches of work in order, none touching another, with running totals: how much lies in any window is two look-ups.
 * Each second counts once, however many entries claim it, since nobody works two hours in one.
 */
public final class WorkTime {

    private final long[] starts;
    private final long[] ends;
    private final long[] totals; // totals[i]: seconds of all stretches before the i-th

    private WorkTime(long[] starts, long[] ends) {
        this.starts = starts;
        this.ends = ends;
        this.totals = new long[starts.length + 1];
        for (int i = 0; i < starts.length; i++) {
            totals[i + 1] = totals[i] + ends[i] - starts[i];
        }
    }

    public static WorkTime of(Collection<Window> windows) {
        var merged = Window.merge(windows);
        return new WorkTime(merged.stream().mapToLong(w -> w.start().getEpochSecond()).toArray(),
                merged.stream().mapToLong(w -> w.end().getEpochSecond()).toArray());
    }

    public WorkTime plus(Window added) {
        long from = added.start().getEpochSecond();
        long to = added.end().getEpochSecond();
        int first = firstEndingAtOrAfter(from);
        int after = first;
        while (after < starts.length && starts[after] <= to) after++;
        if (after > first) {
            from = Math.min(from, starts[first]);
            to = Math.max(to, ends[after - 1]);
        }
        return new WorkTime(replaced(starts, first, after, from), replaced(ends, first, after, to));
    }

    public Duration within(Window period) {
        return Duration.ofSeconds(before(period.end().getEpochSecond()) - before(period.start().getEpochSecond()));
    }

    /** What is worked near a window without a break of {@code rest} or longer in between. */
    public Optional<Spell> spellAround(Window around, Duration rest) {
        long gap = rest.getSeconds();
        long from = around.start().getEpochSecond();
        long to = around.end().getEpochSecond();
        int first = firstEndingAtOrAfter(from);
        if (first > 0 && from - ends[first - 1] < gap) first--;
        int last = first - 1;
        while (last + 1 < starts.length && joins(starts[last + 1], last < first ? to : Math.max(to, ends[last]), gap))
            last++;
        if (last < first) return Optional.empty();
        while (first > 0 && joins(starts[first], ends[first - 1], gap)) first--;
        return Optional
                .of(new Spell(window(starts[first], ends[last]), Duration.ofSeconds(totals[last + 1] - totals[first])));
    }

    /** The end of the last stretch that ends at or before {@code at}. */
    public Optional<Instant> lastEnd(Instant at) {
        int next = firstEndingAtOrAfter(at.getEpochSecond() + 1);
        return next == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(ends[next - 1]));
    }

    /** The start of the first stretch that starts at or after {@code at}. */
    public Optional<Instant> nextStart(Instant at) {
        int found = Arrays.binarySearch(starts, at.getEpochSecond());
        int next = found >= 0 ? found : -found - 1;
        return next == starts.length ? Optional.empty() : Optional.of(Instant.ofEpochSecond(starts[next]));
    }

    public List<Window> touching(Window period) {
        int first = firstEndingAtOrAfter(period.start().getEpochSecond());
        return IntStream.range(first, starts.length).takeWhile(i -> starts[i] <= period.end().getEpochSecond())
                .mapToObj(i -> window(starts[i], ends[i])).toList();
    }

    private long before(long at) {
        int i = firstEndingAtOrAfter(at);
        return totals[i] + (i < starts.length && starts[i] < at ? at - starts[i] : 0);
    }

    private int firstEndingAtOrAfter(long at) {
        int found = Arrays.binarySearch(ends, at);
        return found >= 0 ? found : -found - 1;
    }

    /** Work that touches is one stretch; otherwise the gap must be shorter than a rest. */
    private static boolean joins(long laterStart, long earlierEnd, long gap) {
        return laterStart - earlierEnd < Math.max(gap, 1);
    }

    private static long[] replaced(long[] old, int from, int to, long value) {
        var fresh = new long[old.length - (to - from) + 1];
        System.arraycopy(old, 0, fresh, 0, from);
        fresh[from] = value;
        System.arraycopy(old, to, fresh, from + 1, old.length - to);
        return fresh;
    }

    private static Window window(long start, long end) {
        return new Window(Instant.ofEpochSecond(start), Instant.ofEpochSecond(end));
    }

    /** Work without a proper rest in between: from first to last minute, and how much of it was work. */
    public record Spell(Window window, Duration worked) {}
}
