package org.daywatch.planning.places;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.staffing.SchoolOfficers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who with an account has to do with a school: its own people, the district's safety directors, and officers who worked
 * there lately.
 */
@Component
@Transactional(readOnly = true)
public class PeopleAtSchool {

    private static final int LATELY = 120;

    private final Organizations organizations;
    private final SchoolOfficers officers;
    private final Clock clock;

    PeopleAtSchool(Organizations organizations, SchoolOfficers officers, Clock clock) {
        this.organizations = organizations;
        this.officers = officers;
        this.clock = clock;
    }

    public record Person(UUID person, String name, Role role) {}

    /** Each once: whoever has a place at the school by name, then the district's, then officers. */
    public List<Person> of(Campus school) {
        var all = new ArrayList<Person>();
        organizations.placedAt(school.districtId(), school.id()).stream()
                .map(p -> new Person(p.person(), p.name(), p.role()))
                .sorted(java.util.Comparator.comparing(Person::name)).forEach(all::add);
        organizations.serving(school.districtId(), Set.of(Role.SAFETY_DIRECTOR))
                .forEach(s -> all.add(new Person(s.person(), s.name(), s.role())));
        officers.since(school.id(), LocalDate.now(clock.withZone(school.zone())).minusDays(LATELY))
                .forEach(o -> all.add(new Person(o.person(), o.name(), Role.OFFICER)));
        var seen = new HashSet<UUID>();
        return all.stream().filter(p -> seen.add(p.person())).toList();
    }
}
