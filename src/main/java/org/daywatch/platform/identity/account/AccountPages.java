package org.daywatch.platform.identity.account;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Accounts;
import org.daywatch.platform.identity.AnyMember;
import org.daywatch.platform.identity.Limits.Limit;
import org.daywatch.platform.identity.Limits;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.identity.SignedIn;
import org.daywatch.platform.identity.codes.AccountNotices;
import org.daywatch.platform.identity.invitations.Accepting;
import org.daywatch.platform.identity.passkeys.PasskeyStore;
import org.daywatch.platform.identity.recovery.RecoveryCommands;
import org.daywatch.platform.identity.secondstep.AuthenticatorApps;
import org.daywatch.platform.identity.security.StepUp;
import org.daywatch.platform.securitylog.SecurityEvent;
import org.daywatch.platform.securitylog.SecurityLog;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.PublicAddress;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.kit.Times;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A person's own account: passkeys, password, and the devices on which they are signed in. */
@Controller
class AccountPages {

    private final Limits limits;
    private final SecurityLog security;
    private final Accounts accounts;
    private final Sessions sessions;
    private final PasskeyStore passkeys;
    private final AuthenticatorApps apps;
    private final StepUp stepUp;
    private final AccountNotices notices;
    private final PublicAddress address;
    private final Times times;
    private final Accepting accepting;
    private final RecoveryCommands recoveries;

    AccountPages(Limits limits, SecurityLog security, Accounts accounts, Sessions sessions, PasskeyStore passkeys,
            AuthenticatorApps apps,
            StepUp stepUp, AccountNotices notices,
            PublicAddress address,
            Times times, Accepting accepting, RecoveryCommands recoveries) {
        this.limits = limits;
        this.security = security;
        this.recoveries = recoveries;
        this.accounts = accounts;
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.apps = apps;
        this.stepUp = stepUp;
        this.notices = notices;
        this.address = address;
        this.times = times;
        this.accepting = accepting;
    }

    @AnyMember
    @GetMapping("/me")
    ModelAndView mine(Page page, SignedIn.Session session) {
        return view(page, session);
    }

    private ModelAndView view(Page page, SignedIn.Session session) {
        return new ModelAndView("platform/identity/account/account", Map.of("page", page.titled("account.title"),
                "account", accounts.find(session.person()).orElseThrow(), "passkeys", passkeys.list(session.person()),
                "devices", sessions.list(session.person()), "here", session.id(), "address", address.get(),
                "places", sessions.places(session.person()), "times", times, "app",
                apps.since(session.person()).map(since -> times.day(page, since)).orElse("")))
                .addObject("waiting", accepting.of(session.person()))
                .addObject("recovered", recovered(session.person()));
    }

    /** Where somebody wants to open this account. */
    private List<Sessions.Place> recovered(UUID person) {
        return sessions.places(person).stream()
                .collect(Collectors.toMap(Sessions.Place::org, place -> place, (one, same) -> one)).values().stream()
                .filter(place -> recoveries.open(place.org(), person)).toList();
    }

    @AnyMember
    @PostMapping("/me/password")
    ModelAndView password(Page page, SignedIn.Session session, @RequestParam String password,
            @RequestParam(defaultValue = "") String currentPassword, HttpServletResponse response) {
        stepUp.requireWhole(session);
        boolean one = accounts.find(session.person()).orElseThrow().password();
        if (one) limits.take(Limit.SIGN_IN_ADDRESS, session.email());
        return Act.form(page, Map.of(), again -> view(again, session), () -> {
            if (one && accounts.check(session.email(), currentPassword).isEmpty()) {
                security.refused(SecurityEvent.AUTHN_LOGIN_FAIL, session.person(), Map.of("proof", Sessions.PASSWORD));
                throw new InvalidInput("currentPassword", "", "account.password.current.wrong");
            }
            if (one) limits.giveBack(Limit.SIGN_IN_ADDRESS, session.email());
            accounts.setPassword(session.person(), password);
            sessions.closeOthers(session.person(), session.id());
            notices.passwordChanged(session);
            Flashes.say(response, "success", page.t("account.password.changed"));
            return new ModelAndView("redirect:/me");
        });
    }

    @AnyMember
    @PostMapping("/me/sessions/{id}/end")
    ModelAndView end(Page page, SignedIn.Session session, @PathVariable UUID id, HttpServletResponse response) {
        stepUp.require(session);
        if (!sessions.close(session.person(), id)) throw new NotFound("session " + id);
        notices.sessionsEnded(session, id.toString());
        Flashes.say(response, "success", page.t("account.session.ended"));
        return new ModelAndView("redirect:/me");
    }

    @AnyMember
    @PostMapping("/me/sessions/others/end")
    ModelAndView endOthers(Page page, SignedIn.Session session, HttpServletResponse response) {
        stepUp.require(session);
        sessions.closeOthers(session.person(), session.id());
        notices.sessionsEnded(session, "all others");
        Flashes.say(response, "success", page.t("account.session.others.ended"));
        return new ModelAndView("redirect:/me");
    }
}
