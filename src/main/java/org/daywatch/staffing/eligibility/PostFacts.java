package org.daywatch.staffing.eligibility;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.terms.AskingOrder;

/**
 * What is asked of a post.
 *
 * @param postedRank departments up to this rank have been asked; 0 while nobody has
 * @param order which department is asked first, second…
 */
public record PostFacts(UUID id, UUID schoolId, String school, String level, String state, ZoneId zone, String role,
        LocalDate day, Window window,
        String workKind, int postedRank, AskingOrder order) {}
