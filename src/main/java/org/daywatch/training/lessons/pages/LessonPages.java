package org.daywatch.training.lessons.pages;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.training.lessons.library.LessonShelving;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * One edition in one language: the whole of it, its slides on the wall, the teacher's phone, activities, quiz and
 * sheets.
 */
@Controller
@Needs(Permission.LESSONS_READ)
class LessonPages {

    private static final String AT = "/lessons/{code:[A-Z][A-Z0-9-]+}/{edition:\\d+}/{language:en|es}";

    private final LessonDoor door;
    private final LessonShelving shelving;

    LessonPages(LessonDoor door, LessonShelving shelving) {
        this.door = door;
        this.shelving = shelving;
    }

    @GetMapping(AT)
    ModelAndView lesson(Actor actor, Page page, @PathVariable String code, @PathVariable int edition,
            @PathVariable String language) {
        var shown = door.get(code, edition, language);
        boolean changes = !shown.shelf().shipped() && actor.may(Permission.LESSONS_EDIT)
                && shelving.mayChange(actor, code);
        return new ModelAndView("training/lessons/pages/lesson",
                Map.of("page", page.titled("lessons.one", shown.lesson().title()), "shown", shown, "teaches",
                        actor.may(Permission.LESSONS_TEACH),
                        "changes", changes));
    }

    /** On the wall. All slides come at once, so that a lesson goes on when the connection does not. */
    @GetMapping(AT + "/slides/{number:\\d+}")
    ModelAndView slides(Page page, @PathVariable String code, @PathVariable int edition, @PathVariable String language,
            @PathVariable int number) {
        var shown = door.get(code, edition, language);
        if (number < 1 || number > shown.lesson().slides().size())
            throw new NotFound("slide " + number + " of lesson " + code);
        return new ModelAndView("training/lessons/pages/slides", Map.of("page",
                page.titled("lessons.slides.title", shown.lesson().title()), "shown", shown, "number", number));
    }

    /** In the hand: what to do and say, part by part and slide by slide. */
    @GetMapping(AT + "/teach")
    ModelAndView teach(Page page, @PathVariable String code, @PathVariable int edition, @PathVariable String language) {
        return view("teach", "lessons.teach.title", page, code, edition, language);
    }

    /** The same as a phone keeps it for a room without a connection: nothing but the lesson. */
    @GetMapping(AT + "/notes")
    ModelAndView notes(Page page, @PathVariable String code, @PathVariable int edition, @PathVariable String language) {
        return view("notes", "lessons.teach.title", page, code, edition, language);
    }

    @GetMapping(AT + "/activities")
    ModelAndView activities(Page page, @PathVariable String code, @PathVariable int edition,
            @PathVariable String language) {
        return view("activities", "lessons.activities.title", page, code, edition, language);
    }

    @GetMapping(AT + "/quiz")
    ModelAndView quiz(Page page, @PathVariable String code, @PathVariable int edition, @PathVariable String language) {
        return view("quiz", "lessons.quiz.title", page, code, edition, language);
    }

    @GetMapping(AT + "/staff-sheet")
    ModelAndView staff(Page page, @PathVariable String code, @PathVariable int edition, @PathVariable String language) {
        return view("staff-sheet", "lessons.staffSheet.title", page, code, edition, language);
    }

    @GetMapping(AT + "/parent-sheet")
    ModelAndView parents(Page page, @PathVariable String code, @PathVariable int edition,
            @PathVariable String language) {
        return view("parent-sheet", "lessons.parentSheet.title", page, code, edition, language);
    }

    private ModelAndView view(String template, String title, Page page, String code, int edition, String language) {
        var shown = door.get(code, edition, language);
        return new ModelAndView("training/lessons/pages/" + template,
                Map.of("page", page.titled(title, shown.lesson().title()), "shown", shown));
    }

    @GetMapping(AT + "/{paper:lesson|quiz|cards|staff-sheet|parent-sheet}.pdf")
    ResponseEntity<byte[]> pdf(Page page, @PathVariable String code, @PathVariable int edition,
            @PathVariable String language, @PathVariable String paper) {
        var lesson = door.get(code, edition, language).lesson();
        if (paper.equals("cards") && lesson.activities().stream().allMatch(a -> a.cards().isEmpty()))
            throw new NotFound("cards of lesson " + code);
        var texts = page.in(language); // a paper is in one language, its lesson's
        var bytes = switch (paper) {
            case "quiz" -> LessonPaper.quiz(texts, lesson);
            case "cards" -> LessonPaper.cards(texts, lesson);
            case "staff-sheet" -> LessonPaper.staffSheet(texts, lesson);
            case "parent-sheet" -> LessonPaper.parentSheet(texts, lesson);
            default -> LessonPaper.lesson(texts, lesson);
        };
        return file(MediaType.APPLICATION_PDF,
                code.toLowerCase(java.util.Locale.ROOT) + "-" + paper + "." + language + ".pdf", bytes);
    }

    /** The file itself, to change it into the next edition or a lesson of one's own. */
    @GetMapping(AT + "/lesson.json")
    ResponseEntity<byte[]> json(@PathVariable String code, @PathVariable int edition, @PathVariable String language) {
        door.get(code, edition, language);
        return file(MediaType.APPLICATION_JSON, code + "." + language + ".json",
                shelving.file(code, edition, language).getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> file(MediaType type, String name, byte[] bytes) {
        return ResponseEntity.ok().contentType(type).header(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString()).body(bytes);
    }
}
