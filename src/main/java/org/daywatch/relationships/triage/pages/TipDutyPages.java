package org.daywatch.relationships.triage.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.TypedForm;
import org.daywatch.relationships.triage.DutyList.Turn;
import org.daywatch.relationships.triage.duty.TipDuty;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who is told first of a tip about a life; kept by the district. */
@Controller
@Needs(Permission.TIP_DUTY_EDIT)
class TipDutyPages {

    private static final int LAST = 9;

    private final TipDuty duty;

    TipDutyPages(TipDuty duty) {
        this.duty = duty;
    }

    @Configuration(proxyBeanMethods = false)
    static class Nav {
        @Bean
        NavEntry tipDutyEntry(@Value("${daywatch.tips.enabled:false}") boolean isOn) {
            return NavEntry.of(NavPart.SAFETY, 75, "tipduty.nav", "/tip-duty", "event", Permission.TIP_DUTY_EDIT)
                    .when(actor -> isOn);
        }
    }

    @GetMapping("/tip-duty")
    ModelAndView list(Page page, Actor actor) {
        var district = actor.tenant();
        var turns = duty.turns(district);
        return new ModelAndView("relationships/triage/pages/duty",
                Map.of("page", page.titled("tipduty.title"), "turns", turns, "analysts", duty.analysts(district),
                        "gaps", turns.isEmpty() ? 0 : duty.list(district).gaps().size()));
    }

    @PostMapping("/tip-duty")
    ModelAndView put(Page page, Actor actor, HttpServletResponse response, @RequestParam Map<String, String> form) {
        return Act.typed(page, response, "/tip-duty", "tipduty.said.set", "turn", form, again -> list(again, actor),
                () -> {
                    var typed = new TypedForm("tipduty", form);
                    var person = typed.id("person");
                    if (!duty.analysts(actor.tenant()).containsKey(person))
                        typed.wrong("person", "tipduty.wrong.person");
                    var days = Arrays.stream(DayOfWeek.values())
                            .filter(day -> typed.text("on" + day).equals("true")).toList();
                    if (days.isEmpty()) typed.wrong("onMONDAY", "tipduty.wrong.days");
                    var from = typed.time("from");
                    var until = typed.time("until");
                    int rank = typed.mustNumber("rank", 1, LAST);
                    typed.check();
                    duty.put(actor.tenant(), days, new Turn(person, days.getFirst(), from, until, rank));
                });
    }

    @PostMapping("/tip-duty/{id}/removal")
    ModelAndView remove(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id) {
        return Act.on(page, response, "/tip-duty", "tipduty.said.removed", () -> duty.remove(actor.tenant(), id));
    }
}
