package org.daywatch.prevention.rounds.walk;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.prevention.checkpoints.Checkpoint;
import org.daywatch.prevention.checkpoints.CheckpointStore;
import org.daywatch.prevention.places.PreventionPlaces;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A door sweep copied from paper; also the way of somebody whose browser runs no scripts. */
@Controller
@Needs(Permission.ROUNDS_WALK)
class PaperPages {

    private final Walks walks;
    private final CheckpointStore checkpoints;
    private final PreventionPlaces places;
    private final Clock clock;

    PaperPages(Walks walks, CheckpointStore checkpoints, PreventionPlaces places, Clock clock) {
        this.walks = walks;
        this.checkpoints = checkpoints;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping("/rounds/paper")
    ModelAndView form(Page page, Actor actor, @RequestParam(defaultValue = "") String school) {
        var schools = places.of(actor);
        return view(page, Ids.find(school).flatMap(id -> schools.stream().filter(s -> s.id().equals(id)).findFirst())
                .orElse(schools.isEmpty() ? null : schools.getFirst()));
    }

    @PostMapping("/rounds/paper")
    ModelAndView enter(Page page, Actor actor, @RequestParam Map<String, String> typed, @RequestParam UUID school,
            @RequestParam("form") UUID formId, HttpServletResponse response) {
        var campus = places.get(actor, school);
        return Act.form(page, typed, again -> view(again, campus), () -> {
            walks.enter(actor, campus, PaperSweep.read(typed, formId, doors(campus), campus.zone(), clock.instant()),
                    formId);
            Flashes.say(response, "success", page.t("rounds.said.finished"));
            return new ModelAndView("redirect:/rounds/" + formId);
        });
    }

    private List<Checkpoint> doors(Campus school) {
        return checkpoints.active(List.of(school.id())).stream().filter(Checkpoint::outer).toList();
    }

    private ModelAndView view(Page page, @Nullable Campus at) {
        var model = new HashMap<String, Object>();
        model.put("page", page.titled("rounds.paper"));
        model.put("at", at);
        model.put("doors", at == null ? List.of() : doors(at));
        model.put("today", at == null ? LocalDate.EPOCH : LocalDate.now(clock.withZone(at.zone())));
        return new ModelAndView("prevention/rounds/walk/paper", model);
    }
}
