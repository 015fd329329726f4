package org.daywatch.scheduling.bound;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Stretches of time of which an officer can take one at most, found greedily so that every two that exclude each other
 * stand in one such set together. Stretches are numbered by their end; for plain overlaps, with or without a rest, that
 * gives the maximal sets.
 */
final class Cliques {

    private Cliques() {}

    /** @param apart symmetric: these two exclude each other; every one excludes itself */
    static List<BitSet> covering(BitSet[] apart) {
        var found = new ArrayList<BitSet>();
        var together = new BitSet[apart.length];
        for (int i = 0; i < apart.length; i++) together[i] = new BitSet();
        for (int i = 0; i < apart.length; i++) {
            for (int j = missing(apart[i], together[i], i); j >= 0; j = missing(apart[i], together[i], i))
                add(grown(apart, i, j), together, found);
            if (together[i].isEmpty()) add(grown(apart, i, i), together, found);
        }
        return found;
    }

    private static void add(BitSet set, BitSet[] together, List<BitSet> found) {
        set.stream().forEach(k -> together[k].or(set));
        found.add(set);
    }

    /** The first later one that excludes {@code i} and stands in no set with it yet; −1 without one. */
    private static int missing(BitSet apart, BitSet together, int i) {
        for (int j = apart.nextSetBit(i + 1); j >= 0; j = apart.nextSetBit(j + 1)) {
            if (!together.get(j)) return j;
        }
        return -1;
    }

    private static BitSet grown(BitSet[] apart, int i, int with) {
        var set = new BitSet();
        set.set(i);
        set.set(with);
        var fit = (BitSet) apart[i].clone();
        fit.and(apart[with]);
        for (int k = fit.nextSetBit(i + 1); k >= 0; k = fit.nextSetBit(k + 1)) {
            if (set.get(k)) continue;
            set.set(k);
            fit.and(apart[k]);
        }
        return set;
    }

    /** The same, each stretch in one set only. */
    static List<BitSet> partition(BitSet[] apart, BitSet of) {
        var left = (BitSet) of.clone();
        var parts = new ArrayList<BitSet>();
        for (int i = left.nextSetBit(0); i >= 0; i = left.nextSetBit(i)) {
            var part = new BitSet();
            var fit = (BitSet) apart[i].clone();
            fit.and(left);
            for (int k = fit.nextSetBit(i); k >= 0; k = fit.nextSetBit(k + 1)) {
                part.set(k);
                fit.and(apart[k]);
            }
            left.andNot(part);
            parts.add(part);
        }
        return parts;
    }
}
