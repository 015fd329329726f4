package org.daywatch.relationships.threats.counts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.ProgramRules;
import org.daywatch.platform.access.CaseReader.Part;
import org.daywatch.platform.access.CaseReader.Purpose;
import org.daywatch.platform.access.CaseReader;
import org.daywatch.platform.access.CaseRecord.Kind;
import org.daywatch.platform.access.CaseRecord;
import org.daywatch.platform.access.ReadingAnswer;
import org.daywatch.platform.access.ReadingRule;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Organizations.Organization;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.HomeZones;
import org.daywatch.relationships.threats.ThreatDoor;
import org.daywatch.relationships.threats.ThreatRules;
import org.daywatch.relationships.threats.cases.AssessmentModel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which figures somebody reads: a principal their school's, a safety director the district's, the agency and its
 * departments those of each district of the program. Asks {@link ReadingRule} and nothing else.
 */
@Component
public class CaseFigures {

    /** The rule asks no part for figures; a safety director reads them as whoever keeps the district's records. */
    private static final Map<String, Part> PARTS = Map.of("AGENCY", Part.AGENCY, "DEPARTMENT", Part.DEPARTMENT,
            "DISTRICT", Part.RECORDS_KEEPER);

    private final CaseCountStore store;
    private final Organizations organizations;
    private final ProgramRules rules;
    private final AuditLog audit;
    private final ThreatDoor door;
    private final HomeZones zones;
    private final ThreatRules models;
    private final Clock clock;

    CaseFigures(CaseCountStore store, Organizations organizations, ProgramRules rules, AuditLog audit, ThreatDoor door,
            HomeZones zones, ThreatRules models, Clock clock) {
        this.zones = zones;
        this.models = models;
        this.store = store;
        this.organizations = organizations;
        this.rules = rules;
        this.audit = audit;
        this.door = door;
        this.clock = clock;
    }

    /**
     * A school year that is over.
     *
     * @param until its last day. @param whole whether all of it was counted. @param models under which its cases were
     * opened. @param sheet null where too few were opened
     */
    public record Year(LocalDate from, LocalDate until, boolean whole, Set<AssessmentModel> models, ShownCount opened,
            @Nullable CaseSheet sheet) {

        /** What a course is called in the models under which its cases were opened. */
        public String key(CaseCourse course) {
            boolean named = course == CaseCourse.TRANSIENT || course == CaseCourse.SUBSTANTIVE;
            String model = !named || !models.contains(AssessmentModel.LEVELS)
                    ? ""
                    : models.size() == 1 ? ".LEVELS" : ".BOTH";
            return "counts.course." + course + model;
        }
    }

    /** @param opened in the year that runs, until {@code until}. @param years the last first */
    public record Counted(LocalDate running, LocalDate until, LocalDate ends, ShownCount opened, List<Year> years) {}

    /** @param counted null where nothing was counted yet. @param districts among which the reader chooses */
    public record Figures(Organization of, List<Organization> districts, @Nullable Counted counted,
            ProgramRule least) {}

    /** @throws NotFound where these pages are not used, or the district is none of theirs */
    public Figures of(Actor actor, Optional<UUID> asked) {
        if (!door.isOpen()) throw new NotFound("counts of assessments");
        var districts = districts(actor);
        var district = asked.isEmpty()
                ? districts.stream().findFirst()
                : districts.stream().filter(d -> d.id().equals(asked.get())).findFirst();
        var of = district.orElseThrow(() -> new NotFound("counts of " + asked));
        return Tenancy.as(new Scope(of.id(), actor.person()), () -> {
            var least = rules.book().get("THREAT_COUNT_LEAST", LocalDate.now(clock.withZone(zones.zone(of.id()))),
                    "DISTRICT:" + of.id());
            var counted = store.find(of.id())
                    .map(years -> counted(new Reader(actor, of, districts), years, least.number())).orElse(null);
            audit.read("ThreatCounts", "district " + of.id(), Map.of("as", actor.role()));
            return new Figures(of, districts, counted, least);
        });
    }

    private List<Organization> districts(Actor actor) {
        return switch (actor.role().organizationKind()) {
            case "DISTRICT" -> organizations.find(actor.tenant()).stream().toList();
            case "AGENCY" -> organizations.listOwn("DISTRICT");
            default -> {
                var agency = organizations.agencyOf(actor.tenant());
                yield Tenancy.as(Scope.system(agency), () -> organizations.listOwn("DISTRICT"));
            }
        };
    }

    /** Who reads of which district. */
    private record Reader(Actor actor, Organization of, List<Organization> districts) {}

    private Counted counted(Reader reader, CaseYears years, int least) {
        var school = Optional.ofNullable(reader.actor().role() == Role.PRINCIPAL ? reader.actor().school() : null);
        var over = years.latest().stream().map(year -> {
            var tally = CaseYears.of(year, school);
            return new Year(year.from(), year.until().minusDays(1), !years.since().isAfter(year.from().plusDays(6)),
                    models.models(reader.of().id(), reader.of().state(), year.from(), year.until().minusDays(1)),
                    shown(reader, tally.opened(), least), sheet(reader, tally, least));
        }).toList();
        return new Counted(years.running(), years.until().minusDays(1), years.running().plusYears(1),
                shown(reader, years.openedAt(school), least), over);
    }

    private ShownCount shown(Reader reader, int count, int least) {
        return count == 0 || count >= least && mayRead(reader, count) ? new ShownCount(count) : ShownCount.HIDDEN;
    }

    private @Nullable CaseSheet sheet(Reader reader, CaseTally tally, int least) {
        return mayRead(reader, tally.opened()) ? CaseSheet.of(tally, least).orElse(null) : null;
    }

    private boolean mayRead(Reader who, int count) {
        var actor = who.actor();
        var part = actor.role() == Role.PRINCIPAL ? Part.PRINCIPAL : PARTS.get(actor.role().organizationKind());
        var school = actor.school() == null ? who.of().id() : actor.school();
        var reader = new CaseReader(part, actor.person(), true, actor.tenant(),
                who.districts().stream().map(Organization::id).collect(Collectors.toSet()), Set.of(), Purpose.FIGURES,
                actor.capacity(), Optional.empty(), Optional.empty(), Map.of(), false);
        var record = new CaseRecord(Kind.COUNT, who.of().id(), school, false, Set.of(), Set.of(), Set.of(), false,
                Set.of(), Optional.empty(), count, CaseRecord.Consent.NOT_NEEDED, false);
        return ReadingRule.of(reader, record, clock.instant()) instanceof ReadingAnswer.Allowed;
    }
}
