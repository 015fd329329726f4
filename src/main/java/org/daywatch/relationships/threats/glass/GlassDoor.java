package org.daywatch.relationships.threats.glass;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.daywatch.platform.access.CaseReader.BrokenGlass;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.relationships.threats.ThreatDoor.Entrance;
import org.daywatch.relationships.threats.ThreatDoor;
import org.daywatch.relationships.threats.cases.ThreatCase;
import org.springframework.stereotype.Component;

/** Who may break the glass at a school, of which case, and what they read while it is open. */
@Component
public class GlassDoor {

    private final ThreatDoor door;
    private final GlassStore store;
    private final GlassBreaking breaking;
    private final AuditLog audit;

    GlassDoor(ThreatDoor door, GlassStore store, GlassBreaking breaking, AuditLog audit) {
        this.door = door;
        this.store = store;
        this.breaking = breaking;
        this.audit = audit;
    }

    /** A case under glass that is open. */
    public record Opened(Glass glass, Entrance at, ThreatCase threat) {}

    /** Where they are now, and what they would open there. @throws NotFound where they break none */
    private <R> List<R> places(Actor actor, BiFunction<Entrance, Glass.Opens, R> work) {
        var done = new ArrayList<R>();
        boolean may = false;
        for (var at : door.entrances(actor)) {
            var opens = in(at, () -> store.opens(actor.role(), at.today()));
            if (opens.isEmpty()) continue;
            may = true;
            done.add(in(at, () -> work.apply(at, opens.get())));
        }
        if (!may) throw new NotFound("glass for " + actor.role());
        return done;
    }

    /** Whether they break any where they are now: an officer only on post. */
    public boolean breaks(Actor actor) {
        return door.entrances(actor).stream()
                .anyMatch(at -> in(at, () -> store.opens(actor.role(), at.today())).isPresent());
    }

    /** @throws NotFound where they break none */
    public void check(Actor actor) {
        places(actor, (at, opens) -> opens);
    }

    /**
     * Breaks the glass of the case about this student.
     *
     * @param student as the case names them. @return empty where there is no case they may open this way
     */
    public Optional<UUID> breakOf(Actor actor, String student, String reason) {
        return places(actor, (at, opens) -> {
            var found = door.underGlass(at, opens.kind()).stream()
                    .filter(c -> opens == Glass.Opens.CASE || c.file().plan() != null)
                    .filter(c -> plain(c.file().student().name()).equals(plain(student))).findFirst();
            if (found.isEmpty()) audit.read("NothingUnderGlass", "school " + at.school().id(), Map.of());
            return found.map(c -> breaking.broken(at, c, opens, reason).id());
        }).stream().flatMap(Optional::stream).findFirst();
    }

    /** Their own that is open, the latest first. */
    public List<Opened> open(Actor actor) {
        return places(actor, (at, opens) -> store.by(actor.person()).stream()
                .filter(g -> g.school().equals(at.school().id())).flatMap(g -> read(at, g).stream()).toList()).stream()
                .flatMap(List::stream).toList();
    }

    /** @throws NotFound whenever they may not read it, whatever the cause */
    public Opened get(Actor actor, UUID id) {
        var found = open(actor).stream().filter(one -> one.glass().id().equals(id)).findFirst()
                .orElseThrow(() -> new NotFound("glass " + id));
        in(found.at(), () -> {
            audit.read("ThreatCaseUnderGlass", "threat case " + found.threat().id(), Map.of("glass", id));
            return id;
        });
        return found;
    }

    private Optional<Opened> read(Entrance at, Glass g) {
        return door.underGlass(at, g.caseId(), g.part().kind(),
                record -> new BrokenGlass(record, g.reason(), g.at(), g.told() > 0)).map(c -> new Opened(g, at, c));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private static <R> R in(Entrance at, java.util.function.Supplier<R> work) {
        return Tenancy.as(new Scope(at.school().districtId(), at.actor().person()), work::get);
    }
}
