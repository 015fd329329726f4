package org.daywatch.training.courses.records;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.training.sessions.LessonPlaces;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who of the staff has completed a course, who has not, and until when it is due. */
@Controller
@Needs(Permission.COURSES_READ)
class CompletionPages {

    private final StaffCompletions staff;
    private final LessonPlaces places;
    private final AuditLog audit;

    CompletionPages(StaffCompletions staff, LessonPlaces places, AuditLog audit) {
        this.staff = staff;
        this.places = places;
        this.audit = audit;
    }

    @GetMapping("/courses/completions")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var paging = Paging.read("/courses/completions", parameters, StaffCompletions.SORTS.keySet(), "state");
        var all = staff.of(actor, page.lang());
        var rows = StaffCompletions.filtered(all, paging);
        var placed = paging.of(rows.size());
        var model = new HashMap<String, Object>(Map.of("page", page.titled("courses.completions.title"), "paging",
                placed, "rows", placed.shown(rows), "schools", places.of(actor)));
        model.put("done", all.stream().filter(r -> r.state() == StaffCompletions.State.DONE).count());
        model.put("all", (long) all.size());
        return new ModelAndView("training/courses/records/completions", model);
    }

    @GetMapping("/courses/completions.csv")
    void csv(Page page, Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var paging = Paging.read("/courses/completions", parameters, StaffCompletions.SORTS.keySet(), "state");
        audit.act("CompletionsExported", "organization " + actor.tenant(), paging.filters());
        Csv.answer(response, "course-completions.csv",
                List.of("name", "role", "school", "course", "title", "due", "state", "completed", "edition",
                        "language"),
                StaffCompletions.filtered(staff.of(actor, page.lang()), paging).stream()
                        .map(r -> Arrays.asList(r.name(), r.role(), r.school() == null ? "" : r.school().name(),
                                r.course().code(),
                                r.course().title(), r.due(), r.state(), r.completedOn(),
                                r.completed() == null ? null : r.completed().edition(),
                                r.completed() == null ? null : r.completed().language())));
    }
}
