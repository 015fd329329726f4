package org.daywatch.planning.drills.pulse;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.daywatch.planning.PlanningRefusal;
import org.daywatch.planning.drills.Drill;
import org.daywatch.planning.drills.DrillDoor;
import org.daywatch.planning.drills.pulse.Pulse.Answer;
import org.daywatch.planning.drills.pulse.Pulse.Who;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * One question after a drill about an attack: each adult of the school for themselves, and who has a class by a show of
 * hands.
 */
@Controller
@Needs(Permission.DRILLS_READ)
class PulsePages {

    private static final int MOST_HANDS = 60;

    private final DrillDoor door;
    private final Pulses pulses;
    private final Clock clock;

    PulsePages(DrillDoor door, Pulses pulses, Clock clock) {
        this.door = door;
        this.pulses = pulses;
        this.clock = clock;
    }

    @GetMapping("/drills/{id}/pulse")
    ModelAndView show(Page page, Actor actor, @PathVariable UUID id) {
        var drill = asked(actor, id);
        var school = door.school(actor, drill);
        var model = new HashMap<String, Object>(Map.of("page", page.titled("drills.pulse"), "drill", drill, "school",
                school, "open", Pulse.open(drill, LocalDate.now(clock.withZone(school.zone()))),
                "said", pulses.said(id, actor.person(), Who.STAFF), "hands",
                pulses.said(id, actor.person(), Who.STUDENTS), "teaches", actor.may(Permission.ROOM_REPORT)));
        model.put("reads", actor.may(Permission.DRILLS_EDIT));
        model.put("staff", Pulse.shown(pulses.counts(id, Who.STAFF)));
        model.put("students", Pulse.shown(pulses.counts(id, Who.STUDENTS)));
        return new ModelAndView("planning/drills/pulse/pulse", model);
    }

    @PostMapping("/drills/{id}/pulse")
    ModelAndView say(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        var drill = openNow(actor, id);
        return Act.typed(page, response, "/drills/" + id + "/pulse", "drills.pulse.said", "own", form,
                again -> show(again, actor, id), () -> {
                    String word = form.getOrDefault("answer", "");
                    var answer = Arrays.stream(Answer.values()).filter(a -> a.name().equals(word)).findFirst()
                            .orElseThrow(() -> new InvalidInput("answer", word, "drills.pulse.wrong.answer"));
                    pulses.say(drill, actor.person(), Who.STAFF, Map.of(answer, 1));
                });
    }

    /** So many hands for each answer; never whose. */
    @PostMapping("/drills/{id}/pulse/hands")
    @Needs(Permission.ROOM_REPORT)
    ModelAndView hands(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        var drill = openNow(actor, id);
        return Act.typed(page, response, "/drills/" + id + "/pulse", "drills.pulse.said", "hands", form,
                again -> show(again, actor, id), () -> {
                    var counts = new EnumMap<Answer, Integer>(Answer.class);
                    for (var answer : Answer.values()) {
                        String typed = form.getOrDefault("hands-" + answer, "");
                        counts.put(answer, typed.isBlank()
                                ? 0
                                : Typed.number("hands-" + answer, typed, 0, MOST_HANDS, "drills.pulse.wrong.hands"));
                    }
                    if (counts.values().stream().allMatch(n -> n == 0))
                        throw new InvalidInput("hands-" + Answer.CALM, "", "drills.pulse.wrong.hands");
                    pulses.say(drill, actor.person(), Who.STUDENTS, counts);
                });
    }

    /** A district's own people only: how its students feel is no business of an agency. */
    private Drill asked(Actor actor, UUID id) {
        var drill = door.mine(actor, id);
        if (!actor.tenant().equals(drill.districtId()) || !Pulse.asked(drill))
            throw new NotFound("pulse of drill " + id);
        return drill;
    }

    private Drill openNow(Actor actor, UUID id) {
        var drill = asked(actor, id);
        if (!Pulse.open(drill, LocalDate.now(clock.withZone(door.school(actor, drill).zone()))))
            throw new Refused(PlanningRefusal.DRILL_PULSE_OVER, Map.of());
        return drill;
    }
}
