package org.daywatch.relationships.threats.glass.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.TypedForm;
import org.daywatch.relationships.threats.ThreatDoor;
import org.daywatch.relationships.threats.glass.Glass;
import org.daywatch.relationships.threats.glass.GlassBreaking;
import org.daywatch.relationships.threats.glass.GlassDoor;
import org.daywatch.relationships.threats.prompts.Prompts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Breaking the glass of a threat assessment, reading it for a quarter hour, and who did. */
@Controller
@Needs(value = Permission.THREATS_READ, hidden = true)
class GlassPages {

    private static final int LONGEST = 500;

    private final GlassDoor glass;
    private final GlassBreaking breaking;
    private final ThreatDoor door;
    private final Prompts prompts;
    private final Campuses campuses;

    GlassPages(GlassDoor glass, GlassBreaking breaking, ThreatDoor door, Prompts prompts, Campuses campuses) {
        this.glass = glass;
        this.breaking = breaking;
        this.door = door;
        this.prompts = prompts;
        this.campuses = campuses;
    }

    /** The principal is led there by the message, and from the case. */
    @Configuration(proxyBeanMethods = false)
    static class Nav {
        @Bean
        NavEntry glassEntry(@Value("${daywatch.tips.enabled:false}") boolean isOn) {
            return NavEntry.of(NavPart.SAFETY, 76, "glass.log", "/glass/log", "lock", Permission.GLASS_READ)
                    .when(actor -> isOn
                            && (actor.role() == Role.SAFETY_DIRECTOR || actor.role() == Role.RECORDS_KEEPER));
        }
    }

    @GetMapping("/glass")
    ModelAndView form(Page page, Actor actor) {
        return new ModelAndView("relationships/threats/glass/pages/glass",
                Map.of("page", page.titled("glass.title"), "open", glass.open(actor)));
    }

    @PostMapping("/glass")
    ModelAndView broken(Page page, Actor actor, HttpServletResponse response, @RequestParam("form") UUID formId,
            @RequestParam Map<String, String> form) {
        glass.check(actor);
        return Act.typed(page, "glass", form, again -> form(again, actor), () -> {
            var typed = new TypedForm("glass", form);
            var student = typed.must("student", 200);
            var reason = typed.must("reason", LONGEST);
            typed.check();
            return new ModelAndView("redirect:/glass/" + glass.breakOf(actor, student, reason)
                    .orElseThrow(() -> new InvalidInput("student", student, "glass.wrong.student")));
        });
    }

    @GetMapping("/glass/{id}")
    ModelAndView one(Page page, Actor actor, @PathVariable UUID id) {
        var opened = glass.get(actor, id);
        return new ModelAndView("relationships/threats/glass/pages/under-glass",
                Map.of("page", page.titled("glass.title"), "opened", opened, "whole",
                        opened.glass().part() == Glass.Opens.CASE, "prompts",
                        prompts.on(opened.threat().file().promptsOf())));
    }

    /** Of whom and why stands on the page of the case. */
    @Needs(value = Permission.GLASS_READ, hidden = true)
    @GetMapping("/glass/log")
    ModelAndView log(Page page, Actor actor) {
        if (!door.isOpen()) throw new NotFound("glass");
        var rows = breaking.log(actor.school());
        var schools = campuses.list(rows.stream().map(Glass::school).collect(java.util.stream.Collectors.toSet()))
                .stream().collect(java.util.stream.Collectors.toMap(c -> c.id(), c -> c));
        return new ModelAndView("relationships/threats/glass/pages/glass-log",
                Map.of("page", page.titled("glass.log"), "rows", rows, "schools", schools));
    }
}
