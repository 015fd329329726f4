package org.daywatch.bench.roster.planted;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A roster that keeps every rule, made before anything has a price: shifts are drawn until as many seats are planted as
 * wanted, and one that nobody can take is dropped.
 */
final class Planting {

    static final int LONGEST_WEEK = 32 * 60;

    /**
     * @param shown officers who may take it; @param unwanted some of those the school does not want; @param stands who
     * was planted
     */
    record Planted(Draft shift, int[] shown, int[] unwanted, int[] stands) {}

    final Town town;
    final List<Planted> shifts = new ArrayList<>();
    final List<List<Draft>> taken = new ArrayList<>();
    final int[] minutes;
    private final RandomGenerator random;

    Planting(Family family, Family.Size size, RandomGenerator random) {
        this.random = random;
        town = new Town(family, size, random);
        minutes = new int[size.officers];
        for (int o = 0; o < size.officers; o++) taken.add(new ArrayList<>());
        int seats = 0;
        int drawn = 0;
        while (seats < size.seats) {
            if (++drawn > 5 * size.seats)
                throw new IllegalStateException("Only %d of %d seats could be planted".formatted(seats, size.seats));
            seats += plant(Draft.draw(family, town.schools.size(), random));
        }
    }

    private int plant(Draft shift) {
        int[] shown = town.mayTake(shift, false);
        var stands = new ArrayList<Integer>();
        while (stands.size() < shift.needs()) {
            int officer = somebody(shift, shown, stands);
            if (officer < 0) return 0;
            stands.add(officer);
        }
        for (int officer : stands) {
            taken.get(officer).add(shift);
            minutes[officer] += shift.quarters() * 15;
        }
        int[] unwanted = town.unwanted.get(shift.school()).isEmpty() ? new int[0] : town.mayTake(shift, true);
        shifts.add(new Planted(shift, shown, unwanted, stands.stream().mapToInt(i -> i).toArray()));
        return stands.size();
    }

    /** Of three who can, the one with the fewest minutes: work is spread, but not evenly. */
    private int somebody(Draft shift, int[] shown, List<Integer> already) {
        int best = -1;
        for (int tries = 0, found = 0; tries < 4 * shown.length && found < 3; tries++) {
            int officer = shown[random.nextInt(shown.length)];
            if (already.contains(officer) || !fits(officer, shift)) continue;
            found++;
            if (best < 0 || minutes[officer] < minutes[best]) best = officer;
        }
        return best;
    }

    private boolean fits(int officer, Draft shift) {
        if (minutes[officer] + shift.quarters() * 15 > LONGEST_WEEK) return false;
        int day = town.beats.get(officer).minutesOfDay()[shift.day()] + shift.quarters() * 15;
        for (Draft other : taken.get(officer)) {
            if (other.meets(shift)) return false;
            if (other.day() == shift.day()) day += other.quarters() * 15;
        }
        return day <= Beat.LONGEST_DAY;
    }
}
