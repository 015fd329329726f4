package org.daywatch.emergencies.reunification.approvers;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.emergencies.PeopleEvent.ReleaseApproverEnded;
import org.daywatch.emergencies.PeopleEvent.ReleaseApproverNamed;
import org.daywatch.emergencies.PeopleRefusal;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Organizations.Placed;
import org.daywatch.platform.persistence.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Release approvers of a school: nobody names themselves. The district is bound. */
@Component
@Transactional
public class ReleaseApprovers {

    private final ReleaseApproverStore store;
    private final Organizations organizations;
    private final Facts facts;
    private final Clock clock;

    ReleaseApprovers(ReleaseApproverStore store, Organizations organizations, Facts facts, Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<ReleaseApprover> ofSchool(UUID school) {
        return store.ofSchool(school);
    }

    /** The school's people whom this person may name: all others who are not named yet. */
    @Transactional(readOnly = true)
    List<Placed> nameable(Campus school, UUID reader) {
        var named = store.ofSchool(school.id()).stream().map(ReleaseApprover::person).toList();
        return organizations.placedAt(school.districtId(), school.id()).stream()
                .filter(one -> !one.person().equals(reader) && !named.contains(one.person())).toList();
    }

    /** Whether they were named before this moment and still are. */
    @Transactional(readOnly = true)
    public boolean named(UUID school, UUID person, Instant before) {
        return store.ofSchool(school).stream()
                .anyMatch(one -> one.person().equals(person) && one.namedAt().isBefore(before));
    }

    void name(Actor actor, Campus school, UUID person) {
        if (person.equals(actor.person())) throw new Refused(PeopleRefusal.APPROVER_ONESELF);
        var who = organizations.placedAt(school.districtId(), school.id()).stream()
                .filter(one -> one.person().equals(person)).findFirst()
                .orElseThrow(() -> new InvalidInput("person", person.toString(), "reunification.error.choose"));
        var now = clock.instant();
        var approver = new ReleaseApprover(Ids.next(), person, who.name(), now, actor.name());
        if (!store.insert(school, approver, actor.person())) throw new Refused(PeopleRefusal.APPROVER_NAMED);
        facts.tell(new ReleaseApproverNamed(school.districtId(), approver.id(), now, school.id(), person));
    }

    void end(Actor actor, Campus school, UUID id) {
        var now = clock.instant();
        if (!store.end(school.id(), id, actor.person(), now)) throw new NotFound("release approver " + id);
        facts.tell(new ReleaseApproverEnded(school.districtId(), id, now, school.id()));
    }
}
