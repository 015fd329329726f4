package org.daywatch.prevention.assessments.walk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.prevention.assessments.AssessmentAnswers;
import org.daywatch.prevention.assessments.AssessmentCommands;
import org.daywatch.prevention.assessments.AssessmentDoor;
import org.daywatch.prevention.assessments.SiteAssessment;
import org.daywatch.prevention.findings.Finding.Mark;
import org.daywatch.prevention.instruments.Instruments;
import org.daywatch.prevention.siteplans.PlanPointing.Target;
import org.daywatch.prevention.siteplans.PlanPointing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where on the site plan something was found, or a photo was taken. @param thing of an address: the item, or the photo
 * by its id
 */
@Controller
@Needs(Permission.ASSESSMENTS_EDIT)
class AssessmentPlacePages {

    private final PlanPointing pointing;
    private final AssessmentCommands commands;
    private final AssessmentAnswers answers;
    private final AssessmentDoor door;
    private final Instruments instruments;

    AssessmentPlacePages(PlanPointing pointing, AssessmentCommands commands, AssessmentAnswers answers,
            AssessmentDoor door, Instruments instruments) {
        this.pointing = pointing;
        this.commands = commands;
        this.answers = answers;
        this.door = door;
        this.instruments = instruments;
    }

    @GetMapping("/assessments/{id}/places/{thing}")
    ModelAndView choose(Page page, Actor actor, @PathVariable UUID id, @PathVariable String thing) {
        return pointing.choose(page, target(page, actor, door.mine(actor, id), thing));
    }

    @PostMapping("/assessments/{id}/places/{thing}/mark")
    ModelAndView atMark(Page page, Actor actor, @PathVariable UUID id, @PathVariable String thing,
            @RequestParam(defaultValue = "") String mark, HttpServletResponse response) {
        var a = door.mine(actor, id);
        return pointing.atMark(page, target(page, actor, a, thing), mark, response, place(a, thing));
    }

    @PostMapping("/assessments/{id}/places/{thing}/removal")
    ModelAndView takeOff(Page page, Actor actor, @PathVariable UUID id, @PathVariable String thing,
            HttpServletResponse response) {
        var a = door.mine(actor, id);
        return Act.on(page, response, target(page, actor, a, thing).back(), "pointing.said.off",
                () -> place(a, thing).accept(null));
    }

    @PostMapping("/assessments/{id}/places/{thing}/{plan}/openings")
    ModelAndView open(Page page, Actor actor, @PathVariable UUID id, @PathVariable String thing,
            @PathVariable UUID plan) {
        return pointing.open(actor, target(page, actor, door.mine(actor, id), thing), plan);
    }

    @GetMapping("/assessments/{id}/places/{thing}/{plan}/openings/{opening}")
    ModelAndView sheet(Page page, Actor actor, @PathVariable UUID id, @PathVariable String thing,
            @PathVariable UUID plan, @PathVariable UUID opening) {
        return pointing.sheet(page, actor, target(page, actor, door.mine(actor, id), thing), plan, opening);
    }

    @GetMapping("/assessments/{id}/places/{thing}/{plan}/openings/{opening}/picture")
    ResponseEntity<byte[]> picture(Actor actor, @PathVariable UUID id, @PathVariable UUID plan,
            @PathVariable UUID opening) {
        return pointing.picture(actor, door.school(actor, door.mine(actor, id)), plan, opening);
    }

    @PostMapping("/assessments/{id}/places/{thing}/{plan}/openings/{opening}")
    ModelAndView point(Page page, Actor actor, @PathVariable UUID id, @PathVariable String thing,
            @PathVariable UUID plan, @PathVariable UUID opening, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        var a = door.mine(actor, id);
        return pointing.point(page, actor, target(page, actor, a, thing), plan, opening, form, response,
                place(a, thing));
    }

    private Target target(Page page, Actor actor, SiteAssessment a, String thing) {
        var school = door.school(actor, a);
        var photo = Ids.find(thing)
                .flatMap(p -> answers.photos(a.id()).stream().filter(x -> x.id().equals(p)).findFirst()).orElse(null);
        var item = instruments.get(a.instrument(), a.edition()).byId().get(photo == null ? thing : photo.item());
        if (item == null) throw new NotFound(thing + " of assessment " + a.id());
        var answer = answers.of(a.id()).get(item.id());
        if (photo == null && answer == null) throw new NotFound("an answer for " + item.id());
        String what = photo == null
                ? item.id() + " · " + item.text().in(page.lang())
                : photo.caption().isEmpty() ? page.t("assessments.photo") + " · " + item.id() : photo.caption();
        Mark mark = photo == null ? answer.mark() : photo.mark();
        return new Target(school, what, answer == null ? "" : answer.place(),
                "/assessments/" + a.id() + "/places/" + thing,
                "/assessments/" + a.id() + "/walk/" + item.layer() + "#item-" + item.id(),
                page.t("pointing.back"), mark, page.t("assessments.plan.purpose", school.name()));
    }

    private Consumer<@Nullable Mark> place(SiteAssessment a, String thing) {
        var photo = Ids.find(thing);
        return mark -> {
            if (photo.isPresent()) commands.placePhoto(a.id(), photo.get(), mark);
            else commands.place(a.id(), thing, mark);
        };
    }
}
