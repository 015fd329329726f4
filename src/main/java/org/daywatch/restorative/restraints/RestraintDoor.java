package org.daywatch.restorative.restraints;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.daywatch.platform.access.CaseReader.Purpose;
import org.daywatch.platform.access.CaseRecord.Kind;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Role;
import org.daywatch.restorative.repair.ConferenceDoor;
import org.daywatch.restorative.repair.ConferenceDoor.Entry;
import org.daywatch.restorative.repair.StudentRecords;
import org.springframework.stereotype.Component;

/** Who enters which restraint. For everybody else it is not there. */
@Component
public class RestraintDoor {

    private static final Set<Role> ROLES = Set.of(Role.COUNSELOR, Role.PRINCIPAL, Role.OFFICER);

    private final RestraintStore restraints;
    private final ConferenceDoor places;
    private final StudentRecords records;

    RestraintDoor(RestraintStore restraints, ConferenceDoor places, StudentRecords records) {
        this.restraints = restraints;
        this.places = places;
        this.records = records;
    }

    /** A restraint as its reader comes upon it. */
    public record Found(Entry at, Restraint restraint) {}

    /** That they stand: no word of what is written in them. */
    public List<Found> list(Actor actor) {
        return entries(actor).stream()
                .flatMap(at -> StudentRecords.in(at, () -> restraints.ofSchool(at.school().id()).stream()
                        .filter(r -> knows(at, r)).map(r -> new Found(at, r)).toList()).stream())
                .toList();
    }

    /**
     * Works on one of which they know, bound to its district.
     *
     * @throws NotFound whenever they do not, whatever the cause
     */
    public <R> R with(Actor actor, UUID id, BiFunction<Entry, Restraint, R> work) {
        for (var at : entries(actor)) {
            var found = StudentRecords.in(at, () -> restraints.find(id)
                    .filter(r -> r.school().equals(at.school().id())).filter(r -> knows(at, r)));
            if (found.isPresent()) return StudentRecords.in(at, () -> work.apply(at, found.get()));
        }
        throw new NotFound("restraint " + id);
    }

    /** What is written, read for a purpose; each reading leaves its line. */
    public boolean reads(Entry at, Restraint r, Purpose purpose) {
        return r.file() != null && mayRead(at, r, Kind.RESTRAINT, purpose)
                && records.isRead(at, "Restraint", "restraint " + r.id(), purpose);
    }

    private List<Entry> entries(Actor actor) {
        if (!ROLES.contains(actor.role())) throw new NotFound("restraints for " + actor.role());
        return places.entries(actor);
    }

    private boolean knows(Entry at, Restraint r) {
        return mayRead(at, r, at.actor().role() == Role.PRINCIPAL ? Kind.CARE_STATE : Kind.RESTRAINT,
                StudentRecords.purpose(at, ""));
    }

    private boolean mayRead(Entry at, Restraint r, Kind kind, Purpose purpose) {
        var students = r.file() == null ? Set.<UUID>of() : Set.of(r.file().student());
        return records.mayRead(at, new StudentRecords.Of(kind, r.district(), r.school(), students, r.assigned()),
                purpose);
    }
}
