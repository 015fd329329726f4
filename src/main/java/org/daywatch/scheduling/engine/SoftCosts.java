package org.daywatch.scheduling.engine;

import java.util.function.ObjLongConsumer;
import org.daywatch.scheduling.problem.ScheduleProblem.Weights;

/**
 * What an officer's seats cost together: new faces, too large a share of one school, hours beyond the fair ones, days
 * beyond the wished.
 */
final class SoftCosts {

    private final ScheduleModel model;
    private final boolean bySchool;
    private final boolean byHours;
    private final boolean byDays;
    private final long face;
    private final int shareMost;
    private final long sharePoints;
    private final int[] bandOver;
    private final long[] bandPoints;
    private final long daysPoints;

    SoftCosts(ScheduleModel model) {
        this.model = model;
        Weights w = model.weights;
        face = w.face();
        shareMost = w.share().most();
        sharePoints = w.share().points();
        bandOver = w.fair().stream().mapToInt(b -> Math.toIntExact(b.over().toMinutes())).toArray();
        bandPoints = w.fair().stream().mapToLong(b -> b.points()).toArray();
        daysPoints = w.wish().days();
        bySchool = face != 0 || sharePoints != 0;
        byHours = bandOver.length > 0;
        byDays = daysPoints != 0;
    }

    /** The cost of what they hold with {@code added} (−1: nothing) and without two of their seats (−1: none). */
    long of(Seating seating, int officer, int added, int except, int alsoExcept) {
        long cost = 0;
        if (bySchool) cost += schools(seating, officer, added, except, alsoExcept);
        if (byHours) cost += hours(seating, officer, added, except, alsoExcept);
        if (byDays) cost += days(seating, officer, added, except, alsoExcept);
        return cost;
    }

    /** The same taken apart by rule, for what they hold. */
    void each(Seating seating, int officer, ObjLongConsumer<String> term) {
        long faces = 0;
        long shares = 0;
        for (int i = 0; i < seating.count[officer]; i++) {
            int pair = seating.held[officer][i];
            int rank = rank(seating, officer, i, -1, -1);
            if (rank == 0 && !model.ofCore(officer, model.school(pair))) faces += face;
            if (rank >= shareMost) shares += sharePoints;
        }
        term.accept("FACE", -faces);
        term.accept("SHARE", -shares);
        term.accept("FAIR", -hours(seating, officer, -1, -1, -1));
        term.accept("WISH", -days(seating, officer, -1, -1, -1));
    }

    private long schools(Seating seating, int officer, int added, int except, int alsoExcept) {
        long cost = 0;
        int[] mine = seating.held[officer];
        int n = seating.count[officer];
        for (int i = 0; i < n; i++) {
            int pair = mine[i];
            if (pair != except && pair != alsoExcept)
                cost += price(officer, pair, rank(seating, officer, i, except, alsoExcept));
        }
        if (added >= 0) {
            int same = 0;
            for (int i = 0; i < n; i++) {
                if (mine[i] != except && mine[i] != alsoExcept && model.school(mine[i]) == model.school(added)) same++;
            }
            cost += price(officer, added, same);
        }
        return cost;
    }

    /** How many of their earlier seats are at the same school. */
    private int rank(Seating seating, int officer, int index, int except, int alsoExcept) {
        int[] mine = seating.held[officer];
        int school = model.school(mine[index]);
        int same = 0;
        for (int i = 0; i < index; i++) {
            if (mine[i] != except && mine[i] != alsoExcept && model.school(mine[i]) == school) same++;
        }
        return same;
    }

    private long price(int officer, int pair, int rank) {
        long cost = rank == 0 && face != 0 && !model.ofCore(officer, model.school(pair)) ? face : 0;
        return rank >= shareMost ? cost + sharePoints : cost;
    }

    private long hours(Seating seating, int officer, int added, int except, int alsoExcept) {
        int minutes = model.credited[officer] + (added >= 0 ? model.minutes(added) : 0);
        for (int i = 0; i < seating.count[officer]; i++) {
            int pair = seating.held[officer][i];
            if (pair != except && pair != alsoExcept) minutes += model.minutes(pair);
        }
        long cost = 0;
        for (int b = 0; b < bandOver.length; b++) {
            if (minutes > bandOver[b]) cost += (minutes - bandOver[b]) * bandPoints[b];
        }
        return cost;
    }

    private long days(Seating seating, int officer, int added, int except, int alsoExcept) {
        int n = seating.count[officer] + (added >= 0 ? 1 : 0) - (except >= 0 ? 1 : 0) - (alsoExcept >= 0 ? 1 : 0);
        int most = model.mostDays[officer];
        return n > most ? (n - most) * daysPoints : 0;
    }
}
