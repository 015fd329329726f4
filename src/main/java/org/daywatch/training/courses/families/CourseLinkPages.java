package org.daywatch.training.courses.families;

import static org.daywatch_db.training.Tables.COURSE_LINK;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.platform.paper.QrDrawing;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.PublicAddress;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.training.courses.Course;
import org.daywatch.training.courses.Courses;
import org.daywatch.training.courses.families.CourseLinks.Count;
import org.daywatch.training.courses.families.CourseLinks.CourseLink;
import org.daywatch.training.sessions.LessonPlaces;
import org.daywatch.training.sessions.SessionDoor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Codes for families: made for a school, printed as a sheet, counted, ended. */
@Controller
@Needs(Permission.COURSES_READ)
public class CourseLinkPages {

    static final Map<String, Comparator<Row>> SORTS = Map.of("course", Comparator.comparing(Row::title), "school",
            Comparator.comparing(r -> r.school().name()), "made",
            Comparator.comparing(r -> r.link().madeAt()), "opened", Comparator.comparingInt(Row::opened), "completed",
            Comparator.comparingInt(Row::completed));

    private final CourseLinks links;
    private final Courses courses;
    private final LessonPlaces places;
    private final SessionDoor door;
    private final PublicAddress site;

    CourseLinkPages(CourseLinks links, Courses courses, LessonPlaces places, SessionDoor door, PublicAddress site) {
        this.links = links;
        this.courses = courses;
        this.places = places;
        this.door = door;
        this.site = site;
    }

    public record Row(CourseLink link, Campus school, String title, List<Count> counts) {

        public int opened() {
            return counts.stream().mapToInt(Count::opened).sum();
        }

        public int completed() {
            return counts.stream().mapToInt(Count::completed).sum();
        }

        int completed(String language) {
            return counts.stream().filter(c -> c.language().equals(language)).mapToInt(Count::completed).sum();
        }
    }

    @GetMapping("/courses/links")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var paging = Paging.read("/courses/links", parameters, SORTS.keySet(), "-made");
        var rows = rows(page, actor, paging);
        var placed = paging.of(rows.size());
        return new ModelAndView("training/courses/families/links",
                Map.of("page", page.titled("courses.links.title"), "paging", placed, "rows", placed.shown(rows),
                        "schools", places.of(actor),
                        "courses", courses.list(Course.For.PARENTS, page.lang()), "makes", makes(actor)));
    }

    @GetMapping("/courses/links.csv")
    void csv(Page page, Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var paging = Paging.read("/courses/links", parameters, SORTS.keySet(), "-made");
        Csv.answer(response, "family-courses.csv",
                List.of("course", "title", "school", "code", "made", "ended", "opened", "completed", "completed_en",
                        "completed_es"),
                rows(page, actor, paging).stream()
                        .map(r -> Arrays.asList(r.link().course(), r.title(), r.school().name(), r.link().code(),
                                r.link().madeAt(), r.link().ended(), r.opened(), r.completed(), r.completed("en"),
                                r.completed("es"))));
    }

    private List<Row> rows(Page page, Actor actor, Paging paging) {
        var schools = places.of(actor).stream().collect(Collectors.toMap(Campus::id, Function.identity()));
        var counts = links.counts();
        return links.list(COURSE_LINK.SCHOOL_ID.in(schools.keySet())).stream()
                .map(l -> new Row(l, schools.get(l.school()), title(page, l), counts.getOrDefault(l.id(), List.of())))
                .filter(r -> paging.filter("open").isEmpty()
                        || (r.link().ended() == null) == paging.filter("open").equals("yes"))
                .filter(r -> paging.finds(r.title(), r.school().name(), r.link().code()))
                .sorted(paging.order(SORTS).thenComparing(r -> r.link().id())).toList();
    }

    private String title(Page page, CourseLink link) {
        return courses.newest(link.course(), page.lang()).map(Course::title).orElse(link.course());
    }

    /** Who answers for a school gives out its codes; the agency reads the figures. */
    private static boolean makes(Actor actor) {
        return actor.role() == Role.PRINCIPAL || actor.role() == Role.SAFETY_DIRECTOR;
    }

    @PostMapping("/courses/links")
    ModelAndView make(Page page, Actor actor, @RequestParam Map<String, String> typed) {
        if (!makes(actor)) throw new NotFound("making codes as " + actor.role());
        return Act.typed(page, "make", typed, again -> list(again, actor, Map.of()), () -> {
            String said = typed.getOrDefault("school", "");
            var school = places.of(actor).stream().filter(s -> s.id().toString().equals(said)).findFirst()
                    .orElseThrow(() -> new InvalidInput("school", said, "sessions.wrong.choice"));
            String code = typed.getOrDefault("course", "");
            var course = courses.list(school.districtId(), Course.For.PARENTS, page.lang()).stream()
                    .filter(c -> c.code().equals(code)).findFirst()
                    .orElseThrow(() -> new InvalidInput("course", code, "sessions.wrong.choice"));
            return new ModelAndView("redirect:/courses/links/"
                    + links.open(places.agency(actor), school, course.code(), actor.name()).id());
        });
    }

    @GetMapping("/courses/links/{id}")
    ModelAndView one(Page page, Actor actor, @PathVariable UUID id) {
        var link = mine(actor, id);
        String address = site.link("/course/" + link.code());
        var row = new Row(link, places.any(actor, link.school()), title(page, link),
                links.counts().getOrDefault(id, List.of()));
        return new ModelAndView("training/courses/families/link",
                Map.of("page", page.titled("courses.link.title"), "row", row, "address", address, "spoken",
                        link.spoken(), "qr", QrDrawing.of(address),
                        "makes", makes(actor)));
    }

    @PostMapping("/courses/links/{id}/end")
    ModelAndView end(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id) {
        var link = mine(actor, id);
        if (!makes(actor)) throw new NotFound("ending codes as " + actor.role());
        return Act.on(page, response, "/courses/links/" + id, "courses.link.ended", () -> links.end(link));
    }

    private CourseLink mine(Actor actor, UUID id) {
        var link = links.find(id).orElseThrow(() -> new NotFound("course link " + id));
        places.get(actor, link.school());
        return link;
    }
}
