package org.daywatch.training.courses.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.training.courses.Course;
import org.daywatch.training.courses.CourseCompletions;
import org.daywatch.training.courses.CourseYears;
import org.daywatch.training.courses.Courses;
import org.daywatch.training.sessions.LessonPlaces;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Courses for staff: read part by part, then a few questions. Whoever has answered all of them rightly has completed
 * it, at whichever try.
 */
@Controller
@Needs(Permission.COURSES_TAKE)
public class StaffCoursePages {

    private final Courses courses;
    private final CourseCompletions completions;
    private final CourseYears years;
    private final LessonPlaces places;

    StaffCoursePages(Courses courses, CourseCompletions completions, CourseYears years, LessonPlaces places) {
        this.courses = courses;
        this.completions = completions;
        this.years = years;
        this.places = places;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavEntry coursesEntry() {
            return NavEntry.of(NavPart.TEACHING, 63, "courses.nav", "/courses", "verified_user",
                    Permission.COURSES_TAKE);
        }
    }

    public record Standing(Course course, Optional<CourseCompletions.Completion> done) {}

    @GetMapping("/courses")
    ModelAndView list(Page page, Actor actor) {
        var year = years.of(actor.tenant());
        var standings = courses.list(Course.For.STAFF, page.lang()).stream()
                .map(c -> new Standing(c, completions.of(actor.person(), c.code(), year.begins()))).toList();
        return new ModelAndView("training/courses/staff/courses", Map.of("page", page.titled("courses.title"),
                "standings", standings, "reads", actor.may(Permission.COURSES_READ)));
    }

    @GetMapping("/courses/{code:[A-Z][A-Z0-9-]+}")
    ModelAndView one(Page page, Actor actor, @PathVariable String code,
            @RequestParam(defaultValue = "") String language) {
        var course = get(code, language.isEmpty() ? page.lang() : language);
        return new ModelAndView("training/courses/staff/course",
                Map.of("page", page.titled("courses.one"), "course", course, "done", done(actor, code)));
    }

    @GetMapping("/courses/{code:[A-Z][A-Z0-9-]+}/parts/{number}")
    ModelAndView part(Page page, Actor actor, @PathVariable String code, @PathVariable int number,
            @RequestParam(defaultValue = "") String language) {
        var course = get(code, language.isEmpty() ? page.lang() : language);
        if (number < 1 || number > course.parts().size()) throw new NotFound("part " + number + " of course " + code);
        return new ModelAndView("training/courses/staff/part", Map.of("page", page.titled("courses.one"), "course",
                course, "number", number, "own", "/courses/" + code));
    }

    @GetMapping("/courses/{code:[A-Z][A-Z0-9-]+}/questions")
    ModelAndView questions(Page page, Actor actor, @PathVariable String code,
            @RequestParam(defaultValue = "") String language) {
        return asked(page, get(code, language.isEmpty() ? page.lang() : language), List.of());
    }

    @PostMapping("/courses/{code:[A-Z][A-Z0-9-]+}/questions")
    ModelAndView answer(Page page, Actor actor, HttpServletResponse response, @PathVariable String code,
            @RequestParam Map<String, String> typed) {
        var course = get(code, typed.getOrDefault("language", "en"));
        var wrong = course.wrong(typed);
        if (!wrong.isEmpty()) {
            var again = asked(page.with(Map.of(), typed).says("warning",
                    page.t("courses.said.again", course.questions().size() - wrong.size(), course.questions().size())),
                    course, wrong);
            again.setStatus(HttpStatus.BAD_REQUEST);
            return again;
        }
        completions.complete(actor, places.agency(actor), course, years.of(actor.tenant()).begins());
        Flashes.say(response, "success", page.t("courses.said.completed", course.title()));
        return new ModelAndView("redirect:/courses/" + code + "?language=" + course.language());
    }

    private static ModelAndView asked(Page page, Course course, List<String> wrong) {
        var model = new HashMap<String, Object>(Map.of("page", page.titled("courses.questions"), "course", course,
                "wrong", wrong, "own", "/courses/" + course.code()));
        model.put("back", "/courses/" + course.code() + "?language=" + course.language());
        return new ModelAndView("training/courses/staff/questions", model);
    }

    private List<CourseCompletions.Completion> done(Actor actor, String code) {
        return completions.of(actor.person(), code, years.of(actor.tenant()).begins()).stream().toList();
    }

    private Course get(String code, String language) {
        return courses.newest(code, language).filter(c -> c.audience() == Course.For.STAFF)
                .orElseThrow(() -> new NotFound("course " + code));
    }
}
