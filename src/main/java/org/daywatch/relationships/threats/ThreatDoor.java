package org.daywatch.relationships.threats;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.protection.StudentSearch;
import org.daywatch.platform.access.CaseReader.Part;
import org.daywatch.platform.access.CaseReader.Purpose;
import org.daywatch.platform.access.CaseReader;
import org.daywatch.platform.access.CaseRecord.Disclosure;
import org.daywatch.platform.access.CaseRecord.Kind;
import org.daywatch.platform.access.CaseRecord;
import org.daywatch.platform.access.ReadingAnswer;
import org.daywatch.platform.access.ReadingRule;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.relationships.threats.cases.TeamPart;
import org.daywatch.relationships.threats.cases.ThreatCase;
import org.daywatch.relationships.threats.cases.ThreatCommand.By;
import org.daywatch.staffing.OfficerSchools;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Who enters which case: asks {@link ReadingRule} and nothing else. For everybody whom it does not allow a case is not
 * there, and neither are these pages where an installation does not use them.
 */
@Component
public class ThreatDoor {

    private static final Map<Role, Part> PARTS = Map.of(Role.COUNSELOR, Part.COUNSELOR, Role.PRINCIPAL, Part.PRINCIPAL,
            Role.OFFICER, Part.OFFICER);
    private static final Map<Role, TeamPart> TEAM = Map.of(Role.COUNSELOR, TeamPart.MENTAL_HEALTH, Role.PRINCIPAL,
            TeamPart.ADMINISTRATOR, Role.OFFICER, TeamPart.LAW_ENFORCEMENT);

    private final ThreatStore cases;
    private final Campuses campuses;
    private final OfficerSchools officers;
    private final StudentSearch search;
    private final Organizations organizations;
    private final AuditLog audit;
    private final Clock clock;
    private final boolean open;

    ThreatDoor(ThreatStore cases, Campuses campuses, OfficerSchools officers, StudentSearch search,
            Organizations organizations, AuditLog audit, Clock clock,
            @Value("${daywatch.tips.enabled:false}") boolean open) {
        this.cases = cases;
        this.campuses = campuses;
        this.officers = officers;
        this.search = search;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
        this.open = open;
    }

    public boolean isOpen() { return open; }

    /** These pages are used, and there is a part in a team for somebody in this role. */
    public boolean takesPart(Actor actor) {
        return open && PARTS.containsKey(actor.role());
    }

    /** Somebody at a school where they may read cases. */
    public record Entrance(Actor actor, Campus school, LocalDate today) {

        public By by() {
            return new By(actor.person(), actor.name(), TEAM.get(actor.role()));
        }
    }

    /** @throws NotFound where these pages are not used, or the person has no part in a team */
    public List<Entrance> entrances(Actor actor) {
        if (!takesPart(actor)) throw new NotFound("threat assessments for " + actor.role());
        return schools(actor).stream()
                .map(school -> new Entrance(actor, school, LocalDate.now(clock.withZone(school.zone())))).toList();
    }

    /** An officer only where they are on post this moment. */
    private List<Campus> schools(Actor actor) {
        if (actor.role() != Role.OFFICER)
            return actor.school() == null ? List.of() : campuses.find(actor.school()).stream().toList();
        return officers.of(actor.person()).keySet().stream()
                .filter(school -> officers.at(school).containsKey(actor.person()))
                .flatMap(school -> campuses.find(school).stream()).sorted(Comparator.comparing(Campus::name)).toList();
    }

    /** The school at which they open a case. */
    public Entrance entrance(Actor actor) {
        return entrances(actor).stream().filter(e -> e.by().part() != TeamPart.LAW_ENFORCEMENT).findFirst()
                .orElseThrow(() -> new NotFound("a school of " + actor.person()));
    }

    /** A case as its reader comes upon it. */
    public record Seen(Entrance at, ThreatCase threat) {}

    /** What they may read, bound to each school's district. */
    public List<Seen> list(Actor actor) {
        var seen = new ArrayList<Seen>();
        for (var at : entrances(actor))
            seen.addAll(in(at, () -> cases.ofSchools(List.of(at.school().id())).stream()
                    .filter(c -> isThere(c, at.today())).filter(c -> mayRead(at, c, Kind.CONCERN))
                    .map(c -> new Seen(at, c)).toList()));
        return seen;
    }

    /**
     * Works on one case, bound to its district.
     *
     * @throws NotFound whenever they may not read it, whatever the cause
     */
    public <R> R with(Actor actor, UUID id, BiFunction<Entrance, ThreatCase, R> work) {
        for (var at : entrances(actor)) {
            var found = in(at, () -> cases.find(id).filter(c -> c.school().equals(at.school().id()))
                    .filter(c -> isThere(c, at.today())).filter(c -> mayRead(at, c, Kind.CONCERN)));
            if (found.isPresent()) return in(at, () -> {
                audit.read("ThreatCase", "threat case " + id, Map.of("as", at.by().part()));
                return work.apply(at, found.get());
            });
        }
        throw new NotFound("threat case " + id);
    }

    public <R> R at(Actor actor, Function<Entrance, R> work) {
        var at = entrance(actor);
        return in(at, () -> work.apply(at));
    }

    /** How many have faded in the district; empty where so few would tell of whom. */
    public Optional<Integer> faded(Actor actor) {
        if (actor.role() == Role.OFFICER) return Optional.empty();
        var at = entrance(actor);
        int count = in(at, () -> cases.faded(at.school().districtId()));
        var figure = new CaseRecord(Kind.COUNT, at.school().districtId(), at.school().id(), false, Set.of(), Set.of(),
                Set.of(), false, Set.of(), Optional.empty(), count, CaseRecord.Consent.NOT_NEEDED, false);
        return allowed(reader(at, Purpose.FIGURES), figure) ? Optional.of(count) : Optional.empty();
    }

    /** Of those to whom it was given: who has that role at the school today, and may read it. The district is bound. */
    public Map<TeamPart, UUID> readers(ThreatCase c) {
        var readers = new EnumMap<TeamPart, UUID>(TeamPart.class);
        for (var school : campuses.find(c.school()).stream().toList()) {
            var today = LocalDate.now(clock.withZone(school.zone()));
            for (var s : organizations.serving(c.district(), List.of(Role.COUNSELOR, Role.PRINCIPAL)))
                if (school.id().equals(s.school()) && c.assigned().contains(s.person())
                        && isThere(c, today)
                        && mayRead(new Entrance(asRole(s.person(), s.name(), s.role(), c.district(), s.school()),
                                school, today), c, Kind.CONCERN))
                    readers.put(TEAM.get(s.role()), s.person());
        }
        return readers;
    }

    /** Nobody is signed in: the person as a reader, with nothing that is their own beyond role and school. */
    private static Actor asRole(UUID person, String name, Role role, UUID district, @Nullable UUID school) {
        return new Actor(person, name, district, "", role, Set.of(), school, Capacity.NONE, new UUID(0, 0), "en");
    }

    public boolean mayReadPlan(Entrance at, ThreatCase c) {
        return mayRead(at, c, Kind.SAFETY_PLAN);
    }

    /** What of it went to whom. */
    public boolean mayReadDisclosures(Entrance at, ThreatCase c) {
        return allowed(reader(at, Purpose.RECORDS), record(at, c, Kind.DISCLOSURE, Optional.empty()));
    }

    public boolean mayRead(Seen seen) {
        return PARTS.containsKey(seen.at().actor().role()) && mayRead(seen.at(), seen.threat(), Kind.CONCERN);
    }

    /** One at their school whose record of disclosures is theirs to read. The district is bound. */
    public Optional<Seen> keeps(Actor actor, UUID id) {
        return entrances(actor).stream().flatMap(at -> cases.find(id).filter(c -> c.school().equals(at.school().id()))
                .filter(c -> isThere(c, at.today())).filter(c -> mayReadDisclosures(at, c))
                .map(c -> new Seen(at, c)).stream()).findFirst();
    }

    /** Somebody who keeps the records of the district that is bound, though they are not signed in. */
    public boolean wouldKeep(UUID person, UUID district, UUID id) {
        return kept(asRole(person, "", Role.RECORDS_KEEPER, district, null), id).isPresent();
    }

    /**
     * One whose record of disclosures they keep, at whichever school of the district that is bound. Nothing else of it
     * is theirs to read.
     */
    public Optional<Seen> kept(Actor keeper, UUID id) {
        if (!open || keeper.role() != Role.RECORDS_KEEPER) return Optional.empty();
        return cases.find(id).flatMap(c -> campuses.find(c.school()).map(school -> new Seen(
                new Entrance(keeper, school, LocalDate.now(clock.withZone(school.zone()))), c)))
                .filter(seen -> isThere(seen.threat(), seen.at().today()))
                .filter(seen -> allowed(keeper(keeper, seen.at().school()),
                        record(seen.at(), seen.threat(), Kind.DISCLOSURE, Optional.empty())));
    }

    /** To whom tips about a school went: nobody knows of which student they tell. */
    public boolean keepsOfTips(Actor keeper, Campus school) {
        return open && keeper.role() == Role.RECORDS_KEEPER && allowed(keeper(keeper, school),
                new CaseRecord(Kind.DISCLOSURE, school.districtId(), school.id(), false, Set.of(), Set.of(), Set.of(),
                        false, Set.of(), Optional.empty(), 1, CaseRecord.Consent.NOT_NEEDED, false));
    }

    private static CaseReader keeper(Actor keeper, Campus school) {
        return new CaseReader(Part.RECORDS_KEEPER, keeper.person(), true, keeper.tenant(),
                Set.of(school.districtId()), Set.of(), Purpose.RECORDS, keeper.capacity(), Optional.empty(),
                Optional.empty(), Map.of(), false);
    }

    /**
     * What was disclosed to a peace officer or their department, bound to the district; wherever they are.
     *
     * @return empty whenever they may not read it, whatever the cause
     */
    public <R> Optional<R> disclosed(Actor actor, UUID department, UUID id, Kind kind, Disclosure given,
            BiFunction<Entrance, ThreatCase, R> work) {
        return cases.find(id).flatMap(c -> campuses.find(c.school()).flatMap(school -> {
            var at = new Entrance(actor, school, LocalDate.now(clock.withZone(school.zone())));
            var reader = new CaseReader(Part.OFFICER, actor.person(), true, department, Set.of(), Set.of(),
                    Purpose.SAFETY, actor.capacity(), Optional.empty(), Optional.empty(), Map.of(), false);
            return isThere(c, at.today()) && allowed(reader, record(at, c, kind, Optional.of(given)))
                    ? Optional.of(work.apply(at, c))
                    : Optional.empty();
        }));
    }

    /** What is at the school and opens only under glass that somebody breaks. The district is bound. */
    public List<ThreatCase> underGlass(Entrance at, Kind kind) {
        return cases.ofSchools(List.of(at.school().id())).stream().filter(c -> isThere(c, at.today()))
                .filter(c -> answer(reader(at, help(at)),
                        record(at, c, kind, Optional.empty())) instanceof ReadingAnswer.MayBreakGlass)
                .toList();
    }

    /** Under glass they have broken. @return empty whenever they may not read it, whatever the cause */
    public Optional<ThreatCase> underGlass(Entrance at, UUID id, Kind kind,
            Function<CaseRecord, CaseReader.BrokenGlass> broken) {
        return cases.find(id).filter(c -> c.school().equals(at.school().id()))
                .filter(c -> isThere(c, at.today())).filter(c -> {
                    var record = record(at, c, kind, Optional.empty());
                    return answer(reader(at, help(at), Optional.of(broken.apply(record))),
                            record) instanceof ReadingAnswer.AllowedByGlass;
                });
    }

    private static Purpose help(Entrance at) {
        return at.actor().role() == Role.OFFICER ? Purpose.SAFETY : Purpose.HELP;
    }

    /** Their whereabouts are kept from this officer; null: from all who do not work for the district. */
    public boolean isKeptFrom(Campus school, ThreatCase c, @Nullable UUID officer) {
        var roster = c.file().student().roster();
        if (roster == null) return false;
        return (officer == null
                ? search.hiddenFromOthers(school)
                : search.hiddenFrom(asRole(officer, "", Role.OFFICER, c.district(), null), school)).contains(roster);
    }

    /** What a parent has asked to see does not fade before they have their answer. */
    private boolean isThere(ThreatCase c, LocalDate today) {
        return ThreatCommands.isThere(c, today) || cases.isAskedFor(c);
    }

    private boolean mayRead(Entrance at, ThreatCase c, Kind kind) {
        return allowed(reader(at, help(at)),
                record(at, c, kind, Optional.empty()));
    }

    private CaseRecord record(Entrance at, ThreatCase c, Kind kind, Optional<Disclosure> disclosure) {
        var roster = c.file().student().roster();
        boolean hidden = roster != null && search.hiddenFrom(at.actor(), at.school()).contains(roster);
        return new CaseRecord(kind, c.district(), c.school(), hidden, Set.of(), Set.of(), c.assigned(), c.shared(),
                Set.of(), disclosure, 1, CaseRecord.Consent.NOT_NEEDED, false);
    }

    /** What opens only under glass stays closed. */
    private boolean allowed(CaseReader reader, CaseRecord record) {
        return answer(reader, record) instanceof ReadingAnswer.Allowed;
    }

    private ReadingAnswer answer(CaseReader reader, CaseRecord record) {
        return ReadingRule.of(reader, record, clock.instant());
    }

    private static CaseReader reader(Entrance at, Purpose purpose) {
        return reader(at, purpose, Optional.empty());
    }

    private static CaseReader reader(Entrance at, Purpose purpose, Optional<CaseReader.BrokenGlass> glass) {
        var actor = at.actor();
        var school = at.school();
        boolean officer = actor.role() == Role.OFFICER;
        return new CaseReader(PARTS.get(actor.role()), actor.person(), true, actor.tenant(),
                Set.of(school.districtId()), Set.of(school.id()), purpose, actor.capacity(),
                officer ? Optional.of(school.id()) : Optional.empty(), glass, Map.of(), false);
    }

    private static <R> R in(Entrance at, java.util.function.Supplier<R> work) {
        return Tenancy.as(new Scope(at.school().districtId(), at.actor().person()), work::get);
    }
}
