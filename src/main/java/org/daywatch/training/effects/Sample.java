package org.daywatch.training.effects;

import java.util.stream.IntStream;

/** Numbers of one kind, one for each student, and what can be said of their mean. */
record Sample(double... values) {

    private static final double SHARE = 0.975; // two sides of 2.5 % each: intervals of 95 %

    int size() {
        return values.length;
    }

    double mean() {
        double sum = 0;
        for (double v : values) sum += v;
        return sum / values.length;
    }

    /** With one less than their number below the line; unknown for a single one. */
    double variance() {
        double mean = mean();
        double sum = 0;
        for (double v : values) sum += (v - mean) * (v - mean);
        return sum / (values.length - 1);
    }

    Sample minus(Sample other) {
        return new Sample(IntStream.range(0, values.length).mapToDouble(i -> values[i] - other.values[i]).toArray());
    }

    /** The mean with Student's interval. */
    Figure average() {
        if (size() == 0) return Figure.UNKNOWN;
        if (size() == 1) return Figure.known(mean());
        double half = StudentT.quantile(SHARE, size() - 1) * Math.sqrt(variance() / size());
        return Figure.within(mean(), mean() - half, mean() + half);
    }

    /**
     * How much larger this mean is than another one's that stands on other students, with the interval of Welch, who
     * does not ask for equal spread.
     */
    Figure above(Sample other) {
        if (size() < 2 || other.size() < 2) return Figure.UNKNOWN;
        double difference = mean() - other.mean();
        double own = variance() / size();
        double theirs = other.variance() / other.size();
        double both = own + theirs;
        if (both == 0) return Figure.within(difference, difference, difference);
        double freedom = both * both / (own * own / (size() - 1) + theirs * theirs / (other.size() - 1));
        double half = StudentT.quantile(SHARE, freedom) * Math.sqrt(both);
        return Figure.within(difference, difference - half, difference + half);
    }

    /**
     * This mean as a part of another one's that stands on the same students, with the interval of Fieller. Where the
     * other mean may be zero by its own interval, the part has no interval.
     */
    Figure partOf(Sample whole) {
        int n = size();
        if (n == 0 || whole.mean() == 0) return Figure.UNKNOWN;
        double part = mean() / whole.mean();
        if (n == 1) return Figure.known(part);
        double t = StudentT.quantile(SHARE, n - 1);
        double square = t * t / n;
        double a = whole.mean() * whole.mean() - square * whole.variance();
        double b = mean() * whole.mean() - square * covariance(whole);
        double c = mean() * mean() - square * variance();
        if (a <= 0) return Figure.known(part);
        double root = Math.sqrt(Math.max(0, b * b - a * c));
        return Figure.within(part, (b - root) / a, (b + root) / a);
    }

    private double covariance(Sample other) {
        double mean = mean();
        double theirs = other.mean();
        double sum = 0;
        for (int i = 0; i < values.length; i++) sum += (values[i] - mean) * (other.values[i] - theirs);
        return sum / (values.length - 1);
    }
}
