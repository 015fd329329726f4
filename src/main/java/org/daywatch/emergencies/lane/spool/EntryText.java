package org.daywatch.emergencies.lane.spool;

import java.util.Optional;
import java.util.UUID;
import org.daywatch.emergencies.lane.LaneEntry;
import tools.jackson.databind.json.JsonMapper;

/** Entries as one line of text: a letter for their kind, then JSON. */
public final class EntryText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EntryText() {}

    public static String of(LaneEntry entry) {
        return (entry instanceof LaneEntry.Press ? "P " : "A ") + JSON.writeValueAsString(entry);
    }

    /** Empty for a line that is no entry. */
    public static Optional<LaneEntry> read(String text) {
        if (text.startsWith("P ")) return Optional.of(JSON.readValue(text.substring(2), LaneEntry.Press.class));
        if (text.startsWith("A ")) return Optional.of(JSON.readValue(text.substring(2), LaneEntry.Ack.class));
        return Optional.empty();
    }

    /** What the sender of an entry was told, so that they are told the same after a restart. */
    public record Told(UUID agency, UUID id, UUID alert) {

        public String text() {
            return "T " + agency + " " + id + " " + alert;
        }

        public static Optional<Told> read(String text) {
            if (!text.startsWith("T ")) return Optional.empty();
            String[] part = text.split(" ");
            return Optional.of(new Told(UUID.fromString(part[1]), UUID.fromString(part[2]), UUID.fromString(part[3])));
        }
    }
}
