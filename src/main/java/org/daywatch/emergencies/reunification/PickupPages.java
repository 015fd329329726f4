package org.daywatch.emergencies.reunification;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.guardians.Guardians;
import org.daywatch.directory.guardians.Guardianship;
import org.daywatch.directory.rosters.AtSchool;
import org.daywatch.emergencies.reunification.PickupCommand.Close;
import org.daywatch.emergencies.reunification.PickupCommand.ComparePhoto;
import org.daywatch.emergencies.reunification.PickupCommand.Fetch;
import org.daywatch.emergencies.reunification.PickupCommand.FillCard;
import org.daywatch.emergencies.reunification.PickupCommand.GoOn;
import org.daywatch.emergencies.reunification.PickupCommand.MatchHalves;
import org.daywatch.emergencies.reunification.PickupCommand.PupilAnswers;
import org.daywatch.emergencies.reunification.PickupCommand.ToPrivateRoom;
import org.daywatch.emergencies.reunification.Reunification.PupilPlace;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One card: what is to be done with it next, and by whom; everything that was done stands below. */
@Controller
@Needs(Permission.REUNIFY)
class PickupPages {

    private final PickupCommands commands;
    private final ReunionQueries queries;
    private final Guardians guardians;
    private final AtSchool atSchool;

    PickupPages(PickupCommands commands, ReunionQueries queries, Guardians guardians, AtSchool atSchool) {
        this.commands = commands;
        this.queries = queries;
        this.guardians = guardians;
        this.atSchool = atSchool;
    }

    @GetMapping("/reunification/{id}/cards/{card}")
    ModelAndView card(Actor actor, Page page, @PathVariable UUID id, @PathVariable UUID card, @RequestParam(defaultValue = "") String pupil) {
        return view(actor, page, mine(actor, id), card, pupil);
    }

    private ModelAndView view(Actor actor, Page page, Reunification reunification, UUID card, String chosen) {
        var pickup = queries.pickup(reunification.id(), card);
        var pupils = queries.pupils(reunification.id());
        var pupil = pickup.pupil() != null ? pickup.pupil() : Ids.find(chosen).orElse(null);
        var there = pupils.stream().filter(p -> p.id().equals(pupil)).findFirst();
        var list = there.map(p -> guardians.ofPupil(p.pupilId(), "card " + pickup.card())).orElse(List.of());
        return new ModelAndView("emergencies/reunification/card", Map.of("page", page.titled("reunification.card.title", pickup.card()), "reunification", reunification, "school",
                atSchool.of(actor, reunification.schoolId()), "pickup", pickup, "pupils", pupils.stream().filter(p -> p.place() != PupilPlace.RELEASED).toList(),
                "chosen", there.map(List::of).orElse(List.of()), "list", distinct(list), "steps", queries.steps(card), "leads", actor.may(Permission.ALERT_LEAD),
                "self", actor.person()));
    }

    /** One line a guardian, whatever entries there are of him. */
    private static List<Guardianship> distinct(List<Guardianship> all) {
        var seen = new java.util.HashSet<UUID>();
        var once = new ArrayList<Guardianship>();
        all.forEach(g -> {
            if (seen.add(g.guardianId())) once.add(g);
        });
        return once;
    }

    @PostMapping("/reunification/{id}/cards/{card}/{step}")
    ModelAndView step(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id, @PathVariable UUID card, @PathVariable String step,
            @RequestParam Map<String, String> form) {
        var reunification = mine(actor, id);
        try {
            if (step.equals("on") || step.equals("closing")) actor.need(Permission.ALERT_LEAD);
            var next = carry(new PickupCommands.By(actor.person(), actor.name()), actor, reunification, card, step, form);
            Flashes.say(response, next.state() instanceof Pickup.State.Stopped ? "warning" : "success", page.t("reunification.state." + next.state().code()));
            return new ModelAndView("redirect:/reunification/" + id + "/cards/" + card);
        } catch (InvalidInput wrong) {
            return again(actor, page.with(wrong, form), reunification, card, form);
        } catch (Refused refused) {
            return again(actor, page.says("error", page.sentence(refused)), reunification, card, form);
        }
    }

    private ModelAndView again(Actor actor, Page page, Reunification reunification, UUID card, Map<String, String> form) {
        var view = view(actor, page, reunification, card, form.getOrDefault("pupil", ""));
        view.setStatus(HttpStatus.BAD_REQUEST);
        return view;
    }

    private Pickup carry(PickupCommands.By by, Actor actor, Reunification reunification, UUID card, String step, Map<String, String> form) {
        var zone = atSchool.of(actor, reunification.schoolId()).zone();
        return switch (step) {
            case "filling" -> commands.fill(by, reunification, card, new FillCard(Ids.find(form.getOrDefault("pupil", ""))
                    .orElseThrow(() -> new InvalidInput("pupil", form.getOrDefault("pupil", ""), "reunification.error.pupil")), Ids.find(form.getOrDefault("guardianId", "")).orElse(null)));
            case "check" -> commands.check(by, reunification, card, form.getOrDefault("idSeen", "").equals("yes"), zone);
            case "photo" -> commands.carry(by, reunification, card, new ComparePhoto(by.person(), yes(form, "matches")), "");
            case "fetching" -> commands.carry(by, reunification, card, new Fetch(by.person()), "");
            case "answer" -> commands.carry(by, reunification, card, new PupilAnswers(by.person(), yes(form, "answer")), "");
            case "halves" -> commands.carry(by, reunification, card, new MatchHalves(by.person(), form.getOrDefault("half", "")), "");
            case "on" -> commands.carry(by, reunification, card, new GoOn(by.person(), why(form)), why(form));
            case "room" -> commands.carry(by, reunification, card, new ToPrivateRoom(by.person()), "");
            case "closing" -> commands.carry(by, reunification, card, new Close(by.person(), why(form)), why(form));
            default -> throw new NotFound("step " + step);
        };
    }

    private static boolean yes(Map<String, String> form, String field) {
        var text = form.getOrDefault(field, "");
        if (!text.equals("yes") && !text.equals("no")) throw new InvalidInput(field, text, "reunification.error.choose");
        return text.equals("yes");
    }

    private static String why(Map<String, String> form) {
        var why = form.getOrDefault("why", "").strip();
        if (why.length() < 5 || why.length() > 300) throw new InvalidInput("why", why, "reunification.error.why");
        return why;
    }

    private Reunification mine(Actor actor, UUID id) {
        var reunification = queries.get(id);
        if (actor.school() != null && !actor.school().equals(reunification.schoolId())) throw new NotFound("reunification " + id);
        return reunification;
    }
}
