package org.daywatch.platform.identity.users;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.identity.Accounts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.identity.members.UserQueries;
import org.daywatch.platform.identity.oidc.ProviderBindings;
import org.daywatch.platform.identity.recovery.RecoveryQueries;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One member: their roles here, how they sign in, what an administrator can do about it. */
@Controller
@Needs(value = Permission.USERS_EDIT, stepUp = true)
class MemberPages {

    private final UserQueries queries;
    private final UserCommands commands;
    private final Accounts accounts;
    private final Sessions sessions;
    private final RecoveryQueries recoveries;
    private final Times times;
    private final ProviderBindings bindings;
    private final String provider;

    MemberPages(UserQueries queries, UserCommands commands, Accounts accounts, Sessions sessions,
            RecoveryQueries recoveries, Times times, ProviderBindings bindings,
            @Value("${daywatch.oidc.name:OpenID}") String provider) {
        this.queries = queries;
        this.commands = commands;
        this.accounts = accounts;
        this.sessions = sessions;
        this.recoveries = recoveries;
        this.times = times;
        this.bindings = bindings;
        this.provider = provider;
    }

    @GetMapping("/users/{person}")
    ModelAndView member(Page page, Actor actor, @PathVariable UUID person,
            @RequestParam(required = false) @Nullable UUID org) {
        var where = queries.organization(actor, org);
        var places = queries.places(actor, where.id(), person);
        var bound = bindings.since(person).map(since -> times.day(page, since)).orElse("");
        return new ModelAndView("platform/identity/users/member",
                Map.of("page", page.titled("users.member.title", places.getFirst().name()),
                        "org", where, "places", places, "account", accounts.find(person).orElseThrow(), "devices",
                        sessions.list(person).size(),
                        "schools", commands.schools(actor, where), "roles", UserPages.roles(actor, where), "times",
                        times,
                        "me", actor.person(),
                        "recovery", queries.bound(actor, where.id(), () -> recoveries.findOpen(where.id(), person))))
                .addObject("provider", provider).addObject("bound", bound);
    }

    @PostMapping("/users/{person}/role")
    ModelAndView role(Page page, Actor actor, @PathVariable UUID person, @RequestParam UUID org,
            @RequestParam Role before, @RequestParam Role role,
            @RequestParam(defaultValue = "") String school, HttpServletResponse response) {
        commands.changeRole(actor, queries.organization(actor, org), person, before, role, UserPages.school(school));
        Flashes.say(response, "success", page.t("users.role.changed", page.t("role." + role.name())));
        return new ModelAndView("redirect:/users/" + person + "?org=" + org);
    }

    /** Asks once more: what ends is said before it ends. */
    @GetMapping("/users/{person}/departure")
    ModelAndView confirm(Page page, Actor actor, @PathVariable UUID person, @RequestParam UUID org,
            @RequestParam Role role) {
        var where = queries.organization(actor, org);
        var places = queries.places(actor, where.id(), person);
        return new ModelAndView("platform/identity/users/departure",
                Map.of("page", page.titled("users.departure.title", places.getFirst().name()),
                        "org", where, "name", places.getFirst().name(), "person", person, "role", role));
    }

    @PostMapping("/users/{person}/departure")
    ModelAndView depart(Page page, Actor actor, @PathVariable UUID person, @RequestParam UUID org,
            @RequestParam Role role, HttpServletResponse response) {
        var where = queries.organization(actor, org);
        commands.endMembership(actor, where.id(), person, role);
        Flashes.say(response, "success", page.t("users.departure.done"));
        return new ModelAndView("redirect:/users?org=" + org);
    }
}
