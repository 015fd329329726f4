package org.daywatch.relationships.threats.disclosures.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.TypedForm;
import org.daywatch.relationships.threats.ThreatDoor.Entrance;
import org.daywatch.relationships.threats.ThreatDoor;
import org.daywatch.relationships.threats.ThreatRules;
import org.daywatch.relationships.threats.cases.ThreatCase;
import org.daywatch.relationships.threats.disclosures.Disclosure.Asked;
import org.daywatch.relationships.threats.disclosures.Disclosure.Recipient;
import org.daywatch.relationships.threats.disclosures.Disclosure.To;
import org.daywatch.relationships.threats.disclosures.Disclosure.What;
import org.daywatch.relationships.threats.disclosures.DisclosureGround;
import org.daywatch.relationships.threats.disclosures.Disclosures;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The record of disclosures of a case: what went to whom on which ground; and a line more. */
@Controller
@Needs(value = Permission.THREATS_EDIT, hidden = true)
class DisclosurePages {

    private static final int LONGEST = 1000;
    private static final int MOST_HOURS = 9999;

    private final ThreatDoor door;
    private final ThreatRules rules;
    private final Disclosures disclosures;

    DisclosurePages(ThreatDoor door, ThreatRules rules, Disclosures disclosures) {
        this.door = door;
        this.rules = rules;
        this.disclosures = disclosures;
    }

    @GetMapping("/threats/{id}/disclosures")
    ModelAndView record(Page page, Actor actor, @PathVariable UUID id) {
        return door.with(actor, id, (at, c) -> shown(page, at, c));
    }

    private ModelAndView shown(Page page, Entrance at, ThreatCase c) {
        var rows = disclosures.of(at, c).stream().map(DisclosureLine.of(page, at.school().zone(), disclosures.now()))
                .toList();
        return new ModelAndView("relationships/threats/disclosures/pages/disclosures",
                Map.of("page", page.titled("disclosures.title"), "threat", c, "rows", rows, "known",
                        disclosures.known(at), "grounds", disclosures.grounds(at.today()), "hours",
                        rules.mostDisclosureHours(at.school(), at.today())));
    }

    @PostMapping("/threats/{id}/disclosures")
    ModelAndView disclose(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam("form") UUID formId, @RequestParam Map<String, String> form) {
        return Act.typed(page, response, "/threats/" + id + "/disclosures", "disclosures.said.made", "disclosed", form,
                again -> record(again, actor, id), () -> door.with(actor, id, (at, c) -> {
                    var typed = new TypedForm("disclosures", form);
                    var asked = new Asked(recipient(typed, disclosures.known(at)),
                            typed.one("part", What.class).orElse(What.CASE),
                            ground(typed, disclosures.grounds(at.today())), typed.must("reason", LONGEST),
                            typed.mustNumber("hours", 1, MOST_HOURS));
                    typed.check();
                    disclosures.add(at, c, asked);
                    return id;
                }));
    }

    /** Somebody known here, or a name. */
    private static Recipient recipient(TypedForm typed, List<Recipient> known) {
        var chosen = typed.text("recipient");
        for (var one : known) if (one.id() != null && one.id().toString().equals(chosen)) return one;
        if (chosen.equals(To.OTHER_POLICE.name()) || chosen.equals(To.PARENT.name()))
            return new Recipient(To.valueOf(chosen), null, typed.must("name", 200));
        typed.wrong("recipient", "disclosures.wrong.recipient");
        return new Recipient(To.PARENT, null, "");
    }

    private static DisclosureGround ground(TypedForm typed, List<DisclosureGround> grounds) {
        var chosen = grounds.stream().filter(g -> g.code().equals(typed.text("ground"))).findFirst();
        if (chosen.isEmpty())
            typed.wrong("ground",
                    typed.text("ground").isEmpty() ? "disclosures.wrong.ground.none" : "disclosures.wrong.ground");
        return chosen.orElse(grounds.getFirst());
    }

    @PostMapping("/threats/{id}/disclosures/{disclosure}/end")
    ModelAndView end(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @PathVariable UUID disclosure) {
        return Act.on(page, response, "/threats/" + id + "/disclosures", "disclosures.said.ended",
                () -> door.with(actor, id, (at, c) -> {
                    disclosures.end(at, c, disclosure);
                    return id;
                }));
    }
}
