package org.daywatch.directory.visitors;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.jspecify.annotations.Nullable;

/** Whether a visitor's name is like one that the office must look at before anybody gets a badge. */
public interface VisitorCheck {

    /** BARRED: on the list of people not admitted. The others: what a student's pickup list says of them. */
    enum Matched {
        BARRED, NOT_ALLOWED, DISPUTED
    }

    /**
     * @param listed the name on the list. @param reason as the list has it; empty where the student's own page says
     * more. @param student whose pickup list it is
     */
    record Match(Matched matched, String listed, String reason, @Nullable UUID student) {}

    Optional<Match> of(Campus school, String name, LocalDate day);
}
