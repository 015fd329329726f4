package org.daywatch.staffing.fairness;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One officer's month, or their last weeks.
 *
 * @param shown posts they could have taken, each once
 * @param asked of these, those for which they were asked by name
 * @param missed shown to them, and gone or over without their saying anything
 * @param open still to be had
 * @param cancelled taken away by the school or its calendar; not among those shown
 * @param minutes worked within their posts, from check-in to check-out
 * @param cents what they earned at the rates in force on their days; null where one of their shifts has none
 */
public record Share(UUID officer, String name, UUID group, String department, long shown, long asked, long accepted,
        long declined, long givenBack, long missed, long open, long cancelled,
        long minutes, @Nullable Long cents) {}
