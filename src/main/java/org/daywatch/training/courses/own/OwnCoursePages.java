package org.daywatch.training.courses.own;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.training.courses.Course;
import org.daywatch.training.courses.library.CourseShelving;
import org.daywatch.training.courses.library.CourseShelving.Shelved;
import org.daywatch.training.courses.library.ShippedCourses;
import org.daywatch.training.lessons.file.FaultLines;
import org.daywatch.training.lessons.file.LessonReader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Courses of one's own: what there is, one edition as its readers see it, adding a file, taking a course off. */
@Controller
@Needs(Permission.LESSONS_EDIT)
class OwnCoursePages {

    private static final String EDITION = "/courses/own/{code:[A-Z][A-Z0-9-]+}/{edition:[0-9][0-9]?[0-9]?}/{language:en|es}";

    private final CourseShelving shelving;

    OwnCoursePages(CourseShelving shelving) {
        this.shelving = shelving;
    }

    @GetMapping("/courses/own")
    ModelAndView list(Actor actor, Page page) {
        return new ModelAndView("training/courses/own/own", Map.of("page", page.titled("courses.own.title"), "shelf",
                shelving.list(actor, page.lang()), "takes", actor.may(Permission.COURSES_TAKE)));
    }

    @GetMapping("/courses/own/new")
    ModelAndView fresh(Page page) {
        return form(page, "", List.of(), new byte[0]);
    }

    private static ModelAndView form(Page page, String file, List<FieldError> faults, byte[] bytes) {
        return new ModelAndView("training/courses/own/new", Map.of("page", page.titled("courses.own.new"), "file", file,
                "faults", faults, "lines", FaultLines.of(bytes)));
    }

    @PostMapping("/courses/own")
    ModelAndView add(Actor actor, Page page, HttpServletResponse response, @RequestParam("form") UUID formId,
            @RequestParam MultipartFile file) throws IOException {
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        byte[] bytes = file.getSize() > LessonReader.LARGEST ? new byte[0] : file.getBytes();
        return Act.file(wrong -> form(page, name, wrong.errors(), bytes), () -> {
            if (file.isEmpty()) throw new InvalidInput("$", name, "courses.own.wrong.none");
            if (file.getSize() > LessonReader.LARGEST) throw new InvalidInput("$", name, "courses.own.wrong.large");
            var course = shelving.add(actor, bytes, formId);
            Flashes.say(response, "success", page.t("courses.own.said.added", course.title(), course.edition()));
            return new ModelAndView(
                    "redirect:/courses/own/" + course.code() + "/" + course.edition() + "/" + course.language());
        });
    }

    @GetMapping(EDITION)
    ModelAndView one(Actor actor, Page page, @PathVariable String code, @PathVariable int edition,
            @PathVariable String language) {
        return new ModelAndView("training/courses/own/edition", Map.of("page", page.titled("courses.one"), "course",
                shelving.edition(actor, code, edition, language), "shelved", shelving.get(actor, code, language)));
    }

    @GetMapping(EDITION + "/course.json")
    ResponseEntity<byte[]> file(Actor actor, @PathVariable String code, @PathVariable int edition,
            @PathVariable String language) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(code + "." + language + ".json").build().toString())
                .body(shelving.file(actor, code, edition, language).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The staff course that comes with Daywatch: a file that is known to be right is quicker to change than an empty
     * one to fill.
     */
    @GetMapping("/courses/own/example.json")
    ResponseEntity<Resource> example(Page page) {
        var course = ShippedCourses.files().stream()
                .filter(c -> c.audience() == Course.For.STAFF && c.language().equals(page.lang())).findFirst()
                .orElseThrow();
        String name = course.code() + "." + course.language() + ".json";
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(new ClassPathResource("courses/" + name));
    }

    @GetMapping("/courses/own/{code:[A-Z][A-Z0-9-]+}/retirement")
    ModelAndView ask(Actor actor, Page page, @PathVariable String code) {
        Shelved shelved = shelving.get(actor, code, page.lang());
        if (!shelved.mine()) throw new NotFound("own course " + code);
        return new ModelAndView("training/courses/own/retire",
                Map.of("page", page.titled("courses.own.retire"), "shelved", shelved));
    }

    @PostMapping("/courses/own/{code:[A-Z][A-Z0-9-]+}/retirement")
    ModelAndView retire(Actor actor, Page page, HttpServletResponse response, @PathVariable String code) {
        shelving.retire(actor, code, true);
        Flashes.say(response, "success", page.t("courses.own.said.retired"));
        return new ModelAndView("redirect:/courses/own");
    }

    @PostMapping("/courses/own/{code:[A-Z][A-Z0-9-]+}/return")
    ModelAndView bringBack(Actor actor, Page page, HttpServletResponse response, @PathVariable String code) {
        shelving.retire(actor, code, false);
        Flashes.say(response, "success", page.t("courses.own.said.back"));
        return new ModelAndView("redirect:/courses/own");
    }
}
