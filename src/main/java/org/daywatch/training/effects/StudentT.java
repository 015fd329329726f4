package org.daywatch.training.effects;

/** Student's t distribution, for intervals from few students. The degrees of freedom need not be whole. */
final class StudentT {

    private static final int STEPS = 200;
    private static final double TINY = 1e-300;
    private static final double CLOSE = 1e-15;
    private static final double[] LANCZOS = {676.5203681218851, -1259.1392167224028, 771.32342877765313,
            -176.61502916214059, 12.507343278686905, -0.13857109526572012,
            9.9843695780195716e-6, 1.5056327351493116e-7};

    private StudentT() {}

    /** The number that so much of the distribution lies below; 0.975 for an interval of 95 %. */
    static double quantile(double share, double freedom) {
        if (!(share > 0.5 && share < 1) || !(freedom > 0))
            throw new IllegalArgumentException("share " + share + ", degrees of freedom " + freedom);
        double low = 0;
        double high = 1;
        while (below(high, freedom) < share) high *= 2;
        for (int i = 0; i < STEPS && high - low > CLOSE * high; i++) {
            double middle = (low + high) / 2;
            if (below(middle, freedom) < share) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }

    /** How much of the distribution lies below t, for t not under zero. */
    static double below(double t, double freedom) {
        return 1 - incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5) / 2;
    }

    /** The regularised incomplete beta function. */
    private static double incompleteBeta(double x, double a, double b) {
        if (x <= 0) return 0;
        if (x >= 1) return 1;
        double front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
        return x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b;
    }

    /** Its continued fraction, by the method of Lentz. */
    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / away(1 - (a + b) * x / (a + 1));
        double sum = d;
        for (int m = 1; m <= STEPS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / away(1 + even * d);
            c = away(1 + even / c);
            sum *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / away(1 + odd * d);
            c = away(1 + odd / c);
            double step = d * c;
            sum *= step;
            if (Math.abs(step - 1) < CLOSE) break;
        }
        return sum;
    }

    private static double away(double from) {
        return Math.abs(from) < TINY ? TINY : from;
    }

    /** By the approximation of Lanczos, for arguments above zero. */
    private static double logGamma(double x) {
        if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
        double sum = 0.99999999999980993;
        for (int i = 0; i < LANCZOS.length; i++) sum += LANCZOS[i] / (x + i);
        double t = x + LANCZOS.length - 1.5;
        return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
    }
}
