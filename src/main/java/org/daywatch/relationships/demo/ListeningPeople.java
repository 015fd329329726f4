package org.daywatch.relationships.demo;

import java.util.UUID;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Those of the demonstration who hear what a student writes, as they act. */
@Component
class ListeningPeople {

    private final Organizations organizations;

    ListeningPeople(Organizations organizations) {
        this.organizations = organizations;
    }

    /** @param night reads what is about a life when the other one sleeps */
    record Team(UUID district, UUID school, Actor analyst, Actor night, Actor counselor, Actor principal,
            Actor keeper) {}

    Team team(DemoStory story) {
        var district = story.the("ironwood");
        var school = story.the("ironwood-high");
        return new Team(district, school,
                member(district, "analyst@demo.daywatch.example", "Noa Wexcombe", Role.TIP_ANALYST, null),
                member(district, "imre.dallowell@staff.daywatch.example", "Imre Dallowell", Role.TIP_ANALYST, null),
                member(district, "counselor@demo.daywatch.example", "Rowan Estabrook", Role.COUNSELOR, school),
                member(district, "principal@demo.daywatch.example", "Morgan Sedgewick", Role.PRINCIPAL, school),
                member(district, "records@demo.daywatch.example", "Jules Tamberlin", Role.RECORDS_KEEPER, null));
    }

    /** Whoever stands at the school, as its agent. */
    static Actor officer(DemoStory story, UUID person, String name) {
        return new Actor(person, name, story.agency(), "Sonoran School Safety Cooperative", Role.OFFICER,
                Role.OFFICER.defaults(), null, Capacity.SCHOOL_AGENT, Ids.next(), "en");
    }

    private Actor member(UUID district, String email, String name, Role role, @Nullable UUID school) {
        return new Actor(organizations.join(district, email, name, role, school), name, district,
                "Ironwood Valley Unified District", role, role.defaults(), school, Capacity.NONE, Ids.next(), "en");
    }
}
