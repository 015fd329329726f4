package org.daywatch.scheduling.problem;

/** How long to search. Moves give the same schedule every time; seconds are for people who wait. */
public sealed interface Budget {

    record Moves(long count) implements Budget {
        public Moves {
            if (count < 0) throw new IllegalArgumentException("A budget of moves cannot be " + count);
        }
    }

    record Seconds(double count) implements Budget {
        public Seconds {
            if (!(count >= 0)) throw new IllegalArgumentException("A budget of seconds cannot be " + count);
        }
    }
}
