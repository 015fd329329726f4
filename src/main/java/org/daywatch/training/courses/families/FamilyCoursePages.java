package org.daywatch.training.courses.families;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Limits;
import org.daywatch.platform.identity.Limits.Limit;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.cookies.SiteCookie;
import org.daywatch.training.courses.Course;
import org.daywatch.training.courses.Courses;
import org.daywatch.training.courses.families.CourseLinks.CourseLink;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A course as a family takes it: everything on one page, no account, and only the number of families is kept. */
@Controller
@Open(why = "families have no accounts; a code opens a course that anybody may read, nothing is asked of them, and wrong codes are limited")
class FamilyCoursePages {

    private static final String OPENED = "course-opened-";
    private static final Duration KEPT = Duration.ofDays(300);

    private final CourseLinks links;
    private final FamilyCounts counts;
    private final Courses courses;
    private final Campuses campuses;
    private final Limits limits;
    private final Clock clock;

    FamilyCoursePages(CourseLinks links, FamilyCounts counts, Courses courses, Campuses campuses, Limits limits,
            Clock clock) {
        this.links = links;
        this.counts = counts;
        this.courses = courses;
        this.campuses = campuses;
        this.limits = limits;
        this.clock = clock;
    }

    @GetMapping("/course")
    ModelAndView enter(Page page, @RequestParam(defaultValue = "") String language) {
        return new ModelAndView("training/courses/families/enter",
                Map.of("page", page.in(language).titled("courses.family.title")));
    }

    @PostMapping("/course")
    ModelAndView go(Page page, @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String language, HttpServletRequest request) {
        var said = page.in(language);
        limits.take(Limit.CODE_CLIENT, request.getRemoteAddr());
        if (links.place(code).isEmpty()) {
            var again = enter(said.with(Map.of("code", said.t("courses.family.wrong")), Map.of("code", code)),
                    language);
            again.setStatus(HttpStatus.BAD_REQUEST);
            return again;
        }
        limits.giveBack(Limit.CODE_CLIENT, request.getRemoteAddr());
        return new ModelAndView("redirect:/course/"
                + code.toUpperCase(java.util.Locale.ROOT).replaceAll("[^0-9A-Z]", "") + "?language=" + said.lang());
    }

    @GetMapping("/course/{code}")
    ModelAndView read(Page page, @PathVariable String code, @RequestParam(defaultValue = "") String language,
            HttpServletRequest request, HttpServletResponse response) {
        var said = page.in(language);
        return with(code, request, response, (link, school) -> {
            if (!known(request, link)) counts.opened(link, today(school), said.lang());
            remember(request, response, link);
            return shown(said, link, school, List.of(), false);
        });
    }

    @PostMapping("/course/{code}")
    ModelAndView answer(Page page, @PathVariable String code, @RequestParam Map<String, String> typed,
            HttpServletRequest request, HttpServletResponse response) {
        var said = page.in(typed.getOrDefault("language", "")).with(Map.of(), typed);
        return with(code, request, response, (link, school) -> {
            var wrong = course(link, said.lang()).wrong(typed);
            if (wrong.isEmpty())
                counts.completed(link, today(school), said.lang(),
                        Ids.find(typed.getOrDefault("form", "")).orElseGet(UUID::randomUUID));
            return shown(said, link, school, wrong, wrong.isEmpty());
        });
    }

    private ModelAndView shown(Page page, CourseLink link, Campus school, List<String> wrong, boolean done) {
        var course = course(link, page.lang());
        var model = new HashMap<String, Object>(Map.of("page", page.titled("courses.family.title"), "course", course,
                "school", school.name(), "wrong", wrong, "done", done, "own", "/course/" + link.code()));
        model.put("form", page.value("form", page.formId()));
        return new ModelAndView("training/courses/families/family", model);
    }

    private ModelAndView with(String code, HttpServletRequest request, HttpServletResponse response,
            BiFunction<CourseLink, Campus, ModelAndView> answer) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        limits.take(Limit.CODE_CLIENT, request.getRemoteAddr());
        var place = links.place(code).orElseThrow(() -> new NotFound("course code"));
        return Tenancy.as(Scope.system(place.agency()), () -> {
            var link = links.find(place.link()).orElseThrow(() -> new NotFound("course code"));
            limits.giveBack(Limit.CODE_CLIENT, request.getRemoteAddr());
            return answer.apply(link,
                    campuses.find(link.school()).orElseThrow(() -> new NotFound("school " + link.school())));
        });
    }

    /** This browser has opened the course before: a second look is no second family. */
    private static boolean known(HttpServletRequest request, CourseLink link) {
        return opened(link).read(request).isPresent();
    }

    /** That it was opened, and nothing of who did. */
    private static void remember(HttpServletRequest request, HttpServletResponse response, CourseLink link) {
        opened(link).set(request, response, "1", KEPT);
    }

    private static SiteCookie opened(CourseLink link) {
        return new SiteCookie(OPENED + link.code(), SiteCookie.SameSite.Lax);
    }

    private Course course(CourseLink link, String language) {
        return courses.newest(link.course(), language).orElseThrow(() -> new NotFound("course " + link.course()));
    }

    private LocalDate today(Campus school) {
        return LocalDate.now(clock.withZone(school.zone()));
    }
}
