package org.daywatch.scheduling.engine;

import java.time.Instant;
import java.util.List;
import org.daywatch.scheduling.engine.limits.DayGrid;
import org.daywatch.scheduling.engine.limits.HourRule;
import org.daywatch.scheduling.problem.ScheduleProblem.Officer;
import org.daywatch.scheduling.problem.ScheduleProblem.Shift;
import org.daywatch.scheduling.problem.ScheduleProblem.Weights;
import org.daywatch.scheduling.problem.ScheduleProblem;

/**
 * A problem compiled for search. A <em>seat</em> is one required officer of one shift; a <em>pair</em> is an officer
 * who may take a seat as far as the two alone are concerned. Seats, officers and pairs are numbered in the order of
 * their ids, whatever the order of the file. Times are minutes since {@link #origin}. Pairs of a seat stand together,
 * the most worthy first.
 *
 * <p>Limits that are sums over fixed periods (day, week, month, hours before a shift) are <em>periods</em>: each has
 * the minutes that fixed hours leave, and each pair says how many of them it takes. Other limits are {@link HourRule}s
 * of the officer.
 */
public final class ScheduleModel {

    /**
     * What a process of two gigabytes takes: three times what a whole state has where departments serve their own
     * districts.
     */
    private static final int MOST_PAIRS = 8_000_000;

    final ScheduleProblem problem;
    final Instant origin;
    final List<Shift> shifts;
    final List<Officer> officers;

    // by seat
    final int[] seatShift;
    final int[] seatStart;
    final int[] seatEnd;
    final int[] seatSchool;
    final int[] seatPairs; // pairs of seat s: seatPairs[s] up to, not including, seatPairs[s + 1]
    final DayGrid grid;
    final int[] pinnedPair; // -1 where nobody has accepted yet

    // by pair
    final int[] pairSeat;
    final int[] pairOfficer;
    final long[] pairPoints;
    final int[] pairSlot;

    // by slot: one officer in one stretch of time, shared by the pairs of shifts at the same hours
    final int[] slotSums; // sums of slot t: slotSums[t] up to slotSums[t + 1]
    final int[] sumPeriod;
    final int[] sumMinutes;
    final int[] periodLeft;

    // by officer
    final int[] officerSlots; // slots of officer o: officerSlots[o] up to officerSlots[o + 1]
    final HourRule[][] rules;
    final int[] credited;
    final int[] mostDays;
    final boolean[] core; // of officer * schools + school: they are of its core, so their face is not new there
    final int schools;

    final Weights weights;
    private final boolean narrowed;

    ScheduleModel(ModelBuilder b) {
        problem = b.problem;
        origin = b.origin;
        shifts = b.shifts;
        officers = b.officers;
        seatShift = b.seatShift;
        seatStart = b.seatStart;
        seatEnd = b.seatEnd;
        seatSchool = b.seatSchool;
        grid = new DayGrid(seatStart, seatEnd);
        seatPairs = b.seatPairs;
        pinnedPair = b.pinnedPair;
        pairSeat = b.pairSeat;
        pairOfficer = b.pairOfficer;
        pairPoints = b.pairPoints;
        pairSlot = b.numbers.pairSlot();
        officerSlots = b.numbers.first();
        slotSums = b.numbers.slotSums();
        sumPeriod = b.numbers.sumPeriod();
        sumMinutes = b.numbers.sumMinutes();
        periodLeft = b.numbers.periodLeft();
        rules = b.rules;
        credited = b.credited;
        mostDays = b.mostDays;
        core = b.core;
        narrowed = b.narrowed;
        schools = problem.schools().size();
        weights = problem.objective().kind() == ScheduleProblem.Kind.WORTH
                ? problem.objective().weights()
                : Weights.NONE;
    }

    public static ScheduleModel of(ScheduleProblem problem) {
        return of(problem, MOST_PAIRS);
    }

    static ScheduleModel of(ScheduleProblem problem, int mostPairs) {
        return new ModelBuilder(problem, mostPairs).build();
    }

    /**
     * There were so many pairs that each seat keeps but a share of them: schedules are lawful as ever, but what bounds
     * these pairs does not bound all.
     */
    public boolean narrowed() {
        return narrowed;
    }

    public ScheduleProblem problem() {
        return problem;
    }

    public int seats() {
        return seatShift.length;
    }

    public int pairs() {
        return pairSeat.length;
    }

    /** Officers in the order of their ids. */
    public List<Officer> officers() {
        return officers;
    }

    public Shift shift(int seat) {
        return shifts.get(seatShift[seat]);
    }

    public Officer officer(int pair) {
        return officers.get(pairOfficer[pair]);
    }

    public int seatOf(int pair) {
        return pairSeat[pair];
    }

    public int officerOf(int pair) {
        return pairOfficer[pair];
    }

    /**
     * What the pair is worth by itself, in points: everything but faces, shares, fairness and days beyond the wished
     * ones.
     */
    public long points(int pair) {
        return pairPoints[pair];
    }

    public int start(int pair) {
        return seatStart[pairSeat[pair]];
    }

    public int end(int pair) {
        return seatEnd[pairSeat[pair]];
    }

    public int minutes(int pair) {
        return end(pair) - start(pair);
    }

    public int school(int pair) {
        return seatSchool[pairSeat[pair]];
    }

    public int firstPair(int seat) {
        return seatPairs[seat];
    }

    /** One past the last. */
    public int lastPair(int seat) {
        return seatPairs[seat + 1];
    }

    public boolean pinned(int pair) {
        return pinnedPair[pairSeat[pair]] == pair;
    }

    /** The pair that has been accepted for a seat; -1 without one. */
    public int pinnedPair(int seat) {
        return pinnedPair[seat];
    }

    public Weights weights() {
        return weights;
    }

    /** Of the school's core team, so their face is not a new one there. */
    public boolean ofCore(int officer, int school) {
        return core[officer * schools + school];
    }

    /** Minutes credited to an officer before this schedule. */
    public int credited(int officer) {
        return credited[officer];
    }

    /** Seats they would like at most; {@link Integer#MAX_VALUE} where they did not say. */
    public int mostDays(int officer) {
        return mostDays[officer];
    }

    public int periods() {
        return periodLeft.length;
    }

    /** Minutes that fixed hours leave in a period; may be negative. */
    public int periodLeft(int period) {
        return periodLeft[period];
    }

    /** Calls back with each period a pair takes minutes of. */
    public void eachPeriod(int pair, PeriodMinutes each) {
        int slot = pairSlot[pair];
        for (int i = slotSums[slot]; i < slotSums[slot + 1]; i++) each.accept(sumPeriod[i], sumMinutes[i]);
    }

    /** Whether a rule other than sums over periods may also keep this officer's seats apart. */
    public boolean hasOtherRules(int officer) {
        return rules[officer].length > 0;
    }

    @FunctionalInterface
    public interface PeriodMinutes {
        void accept(int period, int minutes);
    }
}
