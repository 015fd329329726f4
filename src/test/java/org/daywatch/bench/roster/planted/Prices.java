package org.daywatch.bench.roster.planted;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A price for each seat, for each quarter of an hour of an officer whose week is full, and for some moments of an
 * officer's day. What an officer is worth at a shift never exceeds the prices they use up there, and equals them where
 * they were planted: no roster can then be worth more than all prices together, and the planted one is worth just that.
 */
final class Prices {

    private static final int[] SEAT_FROM = {0, 2600, 1700, 1000};
    private static final int[] SEAT_WIDTH = {0, 1400, 900, 700};

    /** The moment lies in the shift they were planted at. */
    private record Moment(int at, int price) {}

    final long[] seat;
    final long[] hour;
    private final List<List<Moment>> moments = new ArrayList<>();
    private final Planting planting;
    private final RandomGenerator random;

    Prices(Family family, Planting planting, RandomGenerator random) {
        this.planting = planting;
        this.random = random;
        seat = planting.shifts.stream()
                .mapToLong(s -> SEAT_FROM[s.shift().priority()] + random.nextInt(SEAT_WIDTH[s.shift().priority()]))
                .toArray();
        hour = new long[planting.minutes.length];
        for (int o = 0; o < hour.length; o++) {
            if (planting.minutes[o] > 0 && random.nextDouble() < fullWeeks(family))
                hour[o] = (10 + random.nextInt(70)) * family.lure() / 100;
            moments.add(moments(o, family.lure()));
        }
    }

    /** The tighter the caps, the more officers whose planted week fills them to the minute. */
    private static double fullWeeks(Family family) {
        return family.tightness() > .9 ? .85 : family.tightness() > .7 ? .6 : .35;
    }

    private List<Moment> moments(int officer, int lure) {
        var priced = new ArrayList<Moment>();
        for (Draft shift : planting.taken.get(officer)) {
            if (random.nextBoolean())
                priced.add(new Moment(shift.from() + 15 * random.nextInt(shift.quarters()),
                        (50 + random.nextInt(550)) * lure / 100));
        }
        return priced;
    }

    boolean weekIsFull(int officer) {
        return hour[officer] > 0;
    }

    long usedUp(int officer, int index) {
        Draft shift = planting.shifts.get(index).shift();
        long price = seat[index] + hour[officer] * shift.quarters();
        for (var moment : moments.get(officer))
            if (moment.at >= shift.from() && moment.at < shift.to()) price += moment.price;
        return price;
    }

    /** Worth of somebody who was not planted there: three of ten are as good, the others a little worse. */
    long tempting(int officer, int index) {
        long slack = random.nextDouble() < .3 ? 0 : Math.round(-120 * Math.log(1 - random.nextDouble()));
        return Math.max(1, usedUp(officer, index) - slack);
    }

    /** All prices together. */
    long total() {
        long total = 0;
        for (int i = 0; i < seat.length; i++) total += seat[i] * planting.shifts.get(i).shift().needs();
        for (int o = 0; o < hour.length; o++) {
            total += hour[o] * (planting.minutes[o] / 15);
            for (var moment : moments.get(o)) total += moment.price;
        }
        return total;
    }
}
