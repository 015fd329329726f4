package org.daywatch.platform.identity.users;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.identity.codes.AccountNotices;
import org.daywatch.platform.identity.members.UserQueries;
import org.daywatch.platform.securitylog.SecurityEvent;
import org.daywatch.platform.securitylog.SecurityLog;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * A lost phone, an open page somewhere, a password that went around: an administrator signs out a person, or everybody.
 * Who may come in stays as it is.
 */
@Controller
@Needs(value = Permission.USERS_EDIT, stepUp = true)
class SignOutPages {

    private final UserQueries queries;
    private final Sessions sessions;
    private final AuditLog audit;
    private final SecurityLog security;

    SignOutPages(UserQueries queries, Sessions sessions, AuditLog audit, SecurityLog security) {
        this.queries = queries;
        this.sessions = sessions;
        this.audit = audit;
        this.security = security;
    }

    @PostMapping("/users/{person}/sign-out")
    ModelAndView one(Page page, Actor actor, @PathVariable UUID person, @RequestParam UUID org,
            HttpServletResponse response) {
        var where = queries.organization(actor, org);
        var name = queries.places(actor, where.id(), person).getFirst().name();
        int ended = end(List.of(person), AccountNotices.subject(person));
        Flashes.say(response, "success", page.t("users.signout.done", name, ended));
        return new ModelAndView("redirect:/users/" + person + "?org=" + org);
    }

    /** Asks once more: a whole agency types its password again afterward. */
    @GetMapping("/users/sign-out")
    ModelAndView confirm(Page page, Actor actor, @RequestParam UUID org) {
        var where = queries.organization(actor, org);
        return new ModelAndView("platform/identity/users/sign-out",
                Map.of("page", page.titled("users.signout.everybody.title"), "org", where, "people",
                        others(actor, where.id()).size()));
    }

    @PostMapping("/users/sign-out")
    ModelAndView everybody(Page page, Actor actor, @RequestParam UUID org, HttpServletResponse response) {
        var where = queries.organization(actor, org);
        int ended = end(others(actor, where.id()), "organization " + where.id());
        Flashes.say(response, "success", page.t("users.signout.everybody.done", ended));
        return new ModelAndView("redirect:/users?org=" + org);
    }

    private List<UUID> others(Actor actor, UUID org) {
        return queries.people(actor, org).stream().filter(person -> !person.equals(actor.person())).toList();
    }

    private int end(List<UUID> people, String subject) {
        int ended = sessions.closeAll(people);
        audit.act("SignedOutByAdministrator", subject, Map.of("people", people.size(), "sessions", ended));
        security.done(SecurityEvent.SESSION_EXPIRED, subject,
                Map.of("audit", "SignedOutByAdministrator", "sessions", ended));
        return ended;
    }
}
