package org.daywatch.platform.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What earlier chapters made, by name, for the later ones; and the day the story is told. */
public final class DemoStory {

    private final UUID agency;
    private final LocalDate today;
    private final Map<String, UUID> ids = new HashMap<>();

    public DemoStory(UUID agency, LocalDate today) {
        this.agency = agency;
        this.today = today;
    }

    public UUID agency() {
        return agency;
    }

    /** Today in Arizona. */
    public LocalDate today() {
        return today;
    }

    public void remember(String name, UUID id) {
        if (ids.put(name, id) != null) throw new IllegalStateException("the demo names '" + name + "' twice");
    }

    public UUID the(String name) {
        UUID id = ids.get(name);
        if (id == null) throw new IllegalStateException("no earlier chapter made '" + name + "'; known: " + ids.keySet());
        return id;
    }
}
