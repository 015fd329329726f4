package org.daywatch.staffing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What an officer must hold where they stand, by the rules that judge their shifts. */
public interface TrainingAsked {

    /**
     * What one rule says against their file.
     *
     * @param missing they may not stand there without it; otherwise it ends or is due soon
     * @param words the rule with its figures, in the reader's language; @param mend what would mend it
     * @param rules by version
     */
    record Lack(boolean missing, String words, String mend, List<String> rules) {}

    /** @param asked versions of every rule that was asked on that day; @param lacks empty: their file has all of it */
    record Judged(String school, LocalDate day, List<String> asked, List<Lack> lacks) {}

    /** For their next shift, else for their last one; empty where they never had one. Asked as the agency. */
    Optional<Judged> of(UUID officer, String language);
}
