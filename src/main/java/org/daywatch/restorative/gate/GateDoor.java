package org.daywatch.restorative.gate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.OfficerSchools;
import org.springframework.stereotype.Component;

/**
 * Who asks the gate, and who reads what it answered: whoever asked; the principal of the school; of what was decided
 * otherwise, the safety director too. An answer is about no student, so there is no purpose to state.
 */
@Component
public class GateDoor {

    private static final int MOST = 200;

    private final GateStore store;
    private final Campuses campuses;
    private final OfficerSchools officers;
    private final AuditLog audit;
    private final Clock clock;

    GateDoor(GateStore store, Campuses campuses, OfficerSchools officers, AuditLog audit, Clock clock) {
        this.store = store;
        this.campuses = campuses;
        this.officers = officers;
        this.audit = audit;
        this.clock = clock;
    }

    /** Somebody at a school for which they ask. */
    public record Entrance(Actor actor, Campus school, LocalDate today) {}

    /** An answer as its reader comes upon it. */
    public record Seen(Entrance at, GateAnswer answer) {}

    /** Empty for an officer who is not on post as the school's agent, and for whoever has no school. */
    public Optional<Entrance> entrance(Actor actor) {
        if (!actor.may(Permission.GATE_ASK)) return Optional.empty();
        return (actor.role() == Role.OFFICER
                ? onPost(actor)
                : Optional.ofNullable(actor.school()).flatMap(campuses::find)).map(school -> at(actor, school));
    }

    private Optional<Campus> onPost(Actor officer) {
        if (officer.capacity() != Capacity.SCHOOL_AGENT) return Optional.empty();
        return officers.of(officer.person()).keySet().stream()
                .filter(school -> officers.at(school).containsKey(officer.person()))
                .flatMap(school -> campuses.find(school).stream()).min(Comparator.comparing(Campus::name));
    }

    private Entrance at(Actor actor, Campus school) {
        return new Entrance(actor, school, LocalDate.now(clock.withZone(school.zone())));
    }

    /** What the law of the school's state says today. */
    public List<GateAct> acts(Entrance at) {
        return in(at, () -> GateAct.of(store.acts(), at.school().state(), at.today()));
    }

    /** The rows an answer rests on, also where another law has begun since. */
    public List<GateAct> because(Entrance at, GateAnswer answer) {
        return in(at, () -> store.acts().stream().filter(a -> answer.finding().because().contains(a.version()))
                .sorted(Comparator.comparing(GateAct::topic).thenComparingInt(GateAct::place)).toList());
    }

    /** @throws NotFound where they cannot ask */
    public <R> R asks(Actor actor, Function<Entrance, R> work) {
        var at = entrance(actor).orElseThrow(() -> new NotFound("the gate for " + actor.role()));
        return in(at, () -> work.apply(at));
    }

    /** @throws NotFound whenever they may not read it, whatever the cause */
    public <R> R with(Actor actor, UUID id, BiFunction<Entrance, GateAnswer, R> work) {
        var seen = find(actor, id).orElseThrow(() -> new NotFound("gate answer " + id));
        return in(seen.at(), () -> {
            audit.read("GateAnswer", "gate answer " + id, Map.of("as", actor.role()));
            return work.apply(seen.at(), seen.answer());
        });
    }

    private Optional<Seen> find(Actor actor, UUID id) {
        if (actor.role() == Role.SAFETY_DIRECTOR)
            return store.find(id).filter(a -> a.overruled() != null)
                    .flatMap(a -> campuses.find(a.school()).map(school -> new Seen(at(actor, school), a)));
        return entrance(actor).flatMap(at -> in(at, () -> store.find(id)).filter(a -> a.school().equals(
                at.school().id())).filter(a -> actor.role() == Role.PRINCIPAL || a.askedBy().equals(actor.person()))
                .map(a -> new Seen(at, a)));
    }

    /** What was decided otherwise: at the principal's school, or in the safety director's district. */
    public List<Seen> overruled(Actor actor) {
        if (actor.role() == Role.SAFETY_DIRECTOR)
            return store.overruled(null, MOST).stream()
                    .flatMap(a -> campuses.find(a.school()).map(school -> new Seen(at(actor, school), a)).stream())
                    .toList();
        return entrance(actor).map(at -> in(at, () -> store.overruled(at.school().id(), MOST)).stream()
                .map(a -> new Seen(at, a)).toList()).orElse(List.of());
    }

    private static <R> R in(Entrance at, java.util.function.Supplier<R> work) {
        return Tenancy.as(new Scope(at.school().districtId(), at.actor().person()), work::get);
    }
}
