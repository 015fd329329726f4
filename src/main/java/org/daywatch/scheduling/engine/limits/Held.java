package org.daywatch.scheduling.engine.limits;

import java.util.List;
import org.daywatch.platform.time.Window;

/** The seats an officer would hold, as the rules ask for them. Numbers are valid until the next question. */
public interface Held {

    /**
     * Gathers the officer's seats with the pair in question first and without up to two others (−1: none).
     *
     * @return how many; their times stand in {@link #from} and {@link #to}
     */
    int gather(int pair, int except, int alsoExcept);

    int from(int index);

    int to(int index);

    /**
     * The same seats as windows, the one in question first; {@code judged} says which of them no acceptance has
     * settled.
     */
    List<Seat> seats(int pair, int except, int alsoExcept);

    record Seat(Window window, boolean judged) {}
}
