package org.daywatch.prevention.rounds.walk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.Days;
import org.daywatch.prevention.checkpoints.Checkpoint;
import org.daywatch.prevention.rounds.Sighting;
import org.daywatch.prevention.rounds.Sighting.Done;
import org.daywatch.prevention.rounds.Sighting.Reason;
import org.daywatch.prevention.rounds.Sighting.Result;
import org.daywatch.prevention.rounds.Sighting.Way;

/** A door sweep that was walked with a pencil, read from the form it is copied into. Pure. */
record PaperSweep(Instant from, Instant to, List<Sighting> seen) {

    private static final int OLDEST_DAYS = 60;

    /** @throws InvalidInput naming every field that is wrong */
    static PaperSweep read(Map<String, String> typed, UUID round, List<Checkpoint> doors, ZoneId zone, Instant now) {
        var wrong = new ArrayList<FieldError>();
        var from = at(typed, "from", zone, wrong);
        var to = at(typed, "to", zone, wrong);
        if (wrong.isEmpty() && !to.isAfter(from))
            wrong.add(new FieldError("to", typed.getOrDefault("to", ""), "rounds.paper.wrong.order"));
        if (wrong.isEmpty() && to.isAfter(now))
            wrong.add(new FieldError("to", typed.getOrDefault("to", ""), "rounds.paper.wrong.future"));
        if (wrong.isEmpty() && from.isBefore(now.minus(OLDEST_DAYS, ChronoUnit.DAYS)))
            wrong.add(new FieldError("day", typed.getOrDefault("day", ""), "rounds.wrong.old"));
        var seen = new ArrayList<Sighting>();
        for (var door : doors) sighting(typed, round, door, to, wrong, seen);
        if (wrong.isEmpty() && seen.isEmpty()) wrong.add(new FieldError("rest", "", "rounds.paper.wrong.nothing"));
        if (!wrong.isEmpty()) throw new InvalidInput(wrong);
        return new PaperSweep(from, to, seen);
    }

    private static Instant at(Map<String, String> typed, String field, ZoneId zone, List<FieldError> wrong) {
        String day = typed.getOrDefault("day", "").strip();
        String time = typed.getOrDefault(field, "").strip();
        try {
            return Days.parse(day).atTime(LocalTime.parse(time)).atZone(zone).toInstant();
        } catch (DateTimeException unreadable) {
            boolean known = day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
            if (known || field.equals("from"))
                wrong.add(new FieldError(known ? field : "day", known ? time : day,
                        known ? "rounds.paper.wrong.time" : "rounds.paper.wrong.day"));
            return Instant.EPOCH;
        }
    }

    /**
     * What stands at a door; one without a word was as it must be where that is said of all of them, and otherwise
     * nobody said.
     */
    private static void sighting(Map<String, String> typed, UUID round, Checkpoint door, Instant at,
            List<FieldError> wrong, List<Sighting> seen) {
        String said = typed.getOrDefault("result-" + door.id(), "").strip();
        if (said.isEmpty() && typed.getOrDefault("rest", "").isEmpty()) return;
        String note = typed.getOrDefault("note-" + door.id(), "").strip();
        if (note.length() > Sighting.LONGEST_NOTE)
            wrong.add(new FieldError("note-" + door.id(), note.substring(0, 40), "rounds.wrong.long"));
        try {
            var result = said.isEmpty() ? Result.AS_IT_MUST_BE : Result.valueOf(said);
            seen.add(new Sighting(Ids.next(), round, door.id(), result,
                    result == Result.NOT_REACHED ? Reason.OTHER : Reason.NONE, Done.UNSAID, note, Way.LIST, at, null));
        } catch (IllegalArgumentException unknown) {
            wrong.add(new FieldError("result-" + door.id(), said, "rounds.wrong.result"));
        }
    }
}
