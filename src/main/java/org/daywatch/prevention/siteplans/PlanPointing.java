package org.daywatch.prevention.siteplans;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.daywatch.directory.Campus;
import org.daywatch.directory.plans.SchoolPlans;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.prevention.findings.Finding.Mark;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * The pages on which something is placed on a plan: at what is marked there already, or where somebody taps after
 * opening the plan.
 */
@Component
public class PlanPointing {

    private final SchoolPlans plans;

    PlanPointing(SchoolPlans plans) {
        this.plans = plans;
    }

    /**
     * What is placed.
     *
     * @param own address below which its pages of plans lie
     * @param back where it leads once it is placed
     * @param mark where it stands now; null: nowhere yet
     * @param purpose why the plan is opened, as its owner reads it
     */
    public record Target(Campus school, String what, String where, String own, String back, String backLabel,
            @Nullable Mark mark, String purpose) {}

    public ModelAndView choose(Page page, Target target) {
        return new ModelAndView("prevention/siteplans/choose",
                Map.of("page", page.titled("pointing.title"), "target", target, "plans", plans.of(target.school())));
    }

    /** @param chosen the plan and the mark on it, as {@code plan/mark} */
    public ModelAndView atMark(Page page, Target target, String chosen, HttpServletResponse response,
            Consumer<@Nullable Mark> place) {
        return Act.on(page, response, target.back(), "pointing.said", () -> {
            String[] part = chosen.split("/");
            var plan = Ids.find(part[0]).orElseThrow(() -> new InvalidInput("mark", chosen, "pointing.wrong.mark"));
            var at = plans.mark(target.school(), plan, Ids.find(part.length > 1 ? part[1] : "")
                    .orElseThrow(() -> new InvalidInput("mark", chosen, "pointing.wrong.mark")));
            place.accept(new Mark(plan, at.across(), at.down()));
        });
    }

    public ModelAndView open(Actor actor, Target target, UUID plan) {
        var opening = plans.open(target.school(), plan, actor.person(), actor.name(), target.purpose());
        return new ModelAndView("redirect:" + target.own() + "/" + plan + "/openings/" + opening.id());
    }

    public ModelAndView sheet(Page page, Actor actor, Target target, UUID plan, UUID opening) {
        return new ModelAndView("prevention/siteplans/point", Map.of("page", page.titled("pointing.title"), "target",
                target, "sheet", plans.sheet(target.school(), plan, opening, actor.person())));
    }

    /**
     * Shown inside the page only: opened by itself it is a file to save, so that a drawing runs nothing whatever it
     * holds.
     */
    public ResponseEntity<byte[]> picture(Actor actor, Campus school, UUID plan, UUID opening) {
        var picture = plans.picture(school, plan, opening, actor.person());
        return ResponseEntity.ok().header("Content-Type", picture.mediaType()).header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"plan\"").body(picture.bytes());
    }

    /** @param form across and down, in percent */
    public ModelAndView point(Page page, Actor actor, Target target, UUID plan, UUID opening, Map<String, String> form,
            HttpServletResponse response, Consumer<@Nullable Mark> place) {
        var sheet = plans.sheet(target.school(), plan, opening, actor.person());
        try {
            place.accept(new Mark(sheet.plan().id(), percent("across", form), percent("down", form)));
            Flashes.say(response, "success", page.t("pointing.said"));
        } catch (InvalidInput wrong) {
            var again = sheet(page.with(wrong, form), actor, target, plan, opening);
            again.setStatus(HttpStatus.BAD_REQUEST);
            return again;
        } catch (Refused refused) {
            Flashes.say(response, "error", Act.sentence(page, refused));
        }
        return new ModelAndView("redirect:" + target.back());
    }

    private static double percent(String field, Map<String, String> form) {
        String said = form.getOrDefault(field, "").strip();
        if (!said.matches("[0-9]{1,3}([.][0-9]{1,2})?") || Double.parseDouble(said) > 100)
            throw new InvalidInput(field, said, "pointing.wrong.percent");
        return Double.parseDouble(said);
    }
}
