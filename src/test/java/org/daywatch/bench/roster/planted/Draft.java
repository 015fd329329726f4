package org.daywatch.bench.roster.planted;

import java.util.random.RandomGenerator;

/** A shift before anybody stands there. @param requires bits of the five credentials */
record Draft(int school, int day, int form, int requires, int priority, int needs) {

    private static final int SATURDAY = 5;

    static Draft draw(Family family, int schools, RandomGenerator random) {
        boolean saturday = random.nextDouble() < .06;
        int form = saturday
                ? 7 + random.nextInt(2)
                : random.nextDouble() < family.evening() ? 4 + random.nextInt(3) : random.nextInt(4);
        int requires = 0;
        double asked = random.nextDouble();
        if (asked < .7) requires |= 1 << random.nextInt(Town.CREDENTIALS);
        if (asked < .2) requires |= 1 << random.nextInt(Town.CREDENTIALS);
        double urgent = random.nextDouble();
        int priority = urgent < .1 ? 1 : urgent < .46 ? 2 : 3;
        return new Draft(random.nextInt(schools), saturday ? SATURDAY : random.nextInt(5), form, requires, priority,
                random.nextDouble() < family.doubled() ? 2 : 1);
    }

    int from() {
        return day * Beat.DAY + Form.ALL.get(form).from();
    }

    int to() {
        return day * Beat.DAY + Form.ALL.get(form).to();
    }

    int quarters() {
        return Form.ALL.get(form).length() / 15;
    }

    boolean meets(Draft other) {
        return from() < other.to() && other.from() < to();
    }
}
