package org.daywatch.bench.roster.planted;

import java.util.List;

/**
 * The character of a planted problem.
 *
 * @param tightness minutes planted, of all minutes the officers' caps leave
 * @param held share of officers who hold each of the five credentials
 * @param evening share of weekday shifts that begin in the afternoon or later
 * @param clustered schools and homes in a few towns instead of spread evenly
 * @param blocked share of schools with a list of unwanted officers; the lists are long-tailed
 * @param doubled share of shifts that need two officers
 * @param lure how dear full weeks and crowded moments are, in percent; the dearer, the more the first best is a mistake
 */
public record Family(String name, double tightness, List<Double> held, double evening, boolean clustered,
        double blocked, double doubled, int lure) {

    private static final List<Double> EVEN = List.of(.55, .55, .55, .55, .55);
    private static final List<Double> SKEWED = List.of(.95, .75, .5, .3, .15);

    public static final Family PLAIN = new Family("plain", .8, EVEN, .25, false, 0, 0, 50);

    public static final List<Family> ALL = List.of(PLAIN,
            new Family("loose", .6, EVEN, .25, false, 0, 0, 50),
            new Family("tight", .95, EVEN, .25, false, 0, 0, 50),
            new Family("skewed", .8, SKEWED, .25, false, 0, 0, 50),
            new Family("evening", .8, EVEN, .6, false, 0, 0, 50),
            new Family("clustered", .8, EVEN, .25, true, 0, 0, 50),
            new Family("blacklist", .8, EVEN, .25, false, .4, 0, 50),
            new Family("doubled", .8, EVEN, .25, false, 0, .15, 50),
            new Family("luring", .8, EVEN, .25, false, 0, 0, 150));

    /** @param seats how many are planted; every one of them can be filled */
    public enum Size {
        TINY(20, 60), S(200, 700), M(1000, 3500), L(5000, 17500);

        public final int officers;
        public final int seats;

        Size(int officers, int seats) {
            this.officers = officers;
            this.seats = seats;
        }
    }
}
