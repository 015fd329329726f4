package org.daywatch.year.lived;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What happens on a day, each thing at its hour; of two at the same moment the one that was entered first comes first. */
public final class Day {

    private record Happening(Instant at, Runnable what) {}

    private final List<Happening> happenings = new ArrayList<>();

    public void at(Instant moment, Runnable what) {
        happenings.add(new Happening(moment, what));
    }

    public void live(Stage stage) {
        happenings.stream().sorted(Comparator.comparing(Happening::at)).forEach(h -> {
            stage.itIs(h.at());
            h.what().run();
        });
    }
}
