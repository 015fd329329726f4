package org.daywatch.platform.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;
import org.daywatch.platform.time.DemoClock;

/** What earlier chapters made, by name, for the later ones; and the clock they move from event to event. */
public final class DemoStory {

    /** The morning on which the demonstration opens. */
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 17);
    public static final LocalTime OPENS_AT = LocalTime.of(9, 40);
    public static final ZoneId ZONE = ZoneId.of("America/Phoenix");

    private final UUID agency;
    private final DemoClock clock;
    private final Map<String, UUID> ids = new HashMap<>();
    private final PriorityQueue<Later> later = new PriorityQueue<>(Comparator.comparing(Later::at));

    DemoStory(UUID agency, DemoClock clock) {
        this.agency = agency;
        this.clock = clock;
    }

    public UUID agency() {
        return agency;
    }

    public LocalDate today() {
        return TODAY;
    }

    /** What happens on a day that a later chapter tells: it runs when the story passes that moment. */
    public void whenItIs(LocalDate day, LocalTime time, Runnable what) {
        later.add(new Later(day.atTime(time).atZone(ZONE).toInstant(), what));
    }

    private record Later(Instant at, Runnable what) {}

    /** It is now that day and hour in Arizona; the story only goes forward. */
    public Instant itIs(LocalDate day, LocalTime time) {
        var instant = day.atTime(time).atZone(ZONE).toInstant();
        for (var next = later.peek(); next != null && !next.at().isAfter(instant); next = later.peek()) {
            later.poll();
            clock.standAt(next.at());
            next.what().run();
        }
        if (instant.isBefore(clock.instant()))
            throw new IllegalStateException("the story would go back to " + day + " " + time);
        clock.standAt(instant);
        return instant;
    }

    public void remember(String name, UUID id) {
        if (ids.put(name, id) != null) throw new IllegalStateException("the demo names '" + name + "' twice");
    }

    public UUID the(String name) {
        UUID id = ids.get(name);
        if (id == null)
            throw new IllegalStateException("no earlier chapter made '" + name + "'; known: " + ids.keySet());
        return id;
    }
}
