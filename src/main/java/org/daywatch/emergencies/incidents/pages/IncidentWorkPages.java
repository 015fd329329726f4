package org.daywatch.emergencies.incidents.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.daywatch.emergencies.incidents.Calls911;
import org.daywatch.emergencies.incidents.CommandRole;
import org.daywatch.emergencies.incidents.IncidentDoor;
import org.daywatch.emergencies.incidents.IncidentQueries;
import org.daywatch.emergencies.incidents.IncidentWork.UnitKind;
import org.daywatch.emergencies.incidents.IncidentWork.UnitState;
import org.daywatch.emergencies.incidents.IncidentWork;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is written while it goes on: notes and corrections, roles, units, tasks. */
@Controller
@Needs(Permission.INCIDENT_EDIT)
class IncidentWorkPages {

    private final IncidentDoor door;
    private final IncidentWork work;
    private final Calls911 calls;
    private final IncidentQueries queries;
    private final IncidentPages pages;
    private final Clock clock;

    IncidentWorkPages(IncidentDoor door, IncidentWork work, Calls911 calls, IncidentQueries queries,
            IncidentPages pages, Clock clock) {
        this.door = door;
        this.work = work;
        this.calls = calls;
        this.queries = queries;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * @param quick one of the sentences that are one tap away; it wins over typed words, which stay for the next note
     */
    @PostMapping("/incidents/{id}/notes")
    ModelAndView note(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "NOTE") String kind,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String quick, @RequestParam UUID form, HttpServletResponse response) {
        if (quick.equals("CALLED_911"))
            return door.act(page, actor, id, response, "incidents.said.called911",
                    () -> calls.called(id, IncidentDoor.by(actor)));
        String said = IncidentWords.QUICK.contains(quick) ? page.t("incidents.quick." + quick) : words;
        String what = IncidentWords.NOTES.contains(kind) && quick.isEmpty() ? kind : "NOTE";
        return door.act(page, actor, id, response, "incidents.said.noted",
                () -> work.note(id, what, IncidentDoor.must("words", said, 1000), IncidentDoor.by(actor), form));
    }

    @PostMapping("/incidents/{id}/entries/{seq}/correction")
    ModelAndView correct(Page page, Actor actor, @PathVariable UUID id, @PathVariable int seq,
            @RequestParam(defaultValue = "") String words, HttpServletResponse response) {
        return door.act(page, actor, id, response, "/incidents/" + id, "incidents.said.corrected",
                again -> pages.correction(again, actor, id, seq),
                () -> calls.correct(id, queries.row(id, actor.person(), seq),
                        IncidentDoor.must("words", words, 1000), IncidentDoor.by(actor)));
    }

    /** @param name empty to take it themselves; @param leave nobody has it any more */
    @PostMapping("/incidents/{id}/roles")
    ModelAndView role(Page page, Actor actor, @PathVariable UUID id, @RequestParam CommandRole role,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean leave, HttpServletResponse response) {
        boolean self = name.isBlank() && !leave;
        return door.act(page, actor, id, response, leave ? "incidents.said.left" : "incidents.said.filled",
                () -> work.fill(id, role, leave ? "" : self ? actor.name() : IncidentDoor.cut(name, 120),
                        self ? actor.person() : null, IncidentDoor.by(actor)));
    }

    @PostMapping("/incidents/{id}/units")
    ModelAndView unit(Page page, Actor actor, @PathVariable UUID id, @RequestParam UnitKind kind,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String place, @RequestParam(defaultValue = "") String under,
            @RequestParam UnitState state, @RequestParam UUID form, HttpServletResponse response) {
        return door.act(page, actor, id, response, "incidents.said.unit",
                () -> work.order(id, kind, IncidentDoor.must("name", name, 120), IncidentDoor.cut(place, 120),
                        under(under), state, IncidentDoor.by(actor), form));
    }

    @PostMapping("/incidents/{id}/units/{unit}")
    ModelAndView move(Page page, Actor actor, @PathVariable UUID id, @PathVariable UUID unit,
            @RequestParam UnitState state, @RequestParam(defaultValue = "") String place,
            HttpServletResponse response) {
        return door.act(page, actor, id, response, "incidents.said.unit",
                () -> work.move(id, unit, state, IncidentDoor.cut(place, 120), IncidentDoor.by(actor)));
    }

    /** @param minutes until it is due; 0 for one without a time */
    @PostMapping("/incidents/{id}/tasks")
    ModelAndView task(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "0") int minutes, @RequestParam UUID form, HttpServletResponse response) {
        return door.act(page, actor, id, response, "incidents.said.task", () -> {
            if (minutes < 0 || minutes > 10_080)
                throw new InvalidInput("minutes", String.valueOf(minutes), "incidents.wrong.minutes");
            work.give(id, IncidentDoor.must("words", words, 300), IncidentDoor.must("owner", owner, 120),
                    minutes == 0 ? null : clock.instant().plus(Duration.ofMinutes(minutes)), IncidentDoor.by(actor),
                    form);
        });
    }

    @PostMapping("/incidents/{id}/tasks/{task}/done")
    ModelAndView done(Page page, Actor actor, @PathVariable UUID id, @PathVariable UUID task,
            HttpServletResponse response) {
        return door.act(page, actor, id, response, "incidents.said.done",
                () -> work.done(id, task, IncidentDoor.by(actor)));
    }

    private static String under(String role) {
        for (var known : CommandRole.values()) if (known.name().equals(role)) return role;
        return CommandRole.COMMANDER;
    }
}
