package org.daywatch.mentoring.care;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.consents.ConsentAnswer;
import org.daywatch.directory.consents.Consents;
import org.daywatch.directory.protection.StudentSearch;
import org.daywatch.mentoring.matches.Match;
import org.daywatch.mentoring.matches.MatchCommand;
import org.daywatch.platform.access.CaseReader;
import org.daywatch.platform.access.CaseReader.Part;
import org.daywatch.platform.access.CaseReader.Purpose;
import org.daywatch.platform.access.CaseRecord;
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
import org.daywatch.staffing.OfficerSchools;
import org.springframework.stereotype.Component;

/** Who enters which match: asks {@link ReadingRule} and nothing else. For everybody else it is not there. */
@Component
public class MatchDoor {

    private static final Map<Role, Part> PARTS = Map.of(Role.COUNSELOR, Part.COUNSELOR, Role.PRINCIPAL, Part.PRINCIPAL,
            Role.TEACHER, Part.TEACHER, Role.OFFICER, Part.OFFICER);

    private final MatchStore matches;
    private final Consents consents;
    private final Campuses campuses;
    private final OfficerSchools officers;
    private final StudentSearch search;
    private final Organizations organizations;
    private final AuditLog audit;
    private final Clock clock;

    MatchDoor(MatchStore matches, Consents consents, Campuses campuses, OfficerSchools officers, StudentSearch search,
            Organizations organizations, AuditLog audit, Clock clock) {
        this.matches = matches;
        this.consents = consents;
        this.campuses = campuses;
        this.officers = officers;
        this.search = search;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    /** Somebody at a school. */
    public record Entrance(Actor actor, Campus school, LocalDate today) {

        public MatchCommand.By by() {
            return new MatchCommand.By(actor.person(), actor.name(), switch (actor.role()) {
                case COUNSELOR -> MatchCommand.Part.COUNSELOR;
                case OFFICER -> MatchCommand.Part.MENTOR;
                default -> MatchCommand.Part.NOBODY;
            });
        }
    }

    /** A match as its reader comes upon it. */
    public record Seen(Entrance at, Match match) {}

    /** An officer only where they are on post this moment. */
    public List<Entrance> entrances(Actor actor) {
        if (!PARTS.containsKey(actor.role())) throw new NotFound("mentoring for " + actor.role());
        var schools = actor.role() != Role.OFFICER
                ? actor.school() == null ? List.<Campus>of() : campuses.find(actor.school()).stream().toList()
                : officers.of(actor.person()).keySet().stream()
                        .filter(school -> officers.at(school).containsKey(actor.person()))
                        .flatMap(school -> campuses.find(school).stream()).sorted(Comparator.comparing(Campus::name))
                        .toList();
        return schools.stream()
                .map(school -> new Entrance(actor, school, LocalDate.now(clock.withZone(school.zone())))).toList();
    }

    /** The school of somebody who works at one, bound to its district. */
    public <R> R at(Actor actor, Function<Entrance, R> work) {
        var at = entrances(actor).stream().findFirst()
                .orElseThrow(() -> new NotFound("a school of " + actor.person()));
        return in(at, () -> work.apply(at));
    }

    /** That they stand: no word of what is written in them. */
    public List<Seen> list(Actor actor) {
        return entrances(actor).stream().flatMap(at -> in(at, () -> matches.ofSchool(at.school().id()).stream()
                .filter(m -> mayRead(at, m, Kind.CARE_STATE, help(at))).map(m -> new Seen(at, m)).toList()).stream())
                .toList();
    }

    /**
     * Works on one match whose state they may read, bound to its district.
     *
     * @throws NotFound whenever they may not, whatever the cause
     */
    public <R> R with(Actor actor, UUID id, BiFunction<Entrance, Match, R> work) {
        for (var at : entrances(actor)) {
            var found = in(at, () -> matches.find(id).filter(m -> m.school().equals(at.school().id()))
                    .filter(m -> mayRead(at, m, Kind.CARE_STATE, help(at))));
            if (found.isPresent()) return in(at, () -> work.apply(at, found.get()));
        }
        throw new NotFound("match " + id);
    }

    /** The goals and meetings, read for a purpose; each reading leaves its line. */
    public boolean readsText(Entrance at, Match m, Purpose purpose) {
        if (!mayRead(at, m, Kind.MATCH, purpose)) return false;
        audit.read("Match", "match " + m.id(), Map.of("as", at.actor().role().name(), "for", purpose.name()));
        return true;
    }

    /**
     * That a meeting takes a lesson: for whoever teaches it, and never with whom or where.
     *
     * @param teaches the roster gives the student to them at that hour
     */
    public boolean readsPeriod(Entrance at, Match m, boolean teaches) {
        var assigned = teaches ? Set.of(at.actor().person()) : Set.<UUID>of();
        return mayRead(at, m, Kind.PERIOD, Purpose.HELP, assigned);
    }

    /** Matches of this school at which a meeting may take somebody's lesson. */
    public List<Match> meeting(Entrance at) {
        return in(at, () -> matches.ofSchool(at.school().id()).stream().filter(m -> m.stage().meets()).toList());
    }

    /** Why the student was referred. Never the mentor's to read. */
    public Optional<String> cause(Entrance at, Match m, Purpose purpose) {
        return mayRead(at, m, Kind.CARE_CAUSE, purpose) ? matches.cause(m.district(), m.id()) : Optional.empty();
    }

    /** Whether everybody who must agree does, at this moment. */
    public boolean isConsented(Match m) {
        return consents.of(m.id()) instanceof ConsentAnswer.Stands;
    }

    /** Who says why they read; a counselor helps, and so does a mentor. */
    public static Purpose help(Entrance at) {
        return at.actor().role() == Role.PRINCIPAL ? Purpose.NONE : Purpose.HELP;
    }

    public List<Placed> counselors(Campus school) {
        return organizations.serving(school.districtId(), List.of(Role.COUNSELOR)).stream()
                .filter(s -> school.id().equals(s.school()))
                .map(s -> new Placed(s.person(), s.name(), Role.COUNSELOR)).toList();
    }

    private boolean mayRead(Entrance at, Match m, Kind kind, Purpose purpose) {
        return mayRead(at, m, kind, purpose, m.assigned());
    }

    private boolean mayRead(Entrance at, Match m, Kind kind, Purpose purpose, Set<UUID> assigned) {
        boolean hidden = search.hiddenFrom(at.actor(), at.school()).contains(m.student());
        var record = new CaseRecord(kind, m.district(), m.school(), hidden, Set.of(), Set.of(), assigned, false,
                Set.of(m.student()), Optional.empty(), 1, consents.of(m.id()).forReading(), false);
        return ReadingRule.of(reader(at, purpose), record, clock.instant()) instanceof ReadingAnswer.Allowed;
    }

    private static CaseReader reader(Entrance at, Purpose purpose) {
        var actor = at.actor();
        return new CaseReader(PARTS.get(actor.role()), actor.person(), true, actor.tenant(),
                Set.of(at.school().districtId()), Set.of(at.school().id()), purpose, actor.capacity(),
                actor.role() == Role.OFFICER ? Optional.of(at.school().id()) : Optional.empty(), Optional.empty(),
                Map.of(), false);
    }

    private static <R> R in(Entrance at, Supplier<R> work) {
        return Tenancy.as(new Scope(at.school().districtId(), at.actor().person()), work::get);
    }
}
