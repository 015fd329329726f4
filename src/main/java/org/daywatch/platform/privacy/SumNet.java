package org.daywatch.platform.privacy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Counts and their sums, also of several tables that share sums, as ways between points: what leads to a point leads
 * away from it. Small ones are not shown, sums no more than cells, and as many others as it takes that nobody computes
 * a hidden one: not even somebody who knows which were hidden for being small.
 */
public final class SumNet {

    /** From one point to another goes this count. */
    private record Way(int from, int to, int count) {}

    private final List<Way> ways = new ArrayList<>();
    private int points;

    public int point() {
        return points++;
    }

    /** @return its place in what {@link #hidden} answers */
    public int way(int from, int to, int count) {
        ways.add(new Way(from, to, count));
        return ways.size() - 1;
    }

    /**
     * @param small counts from 1 up to this one, itself not, are small. @return those that are not shown, where 0 is
     * always shown; empty where something could be computed whatever is hidden, so that nothing may be shown
     */
    public Optional<boolean[]> hidden(int small) {
        if (small < 3) throw new IllegalArgumentException("A count below " + small + " would be known when hidden.");
        var hidden = new boolean[ways.size()];
        for (int w = 0; w < hidden.length; w++) hidden[w] = isSmall(w, small);
        while (known(hidden, small).isPresent()) {
            var next = another(hidden);
            if (next.isEmpty()) return Optional.empty();
            hidden[next.get()] = true;
        }
        showAgain(hidden, small);
        return Optional.of(hidden);
    }

    /** What was hidden on the way and is not needed in the end, the largest first. */
    private void showAgain(boolean[] hidden, int small) {
        for (int w : all().filter(w -> hidden[w] && !isSmall(w, small)).boxed()
                .sorted(Comparator.comparingInt(w -> -ways.get(w).count())).toList()) {
            hidden[w] = false;
            if (known(hidden, small).isPresent()) hidden[w] = true;
        }
    }

    private Optional<Integer> known(boolean[] hidden, int small) {
        return all().filter(w -> hidden[w] && !may(w, 1, hidden, small) && !may(w, -1, hidden, small)).boxed()
                .findFirst();
    }

    /** The smallest, so that sums are seen longest. */
    private Optional<Integer> another(boolean[] hidden) {
        return all().filter(w -> !hidden[w] && ways.get(w).count() > 0).boxed()
                .min(Comparator.comparingInt(w -> ways.get(w).count()));
    }

    /** Whether this one can be another by {@code step}: then others make up for it in a circle of what is hidden. */
    private boolean may(int which, int step, boolean[] hidden, int small) {
        if (!fits(which, step, small)) return false;
        var way = ways.get(which);
        int start = step > 0 ? way.to() : way.from();
        int end = step > 0 ? way.from() : way.to();
        var seen = new boolean[points];
        seen[start] = true;
        var waiting = new ArrayDeque<Integer>(List.of(start));
        while (!waiting.isEmpty()) {
            int at = waiting.remove();
            if (at == end) return true;
            for (int w = 0; w < ways.size(); w++) {
                if (w == which || !hidden[w]) continue;
                int next = next(w, at, small);
                if (next < 0 || seen[next]) continue;
                seen[next] = true;
                waiting.add(next);
            }
        }
        return false;
    }

    /** Along it with one more, against it with one less; -1 where neither goes on from here. */
    private int next(int w, int at, int small) {
        var way = ways.get(w);
        if (way.from() == at && fits(w, 1, small)) return way.to();
        return way.to() == at && fits(w, -1, small) ? way.from() : -1;
    }

    /** Small ones are known to be from 1 to below small, the others that are hidden to be no less than that. */
    private boolean fits(int w, int step, int small) {
        int then = ways.get(w).count() + step;
        return isSmall(w, small) ? then >= 1 && then < small : then >= small;
    }

    private boolean isSmall(int w, int small) {
        return ways.get(w).count() > 0 && ways.get(w).count() < small;
    }

    private IntStream all() {
        return IntStream.range(0, ways.size());
    }
}
