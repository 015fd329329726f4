package org.daywatch.restorative.restraints;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is done about the record of a restraint. */
public sealed interface RestraintCommand {

    String by();

    /** @param who besides the principal has to do with it */
    record Write(RestraintFile file, Given who, LocalDate today, String by) implements RestraintCommand {}

    /** @param why what was wrong */
    record Correct(RestraintFile file, Given who, String why, LocalDate today, String by) implements RestraintCommand {}

    /** Somebody spoke with the student, and with whoever did it. */
    record SpeakAfter(RestraintFile.Talk talk, LocalDate today, String by) implements RestraintCommand {}

    /**
     * Accounts of those who read it besides the principal.
     *
     * @param counselor who speaks with the student. @param officer who was part of it; null: none
     */
    record Given(@Nullable UUID counselor, @Nullable UUID officer) {

        static final Given NOBODY = new Given(null, null);
    }
}
