package org.daywatch.relationships.threats.disclosures;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.relationships.threats.ThreatDoor;
import org.daywatch.relationships.triage.queue.TipDisclosures.Sent;
import org.daywatch.relationships.triage.queue.TipDisclosures;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What went out of the threat assessments and the tips without a name of a whole district (34 CFR 99.32), for whoever
 * keeps its records. Nothing of an assessment or a tip beyond that. The district is bound.
 */
@Component
@Transactional
public class RecordOfDisclosures {

    private static final int MOST = 200;

    private final DisclosureStore store;
    private final TipDisclosures tips;
    private final ThreatDoor door;
    private final Campuses campuses;
    private final AuditLog audit;
    private final Clock clock;

    RecordOfDisclosures(DisclosureStore store, TipDisclosures tips, ThreatDoor door, Campuses campuses,
            AuditLog audit, Clock clock) {
        this.store = store;
        this.tips = tips;
        this.campuses = campuses;
        this.door = door;
        this.audit = audit;
        this.clock = clock;
    }

    /** A line of it: of an assessment, or that a tip without a name went to the police. */
    public sealed interface Kept {

        Campus school();

        Instant at();

        /** Of whom it may be looked for. */
        String names();

        /** Whether each of these words stands in the student's, the school's or the recipient's name. */
        default boolean names(String words) {
            String names = lower(names());
            return Arrays.stream(lower(words).strip().split("[\\s,]+")).allMatch(names::contains);
        }

        private static String lower(String words) {
            return words.toLowerCase(Locale.ROOT);
        }
    }

    /** @param student as the assessment names them */
    public record OfCase(Disclosure disclosure, Campus school, String student) implements Kept {

        @Override
        public Instant at() {
            return disclosure.at();
        }

        @Override
        public String names() {
            return String.join(" ", student, school.name(), disclosure.recipient().name());
        }
    }

    /** Whom it tells of nobody knows, and why it was sent stays with the tip. */
    public record OfTip(Sent sent, Campus school) implements Kept {

        @Override
        public Instant at() {
            return sent.at();
        }

        @Override
        public String names() {
            return String.join(" ", school.name(), sent.recipient());
        }
    }

    /** @param shown the latest first. @param more how many there are beyond these */
    public record Found(List<Kept> shown, int more, Instant now) {}

    /** @param words blank: all. @throws NotFound where these pages are not used */
    public Found find(Actor keeper, String words) {
        if (!door.isOpen()) throw new NotFound("the record of disclosures");
        var cases = new HashMap<UUID, Optional<ThreatDoor.Seen>>();
        Stream<Kept> ofCases = store.all().stream().flatMap(d -> cases
                .computeIfAbsent(d.caseId(), id -> door.kept(keeper, id)).stream()
                .map(seen -> new OfCase(d, seen.at().school(), seen.threat().file().student().name())));
        var found = Stream.concat(ofCases, ofTips(keeper)).filter(kept -> kept.names(words))
                .sorted(Comparator.comparing(Kept::at).reversed()).toList();
        audit.read("RecordOfDisclosures", "district " + keeper.tenant(),
                Map.of("lines", found.size()));
        return new Found(found.stream().limit(MOST).toList(), Math.max(0, found.size() - MOST), clock.instant());
    }

    private Stream<Kept> ofTips(Actor keeper) {
        var sent = tips.all();
        var schools = campuses.list(sent.stream().map(Sent::school).collect(Collectors.toSet())).stream()
                .filter(school -> door.keepsOfTips(keeper, school))
                .collect(Collectors.toMap(Campus::id, school -> school));
        return sent.stream().filter(one -> schools.containsKey(one.school()))
                .map(one -> new OfTip(one, schools.get(one.school())));
    }
}
