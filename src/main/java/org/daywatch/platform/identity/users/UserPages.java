package org.daywatch.platform.identity.users;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Organizations.Organization;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.RolePermissions;
import org.daywatch.platform.identity.invitations.InvitedBy;
import org.daywatch.platform.identity.invitations.LettingIn;
import org.daywatch.platform.identity.invitations.pages.LettingInDesk.Circle;
import org.daywatch.platform.identity.invitations.pages.LettingInDesk;
import org.daywatch.platform.identity.members.UserQueries;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.platform.web.kit.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The people of an organization: the list, and inviting. */
@Controller
@Needs(value = Permission.USERS_EDIT, stepUp = true)
class UserPages {

    private final UserQueries queries;
    private final UserCommands commands;
    private final LettingIn people;
    private final Times times;
    private final LettingInDesk desk;
    private final AuditLog audit;
    private final RolePermissions rights;

    UserPages(UserQueries queries, UserCommands commands, LettingIn people, Times times, LettingInDesk desk,
            AuditLog audit,
            RolePermissions rights) {
        this.queries = queries;
        this.commands = commands;
        this.people = people;
        this.times = times;
        this.desk = desk;
        this.audit = audit;
        this.rights = rights;
    }

    @Bean
    static NavEntry usersInNavigation() {
        return NavEntry.of(NavPart.SETUP, 900, "users.title", "/users", "groups", Permission.USERS_EDIT);
    }

    @GetMapping("/users")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var paging = paging(actor, parameters);
        var org = queries.organization(actor, org(paging));
        var placed = paging.of(queries.count(actor, org.id(), paging));
        return new ModelAndView("platform/identity/users/users",
                Map.of("page", page.titled("users.title"), "paging", placed, "org", org,
                        "organizations", queries.organizations(actor), "members", queries.list(actor, org.id(), placed),
                        "next", people.toInvite(people.list(actor, org.id(), null)).size(), "times", times, "roles",
                        roles(org)));
    }

    @GetMapping("/users.csv")
    void csv(Page page, Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var paging = paging(actor, parameters);
        var org = queries.organization(actor, org(paging));
        audit.act("UsersExported", "organization " + org.id(), paging.filters());
        Csv.answer(response, "users.csv", List.of("organization", "name", "email", "role", "since", "until"),
                queries.all(actor, org.id(), paging).map(
                        m -> Arrays.asList(org.name(), m.name(), m.email(), m.role().name(), m.since(), m.until())));
    }

    @GetMapping("/users/new")
    ModelAndView form(Page page, Actor actor, @RequestParam(required = false) @Nullable UUID org) {
        return form(page, actor, queries.organization(actor, org));
    }

    private ModelAndView form(Page page, Actor actor, Organization org) {
        return new ModelAndView("platform/identity/users/invite",
                Map.of("page", page.titled("users.invite.title"), "org", org,
                        "roles", roles(actor, org), "schools", commands.schools(actor, org), "mail",
                        commands.mailPossible()));
    }

    @PostMapping("/users/invitations")
    @Nullable
    ModelAndView invite(Page page, Actor actor, @RequestParam UUID org, @RequestParam String email,
            @RequestParam String name, @RequestParam Role role,
            @RequestParam(defaultValue = "") String school, @RequestParam(defaultValue = "en") String language,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String as, @RequestParam(required = false) @Nullable UUID form,
            HttpServletResponse response) {
        var where = queries.organization(actor, org);
        var typed = Map.of("email", email, "name", name, "role", role.name(), "school", school, "language", language,
                "by", by);
        return Act.told(page, typed, again -> form(again, actor, where), () -> {
            var invitation = new UserCommands.Invitation(email, name, role, school(school),
                    language.equals("es") ? "es" : "en");
            var asked = commands.invite(actor, where, invitation, by(by), form == null ? Ids.next() : form);
            return desk.answer(page,
                    new Circle("/users/letting-in", where, null, "/users?org=" + org, page.t("users.title")), asked,
                    as.equals("pdf"), response);
        });
    }

    private InvitedBy by(String said) {
        return Arrays.stream(InvitedBy.values()).filter(b -> b.name().equals(said)).findFirst()
                .orElse(commands.mailPossible() ? InvitedBy.MAIL : InvitedBy.SLIP);
    }

    @GetMapping("/users/roles")
    ModelAndView roles(Page page) {
        return new ModelAndView("platform/identity/users/roles",
                Map.of("page", page.titled("users.roles.title"), "rights", rights.all()));
    }

    static List<Role> roles(Organization org) {
        return Arrays.stream(Role.values()).filter(r -> r.organizationKind().equals(org.kind())).toList();
    }

    /** Those into which whoever acts may let somebody. */
    static List<Role> roles(Actor actor, Organization org) {
        return roles(org).stream().filter(role -> role.mayBeLetIn(actor.tenant(), org.id())).toList();
    }

    /** A role that does not exist in the organization that was chosen is asked for no more. */
    private Paging paging(Actor actor, Map<String, String> parameters) {
        var paging = Paging.read("/users", parameters, UserQueries.SORTS.keySet(), "name").about("org");
        var here = roles(queries.organization(actor, org(paging))).stream().map(Role::name).toList();
        if (paging.filter("role").isEmpty() || here.contains(paging.filter("role"))) return paging;
        var fitting = new java.util.HashMap<>(parameters);
        fitting.remove("role");
        return Paging.read("/users", fitting, UserQueries.SORTS.keySet(), "name").about("org");
    }

    private static @Nullable UUID org(Paging paging) {
        try {
            return paging.filter("org").isEmpty() ? null : UUID.fromString(paging.filter("org"));
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("org", paging.filter("org"), "users.error.org");
        }
    }

    static @Nullable UUID school(String text) {
        try {
            return text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("school", text, "users.error.school");
        }
    }
}
