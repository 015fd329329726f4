package org.daywatch.emergencies.accountability;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.UUID;
import org.daywatch.emergencies.PeopleEvent.EverybodyAccountedFor;
import org.daywatch.emergencies.PeopleEvent.RollCallBegun;
import org.daywatch.emergencies.PeopleEvent.RoomReported;
import org.daywatch.emergencies.accountability.AlertsAtSchool.Raised;
import org.daywatch.emergencies.accountability.RollCall.Says;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.persistence.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins roll calls and takes reports. The district is bound. */
@Component
@Transactional
public class RollCalls {

    private final RollStore store;
    private final ExpectedPeople expected;
    private final RollQueries queries;
    private final Facts facts;
    private final Live live;
    private final Clock clock;

    RollCalls(RollStore store, ExpectedPeople expected, RollQueries queries, Facts facts, Live live, Clock clock) {
        this.store = store;
        this.expected = expected;
        this.queries = queries;
        this.facts = facts;
        this.live = live;
        this.clock = clock;
    }

    /** Writes down once who is expected where at the moment of the alert. @return the roll call's id */
    public UUID begin(Raised alert) {
        var id = Ids.next();
        if (!store.insert(alert, id)) return queries.ofAlert(alert.id()).orElseThrow().id();
        var list = expected.at(alert, id);
        store.insert(list);
        facts.tell(new RollCallBegun(alert.districtId(), id, clock.instant(), alert.schoolId(), alert.id(),
                alert.status(), list.people().size()));
        count(queries.get(id));
        ring(queries.get(id));
        return id;
    }

    /**
     * Takes one report. The same id again changes nothing, so a phone may send until it hears an answer.
     *
     * @throws InvalidInput naming a person or place that is not of this roll call
     */
    public void report(Actor actor, RollCall call, RoomReport report) {
        var now = clock.instant();
        var saidAt = clamp(report.saidAt(), call.begunAt(), now);
        check(call, report);
        if (!store.insert(call, report, saidAt, now, actor)) return;
        var said = new HashMap<>(report.says());
        for (String name : report.unexpected()) said.put(store.add(call, report.id(), name), Says.PRESENT);
        if (report.source() == RollCall.Source.PHONE)
            queries.reporter(call.id(), actor.person()).ifPresent(self -> said.putIfAbsent(self, Says.PRESENT));
        store.insert(call, report.id(), said);
        facts.tell(
                new RoomReported(call.districtId(), report.id(), now, call.id(), report.source().name(), said.size()));
        count(call);
        ring(call);
    }

    /** The school was told something else, or to lock again: what was said of rooms before counts no more. */
    public void toldAnew(UUID alert) {
        queries.ofAlert(alert).ifPresent(call -> {
            count(call);
            ring(call);
        });
    }

    private void ring(RollCall call) {
        live.ring("accountability", call.districtId());
        live.ring("accountability", call.agencyId());
    }

    private void check(RollCall call, RoomReport report) {
        var places = queries.places(call.id());
        if (report.place() != null && places.stream().noneMatch(p -> p.id().equals(report.place())))
            throw new InvalidInput("place", report.place().toString(), "accountability.error.place");
        var people = new java.util.HashSet<UUID>();
        queries.people(call.id()).forEach(p -> people.add(p.id()));
        for (var person : report.says().keySet())
            if (!people.contains(person))
                throw new InvalidInput("person", person.toString(), "accountability.error.person");
    }

    /**
     * The numbers for the agency; and the moment at which everybody is accounted for. One after the other, so that the
     * last one counts all.
     */
    private void count(RollCall call) {
        boolean open = store.takeTurn(call.id());
        var up = queries.rollUp(call);
        store.put(call, up, clock.instant());
        if (open && up.fullAfter().isPresent()) {
            facts.tell(new EverybodyAccountedFor(call.districtId(), call.id(), clock.instant(), call.schoolId(),
                    call.alertId(), call.status(), up.fullAfter().get().toSeconds()));
        }
    }

    /** A phone's clock may be wrong: never before the alert, never later than now. */
    private static Instant clamp(@Nullable Instant said, Instant begun, Instant now) {
        if (said == null || said.isAfter(now)) return now;
        return said.isBefore(begun) ? begun.isAfter(now) ? now : begun : said;
    }
}
