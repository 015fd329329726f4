package org.daywatch.prevention.assessments.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
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
    private final AssessmentPages assessments;

    OptionPages(AssessmentDoor door, Instruments instruments, MeasureCommands measures, AssessmentPages assessments) {
        this.door = door;
        this.instruments = instruments;
        this.measures = measures;
        this.assessments = assessments;
    }

    /** Stored in English; read in the language of whoever reads. */
    @PostMapping("/assessments/{id}/items/{item}/measures")
    @Needs(Permission.ASSESSMENTS_EDIT)
    ModelAndView propose(Page page, Actor actor, @PathVariable UUID id, @PathVariable String item,
            @RequestParam Map<String, String> form, @RequestParam("form") UUID formId,
            HttpServletResponse response) {
        var a = door.mine(actor, id);
        var known = instruments.get(a.instrument(), a.edition()).byId().get(item);
        if (known == null) throw new NotFound("item " + item);
        return Act.typed(page, response, "/assessments/" + id + "#gap-" + item, "assessments.said.proposed",
                "measure-" + item, form, again -> assessments.one(again, actor, id), () -> {
                    String option = form.getOrDefault("option", "");
                    if (!option.matches("[0-9]") || Integer.parseInt(option) >= known.options().size())
                        throw new InvalidInput("option", option, "assessments.wrong.option");
                    var chosen = known.options().get(Integer.parseInt(option));
                    measures.propose(door.school(actor, a),
                            new MeasureCommands.Wish(a.id(), item, known.text().en(), chosen.text().en(), chosen.cost(),
                                    MeasureWords.typed("dollars", form.getOrDefault("dollars", "")),
                                    Typed.cut(form.getOrDefault("payer", ""), 120)),
                            new MeasureCommand.By(actor.person(), actor.name(), AssessmentDoor.leads(actor)), formId);
                });
    }
}
