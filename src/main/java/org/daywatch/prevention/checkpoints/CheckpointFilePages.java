package org.daywatch.prevention.checkpoints;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.prevention.places.PreventionPlaces;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Checkpoints of a school taken in from a spreadsheet. */
@Controller
@Needs(Permission.CHECKPOINTS_EDIT)
class CheckpointFilePages {

    private static final long LARGEST = 1 << 20;
    private static final int LONGEST_VALUE = 40;

    private final CheckpointCommands commands;
    private final PreventionPlaces places;

    CheckpointFilePages(CheckpointCommands commands, PreventionPlaces places) {
        this.commands = commands;
        this.places = places;
    }

    @GetMapping("/checkpoints/file")
    ModelAndView file(Page page, Actor actor, @RequestParam(defaultValue = "") String school) {
        return new ModelAndView("prevention/checkpoints/file",
                Map.of("page", page.titled("checkpoints.file"), "schools", places.of(actor), "chosen", school));
    }

    @PostMapping("/checkpoints/file")
    ModelAndView take(Page page, Actor actor, @RequestParam(defaultValue = "") String school,
            @RequestParam("form") UUID formId, @RequestParam MultipartFile file,
            HttpServletResponse response) throws IOException {
        byte[] bytes = file.getSize() > LARGEST ? new byte[0] : file.getBytes();
        return Act.file(wrong -> file(page.with(said(page, wrong), Map.of()), actor, school), () -> {
            if (file.getSize() > LARGEST)
                throw new InvalidInput("file", file.getOriginalFilename() == null ? "" : file.getOriginalFilename(),
                        "checkpoints.file.large");
            var at = Ids.find(school)
                    .flatMap(id -> places.of(actor).stream().filter(s -> s.id().equals(id)).findFirst())
                    .orElseThrow(() -> new InvalidInput("school", school, "checkpoints.wrong.school"));
            var taken = commands.take(places.agency(at), at,
                    CheckpointFile.read(new String(bytes, StandardCharsets.UTF_8)), actor.name(), formId);
            Flashes.say(response, "success", page.t("checkpoints.said.file", taken.added(), taken.changed()));
            return new ModelAndView("redirect:/checkpoints?school=" + at.id());
        });
    }

    private static Map<String, String> said(Page page, InvalidInput wrong) {
        var said = new LinkedHashMap<String, String>();
        for (var e : wrong.errors()) {
            String message = page.has(e.message()) ? page.t(e.message()) : e.message();
            boolean line = e.field().startsWith("line ");
            String value = e.value().length() > LONGEST_VALUE ? e.value().substring(0, LONGEST_VALUE) + "…" : e.value();
            said.merge(line ? "file" : e.field(),
                    line ? page.t("checkpoints.file.line", e.field().split(" ")[1], value, message) : message,
                    (a, b) -> a + "\n" + b);
        }
        return said;
    }
}
