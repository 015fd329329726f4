package org.daywatch.directory.canaries;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Placing invented students, and the one that a file carries. They stand in no table of students, so that no count,
 * roster, drill or list can hold one: they are made while the file is written. The district is bound.
 */
@Component
@Transactional
public class Canaries {

    private static final int TURNS = 1000;

    private final CanaryStore store;
    private final AuditLog audit;

    Canaries(CanaryStore store, AuditLog audit) {
        this.store = store;
        this.audit = audit;
    }

    /** The invented student of a file. @param school at which they stand in it */
    public record Carried(CanaryStudent student, UUID school) {}

    /** @param school null: at all schools of the district */
    void place(Actor by, @Nullable UUID school) {
        var id = Ids.next();
        if (!store.place(id, school, by)) throw new Refused(CanaryRefusal.CANARY_PLACED);
        audit.act("CanaryPlaced", "canary place " + id, school == null ? Map.of() : Map.of("school", school));
    }

    void end(Actor by, UUID id) {
        if (store.places().stream().noneMatch(p -> p.id().equals(id))) throw new NotFound("canary place " + id);
        if (store.end(id, by)) audit.act("CanaryEnded", "canary place " + id, Map.of());
    }

    /**
     * The one a file carries; empty where none is placed at any of its schools, or every number of that shape is taken.
     * In the transaction in which the file is taken. @param like numbers of real students of the file by school
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Carried> into(UUID export, List<Campus> schools, Map<UUID, String> like) {
        var places = store.places();
        var at = schools.stream().map(Campus::id).filter(like::containsKey)
                .filter(s -> places.stream().anyMatch(p -> p.school() == null || p.school().equals(s))).toList();
        if (at.isEmpty()) return Optional.empty();
        byte[] key = store.key();
        var school = at.get(Math.floorMod(export.hashCode(), at.size()));
        for (int turn = 0; turn < TURNS; turn++) {
            var student = CanaryStudent.of(key, export, turn, like.getOrDefault(school, ""));
            if (!store.belongsToSomebody(student.number()) && store.keep(CanaryMarks.mark(key, export, student)))
                return Optional.of(new Carried(student, school));
        }
        return Optional.empty();
    }
}
