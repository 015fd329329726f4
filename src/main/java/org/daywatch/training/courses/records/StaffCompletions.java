package org.daywatch.training.courses.records;

import static org.daywatch_db.training.Tables.COURSE_COMPLETION;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.training.courses.Course;
import org.daywatch.training.courses.CourseCompletions;
import org.daywatch.training.courses.CourseYears;
import org.daywatch.training.courses.Courses;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everybody of the staff with every course for staff, this school year: completed, still open, or late. */
@Component
@Transactional(readOnly = true)
public class StaffCompletions {

    private static final List<Role> STAFF = Arrays.stream(Role.values())
            .filter(r -> r.defaults().contains(Permission.COURSES_TAKE)).toList();
    static final Map<String, Comparator<Row>> SORTS = Map.of("name", Comparator.comparing(Row::name), "school",
            Comparator.comparing(r -> r.school() == null ? "" : r.school().name()), "course",
            Comparator.comparing(r -> r.course().title()), "due", Comparator.comparing(Row::due), "state",
            Comparator.comparing(Row::state));

    private final Organizations organizations;
    private final CourseCompletions completions;
    private final Courses courses;
    private final CourseYears years;
    private final Campuses campuses;
    private final HomeTime home;

    StaffCompletions(Organizations organizations, CourseCompletions completions, Courses courses, CourseYears years,
            Campuses campuses, HomeTime home) {
        this.organizations = organizations;
        this.completions = completions;
        this.courses = courses;
        this.years = years;
        this.campuses = campuses;
        this.home = home;
    }

    public enum State { LATE, OPEN, DONE }

    /**
     * @param school null: works for the whole district. @param completedOn at the school's clock, else the agency's;
     * null: not yet
     */
    public record Row(UUID person, String name, Role role, @Nullable Campus school, Course course, LocalDate due,
            CourseCompletions.@Nullable Completion completed, @Nullable LocalDate completedOn, State state) {}

    /** Those the actor answers for: their school, their district, or all districts of their agency. */
    List<Row> of(Actor actor, String language) {
        var districts = actor.role().organizationKind().equals("DISTRICT")
                ? List.of(actor.tenant())
                : organizations.listOwn("DISTRICT").stream().map(Organizations.Organization::id).toList();
        var rows = new ArrayList<Row>();
        for (var district : districts)
            rows.addAll(of(district, actor.school(), courses.list(district, Course.For.STAFF, language)));
        return rows;
    }

    private List<Row> of(UUID district, @Nullable UUID only, List<Course> all) {
        var schools = campuses.list(CalendarScope.all(district)).stream()
                .collect(Collectors.toMap(Campus::id, Function.identity()));
        var year = years.of(district, schools.values().stream().sorted(Comparator.comparing(Campus::name)).toList());
        var done = completions
                .list(COURSE_COMPLETION.DISTRICT_ID.eq(district).and(COURSE_COMPLETION.YEAR.eq(year.begins()))).stream()
                .collect(Collectors.toMap(c -> c.person() + " " + c.course(), Function.identity(),
                        (last, earlier) -> last));
        var rows = new ArrayList<Row>();
        for (var s : organizations.serving(district, STAFF)) {
            if (only != null && !only.equals(s.school())) continue;
            var school = s.school() == null ? null : schools.get(s.school());
            var zone = school == null ? home.zone() : school.zone();
            var due = year.due(LocalDate.ofInstant(s.since(), zone));
            for (var course : all) {
                var completed = done.get(s.person() + " " + course.code());
                var state = completed != null ? State.DONE : year.today().isAfter(due) ? State.LATE : State.OPEN;
                rows.add(new Row(s.person(), s.name(), s.role(), school, course, due, completed,
                        completed == null ? null : LocalDate.ofInstant(completed.at(), zone), state));
            }
        }
        return rows;
    }

    static List<Row> filtered(List<Row> all, Paging paging) {
        return all.stream()
                .filter(r -> paging.filter("state").isEmpty() || r.state().name().equals(paging.filter("state")))
                .filter(r -> paging.filter("school").isEmpty()
                        || r.school() != null && r.school().id().toString().equals(paging.filter("school")))
                .filter(r -> paging.finds(r.name(), r.course().title(), r.school() == null ? "" : r.school().name()))
                .sorted(paging.order(SORTS).thenComparing(Row::name).thenComparing(Row::person)).toList();
    }

    /** What one member of staff has not completed yet, with its last day. */
    List<Row> open(Actor actor, String language) {
        return of(actor.tenant(), actor.school(), courses.list(Course.For.STAFF, language)).stream()
                .filter(r -> r.person().equals(actor.person()) && r.state() != State.DONE).toList();
    }
}
