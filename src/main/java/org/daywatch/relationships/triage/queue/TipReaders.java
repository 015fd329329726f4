package org.daywatch.relationships.triage.queue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.access.CaseReader.Part;
import org.daywatch.platform.access.CaseReader.Purpose;
import org.daywatch.platform.access.CaseReader;
import org.daywatch.platform.access.CaseRecord.Disclosure;
import org.daywatch.platform.access.CaseRecord.Ground;
import org.daywatch.platform.access.CaseRecord.Kind;
import org.daywatch.platform.access.CaseRecord;
import org.daywatch.platform.access.ReadingAnswer;
import org.daywatch.platform.access.ReadingRule;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.relationships.triage.QueuedTip;
import org.daywatch.relationships.triage.TipClass;
import org.daywatch.relationships.triage.TipReceiver;
import org.daywatch.relationships.triage.TriageCommand.By;
import org.daywatch.relationships.triage.TriageCommand;
import org.daywatch.staffing.OfficerSchools;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who enters which tip: asks {@link ReadingRule} and nothing else. For all others a tip is not there. */
@Component
public class TipReaders {

    private final QueuedTipStore queue;
    private final TriageLists lists;
    private final TipsTold told;
    private final TipDisclosures disclosures;
    private final Organizations organizations;
    private final Campuses campuses;
    private final OfficerSchools officers;
    private final Clock clock;

    TipReaders(QueuedTipStore queue, TriageLists lists, TipsTold told, TipDisclosures disclosures,
            Organizations organizations, Campuses campuses,
            OfficerSchools officers, Clock clock) {
        this.queue = queue;
        this.lists = lists;
        this.told = told;
        this.disclosures = disclosures;
        this.organizations = organizations;
        this.campuses = campuses;
        this.officers = officers;
        this.clock = clock;
    }

    /**
     * Somebody in a district.
     *
     * @param school where they may go; null: every school of it
     * @param analysts who reads tips there today
     * @param told tips of which they were told that one waits
     * @param disclosed tips that were sent to them as police, with the ground of each
     */
    public record Entrance(Actor actor, UUID district, @Nullable Campus school, Part part, Set<TipReceiver> receives,
            Set<UUID> analysts, Set<UUID> told, Map<UUID, Ground> disclosed) {

        public By by() {
            return new By(actor.person(), actor.name(), switch (part) {
                case TIP_ANALYST -> TriageCommand.Part.ANALYST;
                case POLICE_RECEIVER -> TriageCommand.Part.READER;
                default -> TriageCommand.Part.RECEIVER;
            });
        }
    }

    /** A tip as its reader comes upon it. */
    public record Seen(Entrance at, StandingTip standing, Campus school) {

        public QueuedTip tip() {
            return standing.tip();
        }
    }

    /** What they may read, bound to each district. */
    public List<Seen> list(Actor actor, boolean closed) {
        var seen = new ArrayList<Seen>();
        for (var at : entrances(actor))
            in(at, () -> {
                var standing = queue.list(closed, at.school() == null ? null : at.school().id(),
                        at.part() == Part.POLICE_RECEIVER ? at.disclosed().keySet() : null);
                var schools = campuses.list(standing.stream().map(s -> s.tip().school()).collect(Collectors.toSet()))
                        .stream().collect(Collectors.toMap(Campus::id, one -> one));
                standing.stream().filter(s -> schools.containsKey(s.tip().school()))
                        .map(s -> new Seen(at, s, schools.get(s.tip().school()))).filter(this::mayRead)
                        .forEach(seen::add);
                return null;
            });
        return seen;
    }

    /**
     * Works on one tip, bound to its district.
     *
     * @throws NotFound whenever they may not read it, whatever the cause
     */
    public <R> R with(Actor actor, UUID id, BiFunction<Entrance, Seen, R> work) {
        for (var at : entrances(actor)) {
            var found = in(at, () -> queue.find(id).flatMap(standing -> campuses.find(standing.tip().school())
                    .map(school -> new Seen(at, standing, school))).filter(this::mayRead));
            if (found.isPresent()) return in(at, () -> work.apply(at, found.get()));
        }
        throw new NotFound("tip " + id);
    }

    /**
     * Works in the district of an analyst, for whom what nobody has routed is theirs to read.
     *
     * @throws NotFound for everybody else
     */
    public <R> R asAnalyst(Actor actor, Function<Entrance, R> work) {
        var at = entrances(actor).stream().filter(one -> one.part() == Part.TIP_ANALYST).findFirst()
                .orElseThrow(() -> new NotFound("piles for " + actor.role()));
        return in(at, () -> work.apply(at));
    }

    /** Somebody has opened it who can bring help from the school; police get it after that, and end no calls. */
    public void opened(Seen seen) {
        if (seen.at().part() == Part.POLICE_RECEIVER) return;
        queue.seen(seen.tip().id(), clock.instant());
    }

    /** Today at the school. */
    public LocalDate today(Seen seen) {
        return LocalDate.now(clock.withZone(seen.school().zone()));
    }

    private List<Entrance> entrances(Actor actor) {
        var receives = Tenancy.as(actor.scope(), lists::receivers).entrySet().stream()
                .filter(entry -> entry.getValue().contains(actor.role())).map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        if (actor.role() == Role.TIP_ANALYST)
            return List.of(
                    new Entrance(actor, actor.tenant(), null, Part.TIP_ANALYST, receives, analysts(actor), Set.of(),
                            Map.of()));
        if (actor.role() == Role.POLICE_RECEIVER)
            return List.of(new Entrance(actor, actor.tenant(), null, Part.POLICE_RECEIVER, receives, Set.of(), Set.of(),
                    Tenancy.as(actor.scope(), () -> disclosures.to(actor.person()))));
        if (receives.isEmpty()) throw new NotFound("tips for " + actor.role());
        if (actor.role() == Role.OFFICER)
            return officers.of(actor.person()).keySet().stream()
                    .filter(school -> officers.at(school).containsKey(actor.person()))
                    .flatMap(school -> campuses.find(school).stream()).sorted(Comparator.comparing(Campus::name))
                    .map(school -> new Entrance(actor, school.districtId(), school, Part.OFFICER, receives, Set.of(),
                            Set.of(), Map.of()))
                    .toList();
        var part = actor.role() == Role.PRINCIPAL ? Part.PRINCIPAL : Part.COUNSELOR;
        return actor.school() == null
                ? List.of()
                : campuses.find(actor.school()).stream()
                        .map(school -> new Entrance(actor, actor.tenant(), school, part, receives, Set.of(),
                                Tenancy.as(actor.scope(), () -> told.to(actor.person())), Map.of()))
                        .toList();
    }

    private boolean mayRead(Seen seen) {
        var at = seen.at();
        var tip = seen.tip();
        if (at.school() != null && !at.school().id().equals(tip.school())) return false;
        var person = at.actor().person();
        var record = new CaseRecord(kind(tip, at.part()), tip.district(), tip.school(), false, Set.of(), Set.of(),
                isTheirs(seen) ? Set.of(person) : Set.of(), tip.routed().contains(TipReceiver.POLICE), Set.of(),
                Optional.ofNullable(at.disclosed().get(tip.id()))
                        .map(ground -> new Disclosure(at.actor().tenant(), ground, true, Instant.MAX)),
                1, CaseRecord.Consent.NOT_NEEDED, false);
        var reader = new CaseReader(at.part(), person, true, at.actor().tenant(), Set.of(at.district()),
                Set.of(tip.school()), purpose(at.part()), at.actor().capacity(),
                at.part() == Part.OFFICER ? Optional.of(tip.school()) : Optional.empty(), Optional.empty(), Map.of(),
                false);
        // Glass is not broken here: what may be opened that way stays closed.
        return ReadingRule.of(reader, record, clock.instant()) instanceof ReadingAnswer.Allowed;
    }

    /** What was reopened waits for an analyst as a new one does. */
    private static Kind kind(QueuedTip tip, Part part) {
        if (tip.tipClass() == TipClass.LIFE_SAFETY) return Kind.TIP_LIFE_SAFETY;
        boolean waits = part == Part.TIP_ANALYST && tip.state() instanceof QueuedTip.State.Reopened;
        return tip.routed().isEmpty() || waits ? Kind.TIP_NEW : Kind.TIP_ROUTED;
    }

    private static Purpose purpose(Part part) {
        return switch (part) {
            case TIP_ANALYST -> Purpose.TRIAGE;
            case OFFICER, POLICE_RECEIVER -> Purpose.SAFETY;
            default -> Purpose.HELP;
        };
    }

    /** An analyst's while they are one; of somebody who has left, every analyst's: nobody's thread goes unread. */
    private boolean isTheirs(Seen seen) {
        var person = seen.at().actor().person();
        if (seen.at().part() == Part.POLICE_RECEIVER) return seen.at().disclosed().containsKey(seen.tip().id());
        if (seen.at().part() != Part.TIP_ANALYST)
            return seen.tip().routed().stream().anyMatch(seen.at().receives()::contains)
                    || seen.at().told().contains(seen.tip().id());
        var analyst = seen.standing().analyst();
        return analyst == null || analyst.equals(person) || !seen.at().analysts().contains(analyst);
    }

    private Set<UUID> analysts(Actor actor) {
        return Tenancy.as(actor.scope(), () -> organizations.serving(actor.tenant(), List.of(Role.TIP_ANALYST)))
                .stream().map(Organizations.Serving::person).collect(Collectors.toUnmodifiableSet());
    }

    private static <R> R in(Entrance at, java.util.function.Supplier<R> work) {
        return Tenancy.as(new Scope(at.district(), at.actor().person()), work::get);
    }
}
