package org.daywatch.emergencies.reach;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.exercises.audience.ExerciseAudiences;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.staffing.OfficerSchools;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom an alert must reach: the staff of the school by their place there, and the officers on post. Asked as the agency, which may do both. */
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
        var people = new LinkedHashMap<UUID, Placed>();
        for (var staff : organizations.placedAt(alert.districtId(), alert.schoolId())) {
            if (!alert.action().help() || staff.role() != Role.TEACHER) people.put(staff.person(), new Placed(staff.person(), staff.name(), staff.role().name()));
        }
        officers.at(alert.schoolId()).forEach((person, name) -> people.put(person, new Placed(person, name, Role.OFFICER.name())));
        var audience = audiences.of(alert);
        people.values().removeIf(placed -> !audience.tells(placed.role()));
        return people;
    }
}
