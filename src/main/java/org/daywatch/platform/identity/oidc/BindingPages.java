package org.daywatch.platform.identity.oidc;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Accounts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.identity.SignedIn;
import org.daywatch.platform.identity.codes.AccountMail;
import org.daywatch.platform.identity.codes.AccountNotices;
import org.daywatch.platform.identity.members.Administrators;
import org.daywatch.platform.identity.members.UserScope;
import org.daywatch.platform.identity.security.StepUp;
import org.daywatch.platform.securitylog.SecurityEvent;
import org.daywatch.platform.securitylog.SecurityLog;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The provider knows a person under a new number: an administrator lets go of the old one, and the next sign-in with
 * their address binds the account anew. Whoever came in by the old one is out.
 */
@Controller
@Needs(value = Permission.USERS_EDIT, stepUp = true)
class BindingPages {

    private final ProviderBindings bindings;
    private final Accounts accounts;
    private final Sessions sessions;
    private final UserScope scope;
    private final Administrators administrators;
    private final StepUp stepUp;
    private final AuditLog audit;
    private final AccountMail mail;
    private final SecurityLog security;
    private final String name;

    BindingPages(ProviderBindings bindings, Accounts accounts, Sessions sessions, UserScope scope,
            Administrators administrators, StepUp stepUp, AuditLog audit, AccountMail mail, SecurityLog security,
            @Value("${daywatch.oidc.name:OpenID}") String name) {
        this.bindings = bindings;
        this.accounts = accounts;
        this.sessions = sessions;
        this.scope = scope;
        this.administrators = administrators;
        this.stepUp = stepUp;
        this.audit = audit;
        this.mail = mail;
        this.security = security;
        this.name = name;
    }

    @PostMapping("/users/{person}/provider/release")
    ModelAndView release(Page page, Actor actor, SignedIn.Session session, @PathVariable UUID person,
            @RequestParam UUID org, HttpServletResponse response) {
        scope.member(actor, org, person);
        administrators.looksAfterAll(actor, person);
        stepUp.requireWhole(session);
        if (!bindings.release(person)) throw new NotFound("no provider's number for " + person);
        var subject = AccountNotices.subject(person);
        audit.act("ProviderBindingReleased", subject, Map.of());
        security.done(SecurityEvent.AUTHN_TOKEN_REVOKED, subject, Map.of("audit", "ProviderBindingReleased"));
        sessions.closeAll(person);
        var owner = accounts.find(person).orElseThrow();
        mail.send(owner.email(), owner.language(), "provider-released", owner.name(), name);
        Flashes.say(response, "success", page.t("oidc.released", owner.name(), name));
        return new ModelAndView("redirect:/users/" + person + "?org=" + org);
    }
}
