package org.daywatch.staffing.schedules.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.daywatch.scheduling.engine.ScheduleModel;
import org.daywatch.scheduling.engine.Seating;
import org.daywatch.scheduling.problem.ScheduleProblem.Shift;
import org.daywatch.scheduling.problem.ScheduleProblem;
import org.daywatch.scheduling.tiny.EverySchedule;
import org.daywatch.scheduling.tiny.TinySchedules;
import org.daywatch.staffing.schedules.repair.CallOffRepair.Limits;
import org.junit.jupiter.api.Test;

class CallOffRepairTest {

    private static final long PRICE = 60;

    /**
     * A tiny problem, filled seat after seat, and one pair of it that is called off; null where nobody stands anywhere.
     */
    private record Case(ScheduleProblem problem, ScheduleModel model, Seating roster, int pair) {

        static Case of(long seed, int days) {
            return of(TinySchedules.of(seed, days, 6, 4, 1, days > 1));
        }

        static Case of(ScheduleProblem problem) {
            var model = ScheduleModel.of(problem);
            var roster = new Seating(model);
            for (int seat = 0; seat < model.seats(); seat++) {
                for (int p = model.firstPair(seat); p < model.lastPair(seat) && roster.holder(seat) < 0; p++)
                    if (roster.fits(p, -1, -1)) roster.put(p);
            }
            int pair = IntStream.range(0, model.seats()).map(roster::holder).filter(p -> p >= 0 && !model.pinned(p))
                    .findFirst().orElse(-1);
            return new Case(problem, model, roster, pair);
        }

        CallOffRepair repair(int others) {
            return new CallOffRepair(model, roster, new Limits(others, PRICE));
        }

        String picture() {
            return IntStream.range(0, model.seats()).mapToObj(s -> model.shift(s).id() + ":"
                    + (roster.holder(s) < 0 ? "-" : model.officer(roster.holder(s)).id())).toList().toString();
        }
    }

    @Property(tries = 300)
    void whatIsRepairedKeepsEveryRuleAndCostsWhatItSays(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        var c = Case.of(seed, 3);
        if (c.pair() < 0) return;
        var every = new EverySchedule(c.problem());
        var before = c.picture();
        long points = c.roster().points();
        var chain = c.repair(5).chain(c.pair());
        var exact = c.repair(5).exact(c.pair(), 20);
        assertThat(c.picture()).isEqualTo(before);
        assertThat(exact.proven()).isTrue();
        assertThat(exact.cost() + PRICE * exact.others()).isLessThanOrEqualTo(chain.cost() + PRICE * chain.others());
        for (var repair : List.of(chain, exact)) {
            repair.apply(c.roster());
            assertThat(points - c.roster().points()).isEqualTo(repair.cost());
            assertThat(repair.others()).isLessThanOrEqualTo(5).isEqualTo(repair.changes().size() - 1);
            assertLawful(c, every);
            assertThat(c.roster().holder(c.model().seatOf(c.pair()))).isNotEqualTo(c.pair());
            for (var ch : repair.changes()) if (ch.after() >= 0) c.roster().take(ch.after());
            for (var ch : repair.changes()) if (ch.before() >= 0) c.roster().put(ch.before());
        }
    }

    @Property(tries = 80)
    void nothingWithinADayIsBetterThanTheExactAnswer(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        exactIsBest(seed);
    }

    /** The chain leaves a seat that is two steps away; whoever may stand there is asked too. */
    @Test
    void whoStandsBehindASeatOfTheChainIsAskedWhileOneStaysOpen() {
        exactIsBest(50_865);
    }

    private static void exactIsBest(long seed) {
        var c = Case.of(seed, 1);
        if (c.pair() < 0) return;
        for (int others : new int[] {0, 1, 2, 5}) {
            var exact = c.repair(others).exact(c.pair(), 20);
            long worth = -exact.cost() - PRICE * exact.others();
            assertThat(worth).isBetween(best(c, others, around(c, 1), false), best(c, others, around(c, 9), true));
            // Farther seats are looked at only while one stays open.
            if (!exact.refilled()) assertThat(worth).isEqualTo(best(c, others, around(c, 3), false));
        }
    }

    @Test
    void refillsMostCallOffsWhereSomebodyCanStandIn() {
        int chains = 0;
        int exacts = 0;
        int called = 0;
        for (int seed = 0; seed < 150; seed++) {
            var c = Case.of(seed, 1);
            if (c.pair() < 0) continue;
            called++;
            if (c.repair(5).chain(c.pair()).refilled()) chains++;
            if (c.repair(5).exact(c.pair(), 20).refilled()) exacts++;
        }
        // The rest stays open because nobody may stand there, or because it would cost more than it is worth.
        assertThat(chains).isGreaterThan(called / 2);
        assertThat(exacts).isGreaterThan(called / 2);
    }

    @Test
    void aPriceKeepsOthersWhereTheyAre() {
        for (int seed = 0; seed < 60; seed++) {
            var c = Case.of(seed, 1);
            if (c.pair() < 0) continue;
            assertThat(new CallOffRepair(c.model(), c.roster(), new Limits(5, 1_000_000)).exact(c.pair(), 20).others())
                    .isZero();
            assertThat(c.repair(0).chain(c.pair()).others()).isZero();
        }
    }

    @Property(tries = 100)
    void aSeatThatStandsOpenIsRefilledAsOneThatIsCalledOff(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        var c = Case.of(seed, 3);
        if (c.pair() < 0) return;
        long before = c.roster().points();
        var called = c.repair(5).exact(c.pair(), 20);
        var repair = c.repair(5);
        assertThatThrownBy(() -> repair.open(c.model().seatOf(c.pair()), 20))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("not open");
        repair.ban(c.pair());
        c.roster().take(c.pair());
        var open = repair.open(c.model().seatOf(c.pair()), 20);
        assertThat(open.changes()).extracting(ch -> ch.seat() + ":" + ch.after())
                .containsExactlyElementsOf(called.changes().stream().map(ch -> ch.seat() + ":" + ch.after()).toList());
        assertThat(open.refilled()).isEqualTo(called.refilled());
        assertThat(c.roster().points() - open.cost()).as("points afterward").isEqualTo(before - called.cost());
    }

    @Test
    void refusesAPairThatNobodyHolds() {
        var c = Case.of(3, 1);
        c.roster().take(c.pair());
        assertThatThrownBy(() -> c.repair(5).chain(c.pair())).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not held");
    }

    private static void assertLawful(Case c, EverySchedule every) {
        for (var officer : c.problem().officers()) {
            var mine = new ArrayList<Shift>();
            for (int s = 0; s < c.model().seats(); s++) {
                int p = c.roster().holder(s);
                if (p >= 0 && !c.model().pinned(p) && c.model().officer(p).id().equals(officer.id()))
                    mine.add(c.model().shift(s));
            }
            assertThat(every.isLawful(officer, mine)).as("%s holds %s", officer.id(), mine).isTrue();
        }
    }

    /**
     * What the best change of the roster is worth, prices off: officers one after another, each with every lawful set,
     * at most so many others leaving their seats. Seats open before stay open.
     *
     * @param around seats that may change
     * @param anySize also sets for which they leave more than two seats or take more than one
     */
    private static long best(Case c, int others, BitSet around, boolean anySize) {
        var every = new EverySchedule(c.problem());
        var shifts = c.problem().shifts();
        int called = index(shifts, c.model().shift(c.model().seatOf(c.pair())));
        int allowed = 0;
        int[] held = new int[c.problem().officers().size()];
        for (int s = 0; s < c.model().seats(); s++) {
            int p = c.roster().holder(s);
            if (p < 0) continue;
            if (around.get(s)) allowed |= 1 << index(shifts, c.model().shift(s));
            held[c.problem().officers().indexOf(c.model().officer(p))] |= 1 << index(shifts, c.model().shift(s));
        }
        Map<List<Integer>, Long> best = Map.of(List.of(0, 0), 0L); // taken seats, seats left
        for (int o = 0; o < held.length; o++)
            best = next(best, every.lawfulSets(c.problem().officers().get(o)), held[o], called, allowed, others,
                    anySize,
                    c.problem().officers().get(o).equals(c.model().officer(c.pair())));
        return best.values().stream().max(Long::compare).orElseThrow();
    }

    private static Map<List<Integer>, Long> next(Map<List<Integer>, Long> best, Map<Integer, Long> sets, int held,
            int called, int allowed, int others, boolean anySize, boolean caller) {
        var next = new HashMap<List<Integer>, Long>();
        sets.forEach((set, worth) -> {
            int leaves = Integer.bitCount(held & ~set & ~(1 << called));
            int takes = Integer.bitCount(set & ~held);
            if (((set ^ held) & ~allowed) != 0 || caller && (set >> called & 1) == 1
                    || !anySize && (leaves > 2 || takes > 1))
                return;
            long change = worth - sets.get(held) - PRICE * leaves;
            best.forEach((state, points) -> {
                if ((state.get(0) & set) == 0 && state.get(1) + leaves <= others)
                    next.merge(List.of(state.get(0) | set, state.get(1) + leaves), points + change, Math::max);
            });
        });
        return next;
    }

    /** The called-off seat and, so many times over, what candidates of the seats reached hold. */
    private static BitSet around(Case c, int times) {
        var seats = new BitSet();
        seats.set(c.model().seatOf(c.pair()));
        for (int i = 0; i < times; i++) {
            var reached = (BitSet) seats.clone();
            for (int p = 0; p < c.model().pairs(); p++) {
                if (!reached.get(c.model().seatOf(p))) continue;
                for (int h = 0; h < c.roster().heldCount(c.model().officerOf(p)); h++) {
                    int held = c.roster().held(c.model().officerOf(p), h);
                    if (!c.model().pinned(held)) seats.set(c.model().seatOf(held));
                }
            }
        }
        return seats;
    }

    private static int index(List<Shift> shifts, Shift shift) {
        return shifts.indexOf(shift);
    }
}
