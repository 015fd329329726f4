package org.daywatch.platform.identity.recovery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Accounts;
import org.daywatch.platform.identity.Limits.Limit;
import org.daywatch.platform.identity.Limits;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.identity.SecondStep;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.identity.codes.AccountMail;
import org.daywatch.platform.identity.codes.OneTimeCodes.Purpose;
import org.daywatch.platform.identity.codes.OneTimeCodes.Subject;
import org.daywatch.platform.identity.codes.OneTimeCodes;
import org.daywatch.platform.identity.passkeys.PasskeyStore;
import org.daywatch.platform.identity.secondstep.AuthenticatorApps;
import org.daywatch.platform.identity.security.SignInDoor;
import org.daywatch.platform.securitylog.SecurityEvent;
import org.daywatch.platform.securitylog.SecurityLog;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.PublicAddress;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.kit.Times;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * A forgotten password, set anew by a link in the mailbox. The answer is the same whether the address is known or not.
 */
@Controller
class ResetPages {

    private final Accounts accounts;
    private final Sessions sessions;
    private final OneTimeCodes codes;
    private final AccountMail mail;
    private final PublicAddress address;
    private final SignInDoor door;
    private final Limits limits;
    private final SecurityLog security;
    private final PasskeyStore passkeys;
    private final AuthenticatorApps apps;
    private final Times times;
    private final Clock clock;

    ResetPages(Accounts accounts, Sessions sessions, OneTimeCodes codes, AccountMail mail, PublicAddress address,
            SignInDoor door, Limits limits, SecurityLog security,
            PasskeyStore passkeys, AuthenticatorApps apps, Times times, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.codes = codes;
        this.mail = mail;
        this.address = address;
        this.door = door;
        this.limits = limits;
        this.security = security;
        this.passkeys = passkeys;
        this.apps = apps;
        this.times = times;
        this.clock = clock;
    }

    @Open(why = "whoever forgot their password cannot sign in")
    @GetMapping("/sign-in/forgotten")
    ModelAndView form(Page page) {
        return view(page, false);
    }

    @Open(why = "whoever forgot their password cannot sign in")
    @PostMapping("/sign-in/forgotten")
    ModelAndView ask(Page page, @RequestParam String email, HttpServletRequest request) {
        limits.take(Limit.RESET_CLIENT, request.getRemoteAddr());
        limits.take(Limit.RESET_ADDRESS, email);
        // In the background: looking up, storing and mailing must not show in how long the answer takes.
        Thread.ofPlatform().daemon().name("password-reset")
                .start(() -> accounts.findByEmail(email).filter(Accounts.Account::waysIn).ifPresent(this::send));
        return view(page, true);
    }

    private void send(Accounts.Account account) {
        String code = codes.issue(Subject.of(Purpose.PASSWORD_RESET, account.person()));
        mail.send(account.email(), account.language(), "reset", account.name(),
                address.link("/sign-in/reset?code=" + code));
    }

    private ModelAndView view(Page page, boolean sent) {
        return new ModelAndView("platform/identity/recovery/forgotten",
                Map.of("page", page.titled("reset.title"), "sent", sent, "possible", mail.possible()));
    }

    @Open(why = "whoever forgot their password cannot sign in; the code is the proof")
    @GetMapping("/sign-in/reset")
    ModelAndView look(Page page, @RequestParam String code, HttpServletRequest request) {
        limits.take(Limit.CODE_CLIENT, request.getRemoteAddr());
        return newPassword(page, code, Map.of());
    }

    private ModelAndView newPassword(Page page, String code, Map<String, String> kept) {
        var person = codes.find(Purpose.PASSWORD_RESET, code).orElseThrow(() -> new NotFound("no valid code")).person();
        return new ModelAndView("platform/identity/recovery/new-password",
                Map.of("page", page.titled("reset.new.title"), "code", code, "action", "/sign-in/reset",
                        "passkeys", passkeys.list(person), "times", times, "lead", page.t("reset.new.lead"), "kept",
                        kept));
    }

    @Open(why = "whoever forgot their password cannot sign in; the code is the proof")
    @PostMapping("/sign-in/reset")
    ModelAndView reset(Page page, @RequestParam String code, @RequestParam String password,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request, HttpServletResponse response) {
        limits.take(Limit.CODE_CLIENT, request.getRemoteAddr());
        return Act.form(page, typed, again -> newPassword(again, code, typed),
                () -> setAnew(page, code, password, typed, request, response));
    }

    private ModelAndView setAnew(Page page, String code, String password, Map<String, String> typed,
            HttpServletRequest request, HttpServletResponse response) {
        var about = codes.find(Purpose.PASSWORD_RESET, code).orElseThrow(() -> new NotFound("no valid code"));
        accounts.refuseWeak(about.person(), password);
        boolean vouched = about.org() != null; // printed on the machine itself
        var known = passkeys.list(about.person());
        var kept = known.stream().filter(key -> typed.containsKey("keep-" + key.id())).toList();
        if (!vouched && kept.isEmpty() && secondStepNeeded(about.person(), known)) {
            throw new InvalidInput("passkeys", "", "reset.passkeys.one");
        }
        var person = codes.use(Purpose.PASSWORD_RESET, code).person();
        if (vouched) apps.remove(person);
        accounts.setPassword(person, password);
        // Whoever was in the account before may have left a key: only those the owner knows stay.
        known.stream().filter(key -> !kept.contains(key)).forEach(key -> passkeys.remove(person, key.id()));
        sessions.closeAll(person);
        security.doneBy(person, SecurityEvent.AUTHN_PASSWORD_CHANGE, Map.of("vouched", vouched));
        var owner = accounts.find(person).orElseThrow();
        mail.send(owner.email(), owner.language(), "password-changed", owner.name());
        door.enter(person, Sessions.PASSWORD, request, response);
        Flashes.say(response, "success", page.t("reset.done"));
        return new ModelAndView("redirect:/");
    }

    /** The mailbox alone opens no account whose role asks for a second step, once there is one. */
    private boolean secondStepNeeded(UUID person, List<PasskeyStore.Passkey> known) {
        return !known.isEmpty() && !accounts.find(person).orElseThrow().app() && SecondStep.required(clock.instant(),
                sessions.places(person).stream().map(Sessions.Place::role).toList());
    }
}
