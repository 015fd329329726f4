package org.daywatch.emergencies.reach;

import java.util.Collection;

/** How many of those who belong to the school: each step counts those who went further too. */
public record Tally(int expected, int delivered, int seen, int acknowledged, int safe, int needHelp) {

    public static Tally of(Collection<Reach> all) {
        var counted = all.stream().filter(Reach::expected).map(Reach::state).toList();
        return new Tally(counted.size(), atLeast(counted, 1), atLeast(counted, 2), atLeast(counted, 3),
                (int) counted.stream().filter(s -> s instanceof Reach.State.Safe).count(),
                (int) all.stream().filter(r -> r.state() instanceof Reach.State.NeedsHelp).count());
    }

    /** Of whoever answered, where nobody can say yet who belongs to the school: nobody is expected. */
    static Tally ofAll(Collection<Reach> all) {
        var of = of(all.stream().map(reach -> reach.as(reach.name(), reach.role(), true)).toList());
        return new Tally(0, of.delivered, of.seen, of.acknowledged, of.safe, of.needHelp);
    }

    private static int atLeast(Collection<Reach.State> states, int rank) {
        return (int) states.stream().filter(s -> s.rank() >= rank).count();
    }

    public int notReached() {
        return expected - delivered;
    }
}
