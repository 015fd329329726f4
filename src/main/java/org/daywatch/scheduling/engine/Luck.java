package org.daywatch.scheduling.engine;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Chance that can be repeated: a named algorithm, so that the same seed gives the same schedule on every machine. */
final class Luck {

    private static final int STEPS = 1 << 12;
    private static final double[] LOG = new double[STEPS];

    static {
        for (int i = 0; i < STEPS; i++) LOG[i] = StrictMath.log((i + 0.5) / STEPS);
    }

    private final RandomGenerator generator;

    Luck(long seed) {
        generator = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** From 0 up to, not including, {@code bound}. */
    int below(int bound) {
        return (int) Math.unsignedMultiplyHigh(generator.nextLong(), bound);
    }

    /** The logarithm of a number between 0 and 1: what a temperature is multiplied with. */
    double log() {
        return LOG[below(STEPS)];
    }
}
