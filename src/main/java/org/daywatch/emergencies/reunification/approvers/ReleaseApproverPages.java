package org.daywatch.emergencies.reunification.approvers;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.rosters.AtSchool;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Organizations.Placed;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Who may let stopped cards go on alone at a school, read by those who reunite, said by those who set the school up.
 */
@Controller
@Needs(Permission.ALERT_SETUP)
public class ReleaseApproverPages {

    private final ReleaseApprovers approvers;
    private final AtSchool atSchool;

    ReleaseApproverPages(ReleaseApprovers approvers, AtSchool atSchool) {
        this.approvers = approvers;
        this.atSchool = atSchool;
    }

    /** @param nameable whom the reader may name; empty where they may name nobody */
    public record View(Campus school, List<Campus> schools, List<ReleaseApprover> named, List<Placed> nameable,
            boolean names) {}

    @Needs(Permission.REUNIFY)
    @GetMapping("/reunification/approvers")
    ModelAndView list(Actor actor, Page page, @RequestParam(defaultValue = "") String school) {
        return list(actor, page, atSchool.of(actor, school));
    }

    private ModelAndView list(Actor actor, Page page, Campus school) {
        boolean names = actor.may(Permission.ALERT_SETUP);
        var view = new View(school, atSchool.all(actor), approvers.ofSchool(school.id()),
                names ? approvers.nameable(school, actor.person()) : List.of(), names);
        return new ModelAndView("emergencies/reunification/approvers/approvers",
                Map.of("page", page.titled("reunification.approvers.title", school.name()), "view", view));
    }

    @PostMapping("/schools/{school}/release-approvers")
    ModelAndView name(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID school,
            @RequestParam(defaultValue = "") String person) {
        var campus = atSchool.of(actor, school);
        return Act.on(page, response, back(campus), "reunification.approvers.said.named",
                () -> approvers.name(actor, campus, Ids.find(person)
                        .orElseThrow(() -> new InvalidInput("person", person, "reunification.error.choose"))));
    }

    @PostMapping("/schools/{school}/release-approvers/{id}/end")
    ModelAndView end(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID school,
            @PathVariable UUID id) {
        var campus = atSchool.of(actor, school);
        return Act.on(page, response, back(campus), "reunification.approvers.said.ended",
                () -> approvers.end(actor, campus, id));
    }

    private static String back(Campus school) {
        return "/reunification/approvers?school=" + school.id();
    }
}
