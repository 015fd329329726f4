package org.daywatch.staffing.officers.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.invitations.InvitedBy;
import org.daywatch.platform.identity.invitations.pages.LettingInDesk.Circle;
import org.daywatch.platform.identity.invitations.pages.LettingInDesk;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Whoever keeps the officers' files lets the officers in: who was added or imported is a member and has no way to sign
 * in yet.
 */
@Controller
@Needs(value = Permission.OFFICERS_EDIT, stepUp = true)
class OfficerLettingInPages {

    private final LettingInDesk desk;
    private final Organizations organizations;

    OfficerLettingInPages(LettingInDesk desk, Organizations organizations) {
        this.desk = desk;
        this.organizations = organizations;
    }

    @GetMapping("/officers/letting-in")
    ModelAndView show(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        return desk.show(page, actor, circle(page, actor),
                Paging.read("/officers/letting-in", parameters, LettingInDesk.SORTS.keySet(), "name").about("org"));
    }

    @GetMapping("/officers/letting-in.csv")
    void csv(Page page, Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        desk.csv(actor, circle(page, actor),
                Paging.read("/officers/letting-in", parameters, LettingInDesk.SORTS.keySet(), "name").about("org"),
                response);
    }

    @PostMapping("/officers/letting-in")
    @Nullable
    ModelAndView ask(Page page, Actor actor, @RequestParam(defaultValue = "") Set<UUID> who, @RequestParam InvitedBy by,
            @RequestParam(defaultValue = "") String as,
            @RequestParam UUID form, HttpServletResponse response) {
        return desk.ask(page, actor, circle(page, actor), who, Role.OFFICER, by, as.equals("pdf"), form, response);
    }

    @PostMapping("/officers/letting-in/withdrawal")
    ModelAndView withdraw(Page page, Actor actor, @RequestParam UUID person, @RequestParam Role role,
            HttpServletResponse response) {
        return desk.withdraw(page, actor, circle(page, actor), person, role, response);
    }

    private Circle circle(Page page, Actor actor) {
        return new Circle("/officers/letting-in", organizations.find(actor.tenant()).orElseThrow(), Role.OFFICER,
                "/officers", page.t("officers.title"));
    }
}
