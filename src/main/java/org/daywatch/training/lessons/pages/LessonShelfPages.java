package org.daywatch.training.lessons.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.training.lessons.file.FaultLines;
import org.daywatch.training.lessons.file.LessonReader;
import org.daywatch.training.lessons.library.LessonShelving;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Adds to the library and takes off it. */
@Controller
@Needs(Permission.LESSONS_EDIT)
class LessonShelfPages {

    private final LessonShelving shelving;
    private final LessonDoor door;

    LessonShelfPages(LessonShelving shelving, LessonDoor door) {
        this.shelving = shelving;
        this.door = door;
    }

    @GetMapping("/lessons/new")
    ModelAndView fresh(Page page) {
        return form(page, "", List.of(), new byte[0]);
    }

    private static ModelAndView form(Page page, String file, List<FieldError> faults, byte[] bytes) {
        return new ModelAndView("training/lessons/pages/new", Map.of("page", page.titled("lessons.new"), "file", file,
                "faults", faults, "lines", FaultLines.of(bytes)));
    }

    @PostMapping("/lessons")
    ModelAndView add(Actor actor, Page page, HttpServletResponse response, @RequestParam("form") UUID formId,
            @RequestParam MultipartFile file) throws IOException {
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        byte[] bytes = file.getSize() > LessonReader.LARGEST ? new byte[0] : file.getBytes();
        return Act.file(wrong -> form(page, name, wrong.errors(), bytes), () -> {
            if (file.isEmpty()) throw new InvalidInput("$", name, "lessons.wrong.none");
            if (file.getSize() > LessonReader.LARGEST) throw new InvalidInput("$", name, "lessons.wrong.large");
            var lesson = shelving.add(actor, bytes, formId);
            Flashes.say(response, "success", page.t("lessons.said.added", lesson.title(), lesson.edition()));
            return new ModelAndView(
                    "redirect:/lessons/" + lesson.code() + "/" + lesson.edition() + "/" + lesson.language());
        });
    }

    @GetMapping("/lessons/{code:[A-Z][A-Z0-9-]+}/retirement")
    ModelAndView ask(Actor actor, Page page, @PathVariable String code) {
        if (!shelving.mayChange(actor, code)) throw new org.daywatch.platform.errors.NotFound("own lesson " + code);
        return new ModelAndView("training/lessons/pages/retire",
                Map.of("page", page.titled("lessons.retire"), "shelf", door.newest(code)));
    }

    @PostMapping("/lessons/{code:[A-Z][A-Z0-9-]+}/retirement")
    ModelAndView retire(Actor actor, Page page, HttpServletResponse response, @PathVariable String code) {
        shelving.retire(actor, code, true);
        Flashes.say(response, "success", page.t("lessons.said.retired"));
        return new ModelAndView("redirect:/lessons/" + code);
    }

    @PostMapping("/lessons/{code:[A-Z][A-Z0-9-]+}/return")
    ModelAndView bringBack(Actor actor, Page page, HttpServletResponse response, @PathVariable String code) {
        shelving.retire(actor, code, false);
        Flashes.say(response, "success", page.t("lessons.said.back"));
        return new ModelAndView("redirect:/lessons/" + code);
    }
}
