package org.daywatch.emergencies;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who has command of what people do about an alert, as whoever keeps that answers it. */
public interface Commanding {

    /** @param person null for somebody without an account here */
    record Commander(@Nullable UUID person, String name) {}

    /**
     * Empty while nobody has taken command, or the incident is not opened yet or closed. @param alert it is its
     * incident's id too
     */
    Optional<Commander> of(UUID alert);
}
