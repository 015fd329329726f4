package org.daywatch.prevention.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.prevention.places.PreventionPlaces;
import org.daywatch.staffing.SchoolOfficers;
import org.springframework.stereotype.Component;

/**
 * Who with an account may own a finding of a school: its principal and front office, the district's safety directors,
 * and officers who worked there lately.
 */
@Component
public class FindingOwners {

    private static final Set<Role> AT_SCHOOL = Set.of(Role.PRINCIPAL, Role.FRONT_OFFICE);

    private final Organizations organizations;
    private final SchoolOfficers officers;
    private final PreventionPlaces places;
    private final FindingDues dues;

    FindingOwners(Organizations organizations, SchoolOfficers officers, PreventionPlaces places, FindingDues dues) {
        this.organizations = organizations;
        this.officers = officers;
        this.places = places;
        this.dues = dues;
    }

    /** Each person once. */
    public List<Organizations.Placed> of(Campus school) {
        var all = new ArrayList<Organizations.Placed>();
        organizations.placedAt(school.districtId(), school.id()).stream().filter(p -> AT_SCHOOL.contains(p.role()))
                .forEach(all::add);
        organizations.serving(school.districtId(), Set.of(Role.SAFETY_DIRECTOR))
                .forEach(s -> all.add(new Organizations.Placed(s.person(), s.name(), s.role())));
        officers.since(school.id(), places.today(school).minusDays(dues.lately(school, places.today(school)).number()))
                .forEach(o -> all.add(new Organizations.Placed(o.person(), o.name(), Role.OFFICER)));
        var seen = new java.util.HashSet<UUID>();
        return all.stream().filter(p -> seen.add(p.person())).toList();
    }

    public Optional<Organizations.Placed> chosen(Campus school, String person) {
        return Ids.find(person).flatMap(id -> of(school).stream().filter(p -> p.person().equals(id)).findFirst());
    }
}
