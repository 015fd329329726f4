package org.daywatch.restorative.conferences;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A student whom it is about.
 *
 * @param student of the roster. @param prepared the day on which somebody spoke with them alone and they wanted to come
 * @param atDoor they were asked again, before they went in, and still wanted to
 */
public record Participant(UUID id, UUID student, String name, Side side, @Nullable LocalDate prepared,
        boolean atDoor) {

    public static Participant of(UUID id, UUID student, String name, Side side) {
        return new Participant(id, student, name, side, null, false);
    }

    Participant prepared(LocalDate on) {
        return new Participant(id, student, name, side, on, false);
    }

    Participant comesIn() {
        return new Participant(id, student, name, side, prepared, true);
    }

    /** As if nobody had asked them: whoever reads it afterward cannot tell what anybody said. */
    Participant unasked() {
        return of(id, student, name, side);
    }
}
