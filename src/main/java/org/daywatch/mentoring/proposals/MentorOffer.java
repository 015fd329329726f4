package org.daywatch.mentoring.proposals;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An officer who mentors, as far as a proposal asks.
 *
 * @param here on which days of the term they are expected at the school, and from when until when
 * @param papersEnd the last day on which all papers hold; null: one is missing
 * @param room how many students they may take on besides those they have
 */
public record MentorOffer(UUID id, Set<String> interests, Set<String> languages, Map<LocalDate, Hours> here,
        @Nullable LocalDate papersEnd, int room) {}
