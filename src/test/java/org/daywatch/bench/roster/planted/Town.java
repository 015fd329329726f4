package org.daywatch.bench.roster.planted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Officers and schools of a planted problem, drawn from a seed: who lives where, holds what, has duty when, is wanted
 * where.
 */
final class Town {

    static final int CREDENTIALS = 5;
    /** A shift is shown to so many of those who may take it: the nearest, and some from farther away. */
    static final int SHOWN = 60;
    private static final int NEAREST = 45;

    final List<double[]> schools = new ArrayList<>();
    final List<double[]> homes = new ArrayList<>();
    final List<Beat> beats = new ArrayList<>();
    final List<Set<Integer>> unwanted = new ArrayList<>();
    final int[] holds;
    private final RandomGenerator random;

    Town(Family family, Family.Size size, RandomGenerator random) {
        this.random = random;
        var centers = new ArrayList<double[]>();
        for (int i = 0; i < 6; i++) centers.add(new double[] {random.nextDouble(), random.nextDouble()});
        holds = new int[size.officers];
        for (int o = 0; o < size.officers; o++) {
            homes.add(place(family, centers));
            beats.add(Beat.draw(random));
            for (int c = 0; c < CREDENTIALS; c++) if (random.nextDouble() < family.held().get(c)) holds[o] |= 1 << c;
        }
        for (int s = 0; s < Math.max(3, size.seats / 6); s++) {
            schools.add(place(family, centers));
            unwanted.add(random.nextDouble() < family.blocked() ? list(size.officers) : Set.of());
        }
    }

    private double[] place(Family family, List<double[]> centers) {
        if (!family.clustered()) return new double[] {random.nextDouble(), random.nextDouble()};
        var center = centers.get(random.nextInt(centers.size()));
        return new double[] {center[0] + random.nextGaussian() * .04, center[1] + random.nextGaussian() * .04};
    }

    /** Most lists are short, a few hold a third of all officers. */
    private Set<Integer> list(int officers) {
        int length = (int) Math.min(officers / 3.0, officers * .01 / Math.pow(1 - random.nextDouble(), 1.2));
        var list = new HashSet<Integer>();
        for (int i = 0; i < length; i++) list.add(random.nextInt(officers));
        return list;
    }

    /**
     * Who may take it by every rule that looks at one shift alone, the nearest first; {@code unwanted} tells whom to
     * look for.
     */
    int[] mayTake(Draft shift, boolean unwantedOnes) {
        double[] at = schools.get(shift.school());
        long bit = Beat.bit(shift.day(), shift.form());
        long[] near = new long[holds.length];
        int found = 0;
        for (int o = 0; o < holds.length; o++) {
            if ((holds[o] & shift.requires()) != shift.requires() || (beats.get(o).free() & bit) == 0) continue;
            if (unwanted.get(shift.school()).contains(o) != unwantedOnes) continue;
            double far = Math.hypot(homes.get(o)[0] - at[0], homes.get(o)[1] - at[1]);
            near[found++] = ((long) (far * 1e6) << 20) | o;
        }
        Arrays.sort(near, 0, found);
        return shown(near, found);
    }

    private int[] shown(long[] near, int found) {
        for (int i = NEAREST; i < Math.min(found, SHOWN); i++) {
            int other = i + random.nextInt(found - i);
            long swap = near[i];
            near[i] = near[other];
            near[other] = swap;
        }
        return Arrays.stream(near, 0, Math.min(found, SHOWN)).mapToInt(key -> (int) (key & 0xFFFFF)).toArray();
    }
}
