package org.daywatch.relationships.tips.sealing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door's keys: one for a day, the one before for an hour more. They lie on no disk and end with the process, so
 * what a network recorded is opened by nobody later.
 */
@Component
public class DoorSealing {

    /** What a sealed body says it is, both ways. */
    public static final String TYPE = "application/x-daywatch-sealed";

    static final Duration DAY = Duration.ofDays(1);
    static final Duration LATE = Duration.ofHours(1);

    private final Clock clock;
    private DoorKey today = DoorKey.made();
    private Instant ends;
    private @Nullable DoorKey before;
    private Instant beforeEnds = Instant.MIN;

    DoorSealing(Clock clock) {
        this.clock = clock;
        ends = clock.instant().plus(DAY);
    }

    /** The one to seal with: the point of its public half, uncompressed, in Base64. */
    public synchronized String shown() {
        turn();
        return today.shown();
    }

    /** @return empty, whatever is wrong with it */
    public Optional<OpenedLetter> open(String path, byte[] body) {
        return meant(body).flatMap(key -> key.open(path, body));
    }

    private synchronized Optional<DoorKey> meant(byte[] body) {
        turn();
        if (today.isMeant(body)) return Optional.of(today);
        return Optional.ofNullable(before).filter(key -> key.isMeant(body));
    }

    /** Called each minute too: what is over is forgotten also where nobody comes. */
    public synchronized void turn() {
        var now = clock.instant();
        if (!now.isBefore(ends) || today.isFull()) {
            before = today;
            beforeEnds = now.plus(LATE);
            today = DoorKey.made();
            ends = now.plus(DAY);
        }
        if (!now.isBefore(beforeEnds)) before = null;
    }
}
