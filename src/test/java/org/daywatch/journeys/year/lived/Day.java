package org.daywatch.journeys.year.lived;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What happens on a day, each thing at its hour; of two at the same moment the one that was entered first comes first.
 * Where nobody waits for what others hear of it, the day is one transaction: what follows from it is heard in the
 * evening.
 */
public final class Day {

    private record Happening(Instant at, Runnable what) {}

    private final List<Happening> happenings = new ArrayList<>();
    private boolean seenAtOnce;

    public void at(Instant moment, Runnable what) {
        happenings.add(new Happening(moment, what));
    }

    /** Others must have seen what happened before this. */
    public void atOnce(Instant moment, Runnable what) {
        seenAtOnce = true;
        at(moment, what);
    }

    public void live(Stage stage) {
        if (seenAtOnce) inOrder(stage);
        else if (!happenings.isEmpty()) stage.run(() -> inOrder(stage));
    }

    private void inOrder(Stage stage) {
        happenings.stream().sorted(Comparator.comparing(Happening::at)).forEach(h -> {
            stage.itIs(h.at());
            h.what().run();
        });
    }
}
