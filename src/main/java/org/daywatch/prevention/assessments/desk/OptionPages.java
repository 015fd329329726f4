package org.daywatch.prevention.assessments.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.Typed;
import org.daywatch.prevention.assessments.AssessmentDoor;
import org.daywatch.prevention.instruments.Instruments;
import org.daywatch.prevention.measures.MeasureCommand;
import org.daywatch.prevention.measures.MeasureCommands;
import org.daywatch.prevention.measures.MeasureWords;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An option of the instrument becomes a measure somebody proposes. */
@Controller
class OptionPages {

    private final AssessmentDoor door;
    private final Instruments instruments;
    private final MeasureCommands measures;

    OptionPages(AssessmentDoor door, Instruments instruments, MeasureCommands measures) {
        this.door = door;
        this.instruments = instruments;
        this.measures = measures;
    }

    @PostMapping("/assessments/{id}/items/{item}/measures")
    @Needs(Permission.ASSESSMENTS_EDIT)
    ModelAndView propose(Page page, Actor actor, @PathVariable UUID id, @PathVariable String item, @RequestParam(defaultValue = "") String option, @RequestParam(defaultValue = "") String dollars,
            @RequestParam(defaultValue = "") String payer, @RequestParam("form") UUID formId, HttpServletResponse response) {
        var a = door.mine(actor, id);
        var known = instruments.get(a.instrument(), a.edition()).byId().get(item);
        if (known == null) throw new NotFound("item " + item);
        return Act.on(page, response, "/assessments/" + id + "#gap-" + item, "assessments.said.proposed", () -> {
            if (!option.matches("[0-9]") || Integer.parseInt(option) >= known.options().size()) throw new InvalidInput("option", option, "assessments.wrong.option");
            var chosen = known.options().get(Integer.parseInt(option));
            measures.propose(door.school(actor, a), new MeasureCommands.Wish(a.id(), item, known.text().in(page.lang()), chosen.text().in(page.lang()), chosen.cost(),
                    MeasureWords.typed("dollars", dollars), Typed.cut(payer, 120)), new MeasureCommand.By(actor.person(), actor.name(), AssessmentDoor.leads(actor)), formId);
        });
    }
}
