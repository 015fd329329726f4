package org.daywatch.emergencies.reunification;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.daywatch.emergencies.reunification.Reunification.By;
import org.daywatch.emergencies.reunification.Reunification.Duty;
import org.daywatch.emergencies.reunification.Reunification.StudentPlace;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is done at a reunification beside the cards: greeting, who does what, where students are. */
@Controller
@Needs({Permission.REUNIFY, Permission.STUDENTS_READ})
class ReunionWorkPages {

    private final ReunionDoor door;
    private final ReunificationPages pages;
    private final Reunifications reunifications;
    private final ReunionDuties duties;
    private final PickupCommands pickups;
    private final Organizations organizations;

    ReunionWorkPages(ReunionDoor door, ReunificationPages pages, Reunifications reunifications, ReunionDuties duties,
            PickupCommands pickups, Organizations organizations) {
        this.door = door;
        this.pages = pages;
        this.reunifications = reunifications;
        this.duties = duties;
        this.pickups = pickups;
        this.organizations = organizations;
    }

    @PostMapping("/reunification/{id}/cards")
    ModelAndView greet(Actor actor, Page page, @PathVariable UUID id,
            @RequestParam(defaultValue = "") String guardian, @RequestParam UUID form) {
        var reunification = door.mine(actor, id);
        return Act.told(page, Map.of("guardian", guardian), again -> pages.one(actor, again, reunification, ""), () -> {
            var card = pickups.greet(ReunionDoor.by(actor), reunification, guardian, form);
            return new ModelAndView(
                    "redirect:/reunification/" + id + card.map(pickup -> "/cards/" + pickup.id()).orElse(""));
        });
    }

    @PostMapping("/reunification/{id}/students/{student}")
    String place(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id,
            @PathVariable UUID student, @RequestParam(defaultValue = "") String place) {
        var reunification = door.mine(actor, id);
        var to = word(StudentPlace.class, "place", place);
        ReunionDoor.act(page, response, () -> {
            reunifications.place(ReunionDoor.by(actor), reunification, student, to);
            return "";
        });
        return "redirect:/reunification/" + id;
    }

    /** @param to ASSEMBLY: all who are looked for are there; BACK: all who are there go back to class */
    @PostMapping("/reunification/{id}/everybody")
    String everybody(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam(defaultValue = "") String to) {
        var reunification = door.mine(actor, id);
        boolean back = word(StudentPlace.class, "to", to) == StudentPlace.BACK;
        ReunionDoor.act(page, response,
                () -> back
                        ? page.t("reunification.said.back",
                                reunifications.allBack(ReunionDoor.by(actor), reunification))
                        : page.t("reunification.said.assembly",
                                reunifications.allAtAssembly(ReunionDoor.by(actor), reunification)));
        return "redirect:/reunification/" + id;
    }

    /**
     * Taken by oneself, or given by the person who runs it. @param to empty: oneself. @param card where they came from,
     * empty for the reunification's page
     */
    @Needs(Permission.REUNIFY)
    @PostMapping("/reunification/{id}/duties")
    String give(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam(defaultValue = "") String duty, @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String card, @RequestParam(defaultValue = "") String why) {
        var reunification = door.mine(actor, id);
        var word = word(Duty.class, "duty", duty);
        if (word == Duty.LEAD) actor.need(Permission.ALERT_LEAD);
        var who = to.isEmpty() ? ReunionDoor.by(actor) : staff(reunification, to);
        ReunionDoor.act(page, response, () -> {
            duties.give(ReunionDoor.by(actor), reunification, who, word, why);
            return page.t("reunification.said.duty", who.name(), page.t("reunification.duty." + word));
        });
        return "redirect:/reunification/" + id + Ids.find(card).map(c -> "/cards/" + c).orElse("");
    }

    private By staff(Reunification reunification, String person) {
        return organizations.placedAt(reunification.districtId(), reunification.schoolId()).stream()
                .filter(p -> p.person().toString().equals(person))
                .map(p -> new By(p.person(), p.name())).findFirst()
                .orElseThrow(() -> new InvalidInput("to", person, "reunification.error.choose"));
    }

    /** One's own duty, or anybody's by whoever runs it. */
    @PostMapping("/reunification/{id}/duties/{person}/{duty}/end")
    String leave(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id,
            @PathVariable UUID person, @PathVariable Duty duty) {
        var reunification = door.mine(actor, id);
        if (!person.equals(actor.person())) actor.need(Permission.REUNIFY);
        ReunionDoor.act(page, response, () -> {
            duties.leave(ReunionDoor.by(actor), reunification, person, duty);
            return "";
        });
        return "redirect:"
                + (actor.may(Permission.REUNIFY) || !door.duties(actor, id).isEmpty() ? "/reunification/" + id : "/");
    }

    private static <E extends Enum<E>> E word(Class<E> kind, String field, String text) {
        for (E word : kind.getEnumConstants()) if (word.name().equals(text)) return word;
        throw new InvalidInput(field, text, "reunification.error.choose");
    }
}
