package org.daywatch.restorative.diversions;

import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.restorative.diversions.DiversionEnd.Without;
import org.daywatch.restorative.diversions.DiversionFile.Answer;
import org.jspecify.annotations.Nullable;

/** What is done about a diversion. Days are the school's. */
public sealed interface DiversionCommand {

    LocalDate on();

    LocalDate today();

    String by();

    /** @param kind a label. @param words what exactly, may be empty */
    record Offer(String kind, String words, LocalDate on, LocalDate today, String by) implements DiversionCommand {}

    /** Student and parents said yes or no; they may say otherwise until help began. */
    record Reply(int offer, Answer answer, LocalDate on, LocalDate today, String by) implements DiversionCommand {}

    /** What was accepted began. */
    record Help(int offer, LocalDate on, LocalDate today, String by) implements DiversionCommand {}

    /** Help took the place of exclusion. */
    record Settle(String words, LocalDate on, LocalDate today, String by) implements DiversionCommand {}

    /** @param days of school; null: for good. @param without why nothing was offered and answered before */
    record Exclude(Exclusion exclusion, @Nullable Integer days, @Nullable Without without, String words, LocalDate on,
            LocalDate today, String by) implements DiversionCommand {}

    /** It was begun by mistake. */
    record Strike(String words, LocalDate on, LocalDate today, String by) implements DiversionCommand {}

    /** @param counselor the account of whoever goes on with it */
    record Hand(UUID counselor, LocalDate on, LocalDate today, String by) implements DiversionCommand {}
}
