package org.daywatch.mentoring.proposals;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A student who waits for a mentor, as far as a proposal asks. Why they were referred is not among it.
 *
 * @param wish whom they ask for; null: nobody. @param vetoes whom they do not want
 * @param free when they may leave class, by weekday
 */
public record MentoredStudent(UUID id, Set<String> interests, Set<String> languages, @Nullable UUID wish,
        Set<UUID> vetoes, Map<DayOfWeek, List<Hours>> free) {}
