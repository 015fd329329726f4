package org.daywatch.mentoring.mentors;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.daywatch.mentoring.mentors.MentorScreening.Passed;
import org.jspecify.annotations.Nullable;

/**
 * An officer who mentors in a district.
 *
 * @param person the account they sign in with. @param most matches they may carry at once
 * @param endedOn since when they mentor no more; null: they do
 */
public record Mentor(UUID agency, UUID district, UUID person, UUID officer, String name, Set<String> interests,
        Set<String> languages, int most, LocalDate screenedOn, Passed papers, @Nullable LocalDate endedOn) {

    /** Until when their papers let them be matched; null: not at all. */
    public @Nullable LocalDate until() {
        return endedOn == null ? papers.until() : null;
    }

    /** Their papers let them meet a student on that day, also where they ended since. */
    public boolean meets(LocalDate day) {
        return (endedOn == null || day.isBefore(endedOn)) && !day.isAfter(papers.until());
    }

    public boolean isScreened(LocalDate day) {
        return endedOn == null && !day.isAfter(papers.until());
    }
}
