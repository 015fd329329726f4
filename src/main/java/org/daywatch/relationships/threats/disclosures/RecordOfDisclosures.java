package org.daywatch.relationships.threats.disclosures;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.relationships.threats.ThreatDoor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What went out of the threat assessments of a whole district (34 CFR 99.32), for whoever keeps its records. Nothing of
 * an assessment beyond that. The district is bound.
 */
@Component
@Transactional
public class RecordOfDisclosures {

    private static final int MOST = 200;

    private final DisclosureStore store;
    private final ThreatDoor door;
    private final AuditLog audit;
    private final Clock clock;

    RecordOfDisclosures(DisclosureStore store, ThreatDoor door, AuditLog audit, Clock clock) {
        this.store = store;
        this.door = door;
        this.audit = audit;
        this.clock = clock;
    }

    /** A line of it. @param student as the assessment names them */
    public record Kept(Disclosure disclosure, Campus school, String student) {

        /** Whether each of these words stands in the student's, the school's or the recipient's name. */
        boolean names(String words) {
            String names = lower(String.join(" ", student, school.name(), disclosure.recipient().name()));
            return Arrays.stream(lower(words).strip().split("[\\s,]+")).allMatch(names::contains);
        }

        private static String lower(String words) {
            return words.toLowerCase(Locale.ROOT);
        }
    }

    /** @param shown the latest first. @param more how many there are beyond these */
    public record Found(List<Kept> shown, int more, Instant now) {}

    /** @param words blank: all. @throws NotFound where these pages are not used */
    public Found find(Actor keeper, String words) {
        if (!door.isOpen()) throw new NotFound("the record of disclosures");
        var cases = new HashMap<UUID, Optional<ThreatDoor.Seen>>();
        var found = store.all().stream().flatMap(d -> cases
                .computeIfAbsent(d.caseId(), id -> door.kept(keeper, id)).stream()
                .map(seen -> new Kept(d, seen.at().school(), seen.threat().file().student().name())))
                .filter(kept -> kept.names(words)).toList();
        audit.read("RecordOfDisclosures", "district " + keeper.tenant(),
                Map.of("lines", found.size()));
        return new Found(found.stream().limit(MOST).toList(), Math.max(0, found.size() - MOST), clock.instant());
    }
}
