package org.daywatch.staffing.fairness;

import java.util.UUID;

/**
 * One officer's month, or his last weeks.
 *
 * @param shown    posts he could have taken, each once
 * @param asked    of these, those for which he was asked by name
 * @param missed   shown to him, and gone or over without his saying anything
 * @param open     still to be had
 * @param minutes  worked within his posts, from check-in to check-out
 */
public record Share(UUID officer, String name, UUID group, String department, long shown, long asked, long accepted, long declined, long givenBack, long missed, long open,
                    long minutes) {}
