package org.daywatch.staffing.fairness;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One officer's month, or his last weeks.
 *
 * @param shown    posts he could have taken, each once
 * @param asked    of these, those for which he was asked by name
 * @param missed   shown to him, and gone or over without his saying anything
 * @param open     still to be had
 * @param cancelled taken away by the school or its calendar; not among those shown
 * @param minutes  worked within his posts, from check-in to check-out
 * @param cents    what they earned at the rates in force on their days; null where one of his shifts has none
 */
public record Share(UUID officer, String name, UUID group, String department, long shown, long asked, long accepted, long declined, long givenBack, long missed, long open, long cancelled,
                    long minutes, @Nullable Long cents) {}
