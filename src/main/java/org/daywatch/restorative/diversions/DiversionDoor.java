package org.daywatch.restorative.diversions;

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

/** Who enters which diversion. For everybody else, an officer always, it is not there. */
@Component
public class DiversionDoor {

    private final DiversionStore diversions;
    private final ConferenceDoor places;
    private final StudentRecords records;

    DiversionDoor(DiversionStore diversions, ConferenceDoor places, StudentRecords records) {
        this.diversions = diversions;
        this.places = places;
        this.records = records;
    }

    /** A diversion as its reader comes upon it. */
    public record Found(Entry at, Diversion diversion) {}

    /** That they stand: nothing of what was offered in them. */
    public List<Found> list(Actor actor) {
        return entries(actor).stream()
                .flatMap(at -> StudentRecords.in(at, () -> diversions.ofSchool(at.school().id()).stream()
                        .filter(d -> knows(at, d)).map(d -> new Found(at, d)).toList()).stream())
                .toList();
    }

    /**
     * Works on one of which they know, bound to its district.
     *
     * @throws NotFound whenever they do not, whatever the cause
     */
    public <R> R with(Actor actor, UUID id, BiFunction<Entry, Diversion, R> work) {
        for (var at : entries(actor)) {
            var found = StudentRecords.in(at, () -> diversions.find(id)
                    .filter(d -> d.school().equals(at.school().id())).filter(d -> knows(at, d)));
            if (found.isPresent()) return StudentRecords.in(at, () -> work.apply(at, found.get()));
        }
        throw new NotFound("diversion " + id);
    }

    /** What was offered and answered, read for a purpose; each reading leaves its line. */
    public boolean reads(Entry at, Diversion d, Purpose purpose) {
        return mayRead(at, d, Kind.DIVERSION, purpose)
                && records.isRead(at, "Diversion", "diversion " + d.id(), purpose);
    }

    private List<Entry> entries(Actor actor) {
        if (actor.role() != Role.COUNSELOR && actor.role() != Role.PRINCIPAL)
            throw new NotFound("diversions for " + actor.role());
        return places.entries(actor);
    }

    private boolean knows(Entry at, Diversion d) {
        return mayRead(at, d, at.actor().role() == Role.PRINCIPAL ? Kind.CARE_STATE : Kind.DIVERSION,
                StudentRecords.purpose(at, ""));
    }

    private boolean mayRead(Entry at, Diversion d, Kind kind, Purpose purpose) {
        return records.mayRead(at, new StudentRecords.Of(kind, d.district(), d.school(), Set.of(d.file().student()),
                d.assigned()), purpose);
    }
}
