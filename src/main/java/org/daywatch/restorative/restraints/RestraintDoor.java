package org.daywatch.restorative.restraints;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
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
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.restorative.repair.ConferenceDoor;
import org.daywatch.restorative.repair.ConferenceDoor.Entry;
import org.springframework.stereotype.Component;

/** Who enters which restraint: asks {@link ReadingRule} and nothing else. For everybody else it is not there. */
@Component
public class RestraintDoor {

    private static final Map<Role, Part> PARTS = Map.of(Role.COUNSELOR, Part.COUNSELOR, Role.PRINCIPAL, Part.PRINCIPAL,
            Role.OFFICER, Part.OFFICER);

    private final RestraintStore restraints;
    private final ConferenceDoor places;
    private final StudentSearch search;
    private final AuditLog audit;
    private final Clock clock;

    RestraintDoor(RestraintStore restraints, ConferenceDoor places, StudentSearch search, AuditLog audit,
            Clock clock) {
        this.restraints = restraints;
        this.places = places;
        this.search = search;
        this.audit = audit;
        this.clock = clock;
    }

    /** A restraint as its reader comes upon it. */
    public record Found(Entry at, Restraint restraint) {}

    /** That they stand: no word of what is written in them. */
    public List<Found> list(Actor actor) {
        return entries(actor).stream().flatMap(at -> in(at, () -> restraints.ofSchool(at.school().id()).stream()
                .filter(r -> knows(at, r)).map(r -> new Found(at, r)).toList()).stream()).toList();
    }

    /**
     * Works on one of which they know, bound to its district.
     *
     * @throws NotFound whenever they do not, whatever the cause
     */
    public <R> R with(Actor actor, UUID id, BiFunction<Entry, Restraint, R> work) {
        for (var at : entries(actor)) {
            var found = in(at, () -> restraints.find(id).filter(r -> r.school().equals(at.school().id()))
                    .filter(r -> knows(at, r)));
            if (found.isPresent()) return in(at, () -> work.apply(at, found.get()));
        }
        throw new NotFound("restraint " + id);
    }

    /** What is written, read for a purpose; each reading leaves its line. */
    public boolean reads(Entry at, Restraint r, Purpose purpose) {
        if (r.file() == null || !mayRead(at, r, Kind.RESTRAINT, purpose)) return false;
        audit.read("Restraint", "restraint " + r.id(),
                Map.of("as", at.actor().role().name(), "for", purpose.name()));
        return true;
    }

    /** A principal says why they read; whom it was given to helps, and an officer was part of it. */
    public static Purpose purpose(Entry at, String said) {
        return switch (at.actor().role()) {
            case PRINCIPAL -> List.of(Purpose.HELP, Purpose.SAFETY).stream().filter(p -> p.name().equals(said))
                    .findFirst().orElse(Purpose.NONE);
            case OFFICER -> Purpose.SAFETY;
            default -> Purpose.HELP;
        };
    }

    private List<Entry> entries(Actor actor) {
        if (!PARTS.containsKey(actor.role())) throw new NotFound("restraints for " + actor.role());
        return places.entries(actor);
    }

    private boolean knows(Entry at, Restraint r) {
        return mayRead(at, r, at.actor().role() == Role.PRINCIPAL ? Kind.CARE_STATE : Kind.RESTRAINT,
                purpose(at, ""));
    }

    private boolean mayRead(Entry at, Restraint r, Kind kind, Purpose purpose) {
        var students = r.file() == null ? Set.<UUID>of() : Set.of(r.file().student());
        var hidden = new HashSet<>(search.hiddenFrom(at.actor(), at.school()));
        hidden.retainAll(students);
        var record = new CaseRecord(kind, r.district(), r.school(), !hidden.isEmpty(), Set.of(), Set.of(),
                r.assigned(), false, students, Optional.empty(), students.size(), Consent.NOT_NEEDED, false);
        var actor = at.actor();
        var reader = new CaseReader(PARTS.get(actor.role()), actor.person(), true, actor.tenant(),
                Set.of(at.school().districtId()), Set.of(at.school().id()), purpose, actor.capacity(),
                actor.role() == Role.OFFICER ? Optional.of(at.school().id()) : Optional.empty(), Optional.empty(),
                Map.of(), false);
        return ReadingRule.of(reader, record, clock.instant()) instanceof ReadingAnswer.Allowed;
    }

    private static <R> R in(Entry at, Supplier<R> work) {
        return Tenancy.as(new Scope(at.school().districtId(), at.actor().person()), work::get);
    }
}
