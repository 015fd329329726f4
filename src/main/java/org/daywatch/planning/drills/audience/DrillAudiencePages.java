package org.daywatch.planning.drills.audience;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.planning.drills.audience.DrillAudience.Group;
import org.daywatch.planning.drills.audience.DrillAudience.Way;
import org.daywatch.planning.drills.kinds.DrillKind;
import org.daywatch.planning.places.DrillPlaces;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who is told of a school's drills, and by which ways: everybody may read it, whoever plans drills says it. */
@Controller
@Needs(Permission.DRILLS_READ)
class DrillAudiencePages {

    private final DrillPlaces places;
    private final DrillAudiences audiences;
    private final Clock clock;

    DrillAudiencePages(DrillPlaces places, DrillAudiences audiences, Clock clock) {
        this.places = places;
        this.audiences = audiences;
        this.clock = clock;
    }

    @GetMapping("/drills/schools/{school}/told")
    ModelAndView told(Page page, Actor actor, @PathVariable UUID school) {
        var campus = places.get(actor, school);
        return new ModelAndView("planning/drills/audience/told",
                Map.of("page", page.titled("drills.told"), "school", campus, "lines", audiences.lines(school), "today",
                        LocalDate.now(clock.withZone(campus.zone())), "edits", actor.may(Permission.DRILLS_EDIT)));
    }

    @PostMapping("/drills/schools/{school}/told")
    @Needs(Permission.DRILLS_EDIT)
    ModelAndView say(Page page, Actor actor, @PathVariable UUID school, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        var campus = places.get(actor, school);
        return Act.form(page, form, again -> told(again, actor, school), () -> {
            var from = Typed.day("from", form.getOrDefault("from", ""));
            if (from.isBefore(LocalDate.now(clock.withZone(campus.zone()))))
                throw new InvalidInput("from", from.toString(), "drills.told.wrong.past");
            var people = Arrays.stream(Group.values()).filter(g -> form.getOrDefault("to" + g, "").equals("true"))
                    .collect(Collectors.toSet());
            var ways = Arrays.stream(Way.values()).filter(w -> form.getOrDefault("by" + w, "").equals("true"))
                    .collect(Collectors.toSet());
            audiences.say(places.agency(actor), campus, kind(form.getOrDefault("kind", "")), from,
                    new DrillAudience(people, ways), actor.name());
            Flashes.say(response, "success", page.t("drills.told.said"));
            return new ModelAndView("redirect:/drills/schools/" + school + "/told");
        });
    }

    @PostMapping("/drills/schools/{school}/told/removal")
    @Needs(Permission.DRILLS_EDIT)
    ModelAndView takeBack(Page page, Actor actor, @PathVariable UUID school, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        var campus = places.get(actor, school);
        return Act.on(page, response, "/drills/schools/" + school + "/told", "drills.told.removed", () -> {
            var from = Typed.day("from", form.getOrDefault("from", ""));
            if (!audiences.takeBack(campus, kind(form.getOrDefault("kind", "")), from))
                throw new NotFound("who is told of drills of school " + school + " from " + from);
        });
    }

    /** Null for all kinds. */
    private static @Nullable DrillKind kind(String word) {
        if (word.equals("ANY")) return null;
        return DrillKind.of(word).orElseThrow(() -> new InvalidInput("kind", word, "drills.told.wrong.kind"));
    }
}
