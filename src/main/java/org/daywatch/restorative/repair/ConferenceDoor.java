package org.daywatch.restorative.repair;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.consents.ConsentAnswer;
import org.daywatch.directory.consents.Consents;
import org.daywatch.directory.protection.StudentSearch;
import org.daywatch.platform.access.CaseReader;
import org.daywatch.platform.access.CaseReader.Part;
import org.daywatch.platform.access.CaseReader.Purpose;
import org.daywatch.platform.access.CaseRecord;
import org.daywatch.platform.access.CaseRecord.Consent;
import org.daywatch.platform.access.CaseRecord.Kind;
import org.daywatch.platform.access.ReadingAnswer;
import org.daywatch.platform.access.ReadingRule;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Organizations.Placed;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.restorative.conferences.Conference;
import org.daywatch.restorative.conferences.ConferenceCommand;
import org.daywatch.restorative.conferences.Participant;
import org.daywatch.staffing.OfficerSchools;
import org.daywatch.staffing.SchoolOfficers;
import org.springframework.stereotype.Component;

/** Who enters which conference: asks {@link ReadingRule} and nothing else. For everybody else it is not there. */
@Component
public class ConferenceDoor {

    private static final Map<Role, Part> PARTS = Map.of(Role.COUNSELOR, Part.COUNSELOR, Role.PRINCIPAL, Part.PRINCIPAL,
            Role.TEACHER, Part.TEACHER, Role.OFFICER, Part.OFFICER);
    private static final int KNOWN_WEEKS = 4;

    private final ConferenceStore conferences;
    private final Consents consents;
    private final Campuses campuses;
    private final OfficerSchools officers;
    private final SchoolOfficers known;
    private final StudentSearch search;
    private final Organizations organizations;
    private final AuditLog audit;
    private final Clock clock;

    ConferenceDoor(ConferenceStore conferences, Consents consents, Campuses campuses, OfficerSchools officers,
            SchoolOfficers known, StudentSearch search, Organizations organizations, AuditLog audit, Clock clock) {
        this.conferences = conferences;
        this.consents = consents;
        this.campuses = campuses;
        this.officers = officers;
        this.known = known;
        this.search = search;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    /** Somebody at a school. */
    public record Entry(Actor actor, Campus school, LocalDate today) {

        public ConferenceCommand.By by() {
            return new ConferenceCommand.By(actor.person(), actor.name(), actor.role() == Role.COUNSELOR
                    ? ConferenceCommand.Part.LEAD
                    : ConferenceCommand.Part.NOBODY);
        }
    }

    /** A conference as its reader comes upon it. */
    public record Found(Entry at, Conference conference) {}

    /** An officer only where they are on post this moment. */
    public List<Entry> entries(Actor actor) {
        if (!PARTS.containsKey(actor.role())) throw new NotFound("conferences for " + actor.role());
        var schools = actor.role() != Role.OFFICER
                ? actor.school() == null ? List.<Campus>of() : campuses.find(actor.school()).stream().toList()
                : officers.of(actor.person()).keySet().stream()
                        .filter(school -> officers.at(school).containsKey(actor.person()))
                        .flatMap(school -> campuses.find(school).stream()).sorted(Comparator.comparing(Campus::name))
                        .toList();
        return schools.stream()
                .map(school -> new Entry(actor, school, LocalDate.now(clock.withZone(school.zone())))).toList();
    }

    /** The school of somebody who works at one, bound to its district. */
    public <R> R at(Actor actor, Function<Entry, R> work) {
        var at = entries(actor).stream().findFirst()
                .orElseThrow(() -> new NotFound("a school of " + actor.person()));
        return in(at, () -> work.apply(at));
    }

    /** That they stand: no word of what is written in them. */
    public List<Found> list(Actor actor) {
        return entries(actor).stream().flatMap(at -> in(at, () -> conferences.ofSchool(at.school().id()).stream()
                .filter(c -> mayRead(at, c, Kind.CARE_STATE, help(at))).map(c -> new Found(at, c)).toList()).stream())
                .toList();
    }

    /**
     * Works on one whose state they may read, bound to its district.
     *
     * @throws NotFound whenever they may not, whatever the cause
     */
    public <R> R with(Actor actor, UUID id, BiFunction<Entry, Conference, R> work) {
        for (var at : entries(actor)) {
            var found = in(at, () -> conferences.find(id).filter(c -> c.school().equals(at.school().id()))
                    .filter(c -> mayRead(at, c, Kind.CARE_STATE, help(at))));
            if (found.isPresent()) return in(at, () -> work.apply(at, found.get()));
        }
        throw new NotFound("conference " + id);
    }

    /** Who comes and how they were prepared, read for a purpose; each reading leaves its line. */
    public boolean readsText(Entry at, Conference c, Purpose purpose) {
        if (!mayRead(at, c, Kind.CONFERENCE, purpose)) return false;
        audit.read("Conference", "conference " + c.id(),
                Map.of("as", at.actor().role().name(), "for", purpose.name()));
        return true;
    }

    public boolean readsPromises(Entry at, Conference c, Purpose purpose) {
        return mayRead(at, c, Kind.AGREEMENT, purpose);
    }

    /** What was written when it was referred. Never an officer's to read. */
    public Optional<String> cause(Entry at, Conference c, Purpose purpose) {
        return mayRead(at, c, Kind.CARE_CAUSE, purpose) ? conferences.cause(c.district(), c.id()) : Optional.empty();
    }

    /** Whether everybody who must agree does, at this moment: of each student. */
    public boolean isConsented(Conference c) {
        return c.file().participants().stream().allMatch(p -> isConsented(p.id()));
    }

    public boolean isConsented(UUID participant) {
        return consents.of(participant) instanceof ConsentAnswer.Stands;
    }

    /** Who says why they read; whoever leads it helps, and so does an officer who was invited. */
    public static Purpose help(Entry at) {
        return at.actor().role() == Role.PRINCIPAL ? Purpose.NONE : Purpose.HELP;
    }

    public List<Placed> counselors(Campus school) {
        return organizations.serving(school.districtId(), List.of(Role.COUNSELOR)).stream()
                .filter(s -> school.id().equals(s.school()))
                .map(s -> new Placed(s.person(), s.name(), Role.COUNSELOR)).toList();
    }

    /** Officers whom the school knows: they were on post there in the last weeks. By account. */
    public Map<UUID, String> officers(Entry at) {
        var all = new LinkedHashMap<UUID, String>();
        known.since(at.school().id(), at.today().minusWeeks(KNOWN_WEEKS))
                .forEach(officer -> all.put(officer.person(), officer.name()));
        return all;
    }

    private boolean mayRead(Entry at, Conference c, Kind kind, Purpose purpose) {
        var students = c.file().participants().stream().map(Participant::student).collect(Collectors.toSet());
        var hidden = new HashSet<>(search.hiddenFrom(at.actor(), at.school()));
        hidden.retainAll(students);
        var record = new CaseRecord(kind, c.district(), c.school(), !hidden.isEmpty(), Set.of(), Set.of(),
                c.assigned(), false, students, Optional.empty(), students.size(), consent(c), false);
        return ReadingRule.of(reader(at, purpose), record, clock.instant()) instanceof ReadingAnswer.Allowed;
    }

    /** One who took theirs back closes it for all; before that the weakest counts. */
    private Consent consent(Conference c) {
        var all = c.file().participants().stream().map(p -> consents.of(p.id()).forReading())
                .collect(Collectors.toSet());
        return List.of(Consent.WITHDRAWN, Consent.LAPSED, Consent.ASKED).stream().filter(all::contains).findFirst()
                .orElse(Consent.GIVEN);
    }

    private static CaseReader reader(Entry at, Purpose purpose) {
        var actor = at.actor();
        return new CaseReader(PARTS.get(actor.role()), actor.person(), true, actor.tenant(),
                Set.of(at.school().districtId()), Set.of(at.school().id()), purpose, actor.capacity(),
                actor.role() == Role.OFFICER ? Optional.of(at.school().id()) : Optional.empty(), Optional.empty(),
                Map.of(), false);
    }

    private static <R> R in(Entry at, Supplier<R> work) {
        return Tenancy.as(new Scope(at.school().districtId(), at.actor().person()), work::get);
    }
}
