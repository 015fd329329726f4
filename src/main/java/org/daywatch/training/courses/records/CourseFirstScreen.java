package org.daywatch.training.courses.records;

import java.util.List;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.springframework.stereotype.Component;

/** A course that is still to be completed stands on the first screen of whoever owes it. */
@Component
class CourseFirstScreen implements FirstScreenLines {

    private final StaffCompletions staff;

    CourseFirstScreen(StaffCompletions staff) {
        this.staff = staff;
    }

    @Override
    public List<Line> of(Page page, Actor actor) {
        if (!actor.may(Permission.COURSES_TAKE) || !actor.role().organizationKind().equals("DISTRICT")
                || actor.role() == Role.SAFETY_DIRECTOR)
            return List.of();
        return staff.open(actor, page.lang()).stream()
                .map(r -> new Line(r.state() == StaffCompletions.State.LATE,
                        page.t("courses.first", r.course().title(), page.when().date(r.due())),
                        page.t("courses.first.open"), "/courses/" + r.course().code()))
                .toList();
    }
}
