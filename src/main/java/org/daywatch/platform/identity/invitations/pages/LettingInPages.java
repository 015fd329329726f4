package org.daywatch.platform.identity.invitations.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.invitations.InvitedBy;
import org.daywatch.platform.identity.invitations.pages.LettingInDesk.Circle;
import org.daywatch.platform.identity.members.UserScope;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Letting people in, for every role of an organization whose users the reader looks after. */
@Controller
@Needs(value = Permission.USERS_EDIT, stepUp = true)
class LettingInPages {

    private final LettingInDesk desk;
    private final UserScope scope;

    LettingInPages(LettingInDesk desk, UserScope scope) {
        this.desk = desk;
        this.scope = scope;
    }

    @GetMapping("/users/letting-in")
    ModelAndView show(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var paging = Paging.read("/users/letting-in", parameters, LettingInDesk.SORTS.keySet(), "name").about("org");
        return desk.show(page, actor, circle(page, actor, Ids.find(paging.filter("org")).orElse(null)), paging);
    }

    @GetMapping("/users/letting-in.csv")
    void csv(Page page, Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var paging = Paging.read("/users/letting-in", parameters, LettingInDesk.SORTS.keySet(), "name").about("org");
        desk.csv(actor, circle(page, actor, Ids.find(paging.filter("org")).orElse(null)), paging, response);
    }

    @PostMapping("/users/letting-in")
    @Nullable
    ModelAndView ask(Page page, Actor actor, @RequestParam UUID org, @RequestParam(defaultValue = "") Set<UUID> who,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam InvitedBy by, @RequestParam(defaultValue = "") String as, @RequestParam UUID form,
            HttpServletResponse response) {
        return desk.ask(page, actor, circle(page, actor, org), who, role, by, as.equals("pdf"), form, response);
    }

    @PostMapping("/users/letting-in/withdrawal")
    ModelAndView withdraw(Page page, Actor actor, @RequestParam UUID org, @RequestParam UUID person,
            @RequestParam Role role, HttpServletResponse response) {
        return desk.withdraw(page, actor, circle(page, actor, org), person, role, response);
    }

    private Circle circle(Page page, Actor actor, @Nullable UUID org) {
        var where = scope.organization(actor, org);
        return new Circle("/users/letting-in", where, null, "/users?org=" + where.id(), page.t("users.title"));
    }
}
