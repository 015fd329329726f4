package org.daywatch.relationships.threats.glass;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.access.CaseRecord.Kind;
import org.daywatch.platform.access.ReadingRule;
import org.daywatch.platform.events.Decision;
import org.daywatch.relationships.threats.cases.ThreatCase;
import org.daywatch.relationships.threats.cases.ThreatEvent.ThreatGlassBroken;
import org.daywatch.relationships.threats.cases.ThreatRefusal;

/**
 * Somebody said that they must read a case that was not given to them. Pure.
 *
 * @param school of the case. @param told how many were told when it was broken
 */
public record Glass(UUID district, UUID id, UUID caseId, UUID school, UUID person, String by, Opens part, String reason,
        Instant at, Instant until, int told) {

    private static final Duration STAYS_OPEN = ReadingRule.GLASS_STAYS_OPEN;

    /** The case as an officer would read what is shared, or its plan alone. */
    public enum Opens {
        CASE, SAFETY_PLAN;

        public Kind kind() {
            return this == CASE ? Kind.CONCERN : Kind.SAFETY_PLAN;
        }
    }

    /** @param earlier reasons this person gave for this case before: each opening has its own */
    static Decision<Glass> broken(ThreatCase c, UUID id, UUID person, String by, Opens part, String reason,
            Collection<String> earlier, int words, int told, Instant now) {
        if (words(reason) < words)
            return Decision.refuse(ThreatRefusal.GLASS_REASON_SHORT, Map.of("words", words));
        if (earlier.stream().anyMatch(one -> plain(one).equals(plain(reason))))
            return Decision.refuse(ThreatRefusal.GLASS_REASON_AGAIN);
        if (told == 0) return Decision.refuse(ThreatRefusal.GLASS_NOBODY_TOLD);
        return Decision.accept(
                new Glass(c.district(), id, c.id(), c.school(), person, by, part, reason.strip(), now,
                        now.plus(STAYS_OPEN), told),
                new ThreatGlassBroken(c.district(), c.id(), now, c.school(), by));
    }

    private static String plain(String reason) {
        return reason.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private static long words(String reason) {
        return Arrays.stream(reason.strip().split("\\s+")).filter(word -> word.chars().anyMatch(Character::isLetter))
                .count();
    }
}
