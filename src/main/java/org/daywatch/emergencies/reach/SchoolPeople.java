package org.daywatch.emergencies.reach;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.exercises.audience.ExerciseAudience;
import org.daywatch.emergencies.exercises.audience.ExerciseAudiences;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.staffing.OfficerSchools;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom an alert must reach: the staff of the school by their place there, and the officers on post. Asked as the
 * agency, which may do both.
 */
@Component
@Transactional(readOnly = true)
class SchoolPeople {

    private final Organizations organizations;
    private final OfficerSchools officers;
    private final ExerciseAudiences audiences;

    SchoolPeople(Organizations organizations, OfficerSchools officers, ExerciseAudiences audiences) {
        this.organizations = organizations;
        this.officers = officers;
        this.audiences = audiences;
    }

    /** @param role name of a {@link Role} */
    record Placed(UUID person, String name, String role) {}

    /** By person. A call for help is for those who lead only; a drill for those whom the school's drill plan names. */
    Map<UUID, Placed> of(Alert alert) {
        var concerned = new LinkedHashMap<UUID, Placed>();
        for (var placed : concerned(
                all(organizations.placedAt(alert.districtId(), alert.schoolId()), officers.at(alert.schoolId())), alert,
                audiences.of(alert)))
            concerned.put(placed.person(), placed);
        return concerned;
    }

    /** Of all who belong to the school those whom this alert is for. */
    static List<Placed> concerned(Collection<Placed> all, Alert alert, ExerciseAudience audience) {
        return all.stream().filter(placed -> !alert.action().help() || !placed.role().equals(Role.TEACHER.name()))
                .filter(placed -> audience.tells(placed.role())).toList();
    }

    /** A school as its own district calls it: a place that another one wrote down there counts for nothing. */
    record School(UUID district, UUID id) {}

    /**
     * All who belong to the schools of the agency that is bound: what {@link #of} chooses from, before anything is
     * pressed.
     */
    Map<School, List<Placed>> everywhere() {
        var staff = new HashMap<School, List<Organizations.Placed>>();
        for (var district : organizations.listOwn("DISTRICT"))
            organizations.placedBySchool(district.id())
                    .forEach((school, placed) -> staff.put(new School(district.id(), school), placed));
        var onPost = new HashMap<UUID, Map<UUID, String>>();
        for (var officer : officers.onPost()) {
            onPost.computeIfAbsent(officer.school(), s -> new HashMap<>()).put(officer.person(), officer.name());
            staff.putIfAbsent(new School(officer.district(), officer.school()), List.of());
        }
        var everywhere = new HashMap<School, List<Placed>>();
        staff.forEach(
                (school, placed) -> everywhere.put(school, all(placed, onPost.getOrDefault(school.id(), Map.of()))));
        return everywhere;
    }

    private static List<Placed> all(List<Organizations.Placed> staff, Map<UUID, String> onPost) {
        var people = new LinkedHashMap<UUID, Placed>();
        for (var one : staff) people.put(one.person(), new Placed(one.person(), one.name(), one.role().name()));
        onPost.forEach((person, name) -> people.put(person, new Placed(person, name, Role.OFFICER.name())));
        return List.copyOf(people.values());
    }
}
