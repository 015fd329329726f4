package org.daywatch.platform.identity.secondstep;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Accounts;
import org.daywatch.platform.identity.AnyMember;
import org.daywatch.platform.identity.Limits.Limit;
import org.daywatch.platform.identity.Limits;
import org.daywatch.platform.identity.SecondStep.Step;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.identity.SignedIn;
import org.daywatch.platform.identity.security.SignInDoor;
import org.daywatch.platform.identity.security.StepUp;
import org.daywatch.platform.securitylog.SecurityEvent;
import org.daywatch.platform.securitylog.SecurityLog;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.PublicAddress;
import org.daywatch.platform.web.forms.Act;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Between a password and the work: the passkey, the code of the app, or setting one of them up. */
@Controller
class SecondStepPages {

    private final AuthenticatorApps apps;
    private final Accounts accounts;
    private final SignInDoor door;
    private final StepUp stepUp;
    private final Limits limits;
    private final SecurityLog security;
    private final PublicAddress address;

    SecondStepPages(AuthenticatorApps apps, Accounts accounts, SignInDoor door, StepUp stepUp, Limits limits,
            SecurityLog security,
            PublicAddress address) {
        this.apps = apps;
        this.accounts = accounts;
        this.door = door;
        this.stepUp = stepUp;
        this.limits = limits;
        this.security = security;
        this.address = address;
    }

    @AnyMember(evenAt = {Step.PROVE, Step.SET_UP})
    @GetMapping("/sign-in/step")
    ModelAndView step(Page page, SignedIn.Session session, @RequestParam(defaultValue = "/") String to) {
        if (session.owed().step() == Step.NONE) return new ModelAndView("redirect:" + SignInDoor.local(to));
        return view(page, session, to);
    }

    private ModelAndView view(Page page, SignedIn.Session session, String to) {
        return new ModelAndView("platform/identity/secondstep/step",
                Map.of("page", page.titled("step.title"), "to", SignInDoor.local(to), "setUp",
                        session.owed().step() == Step.SET_UP, "again", session.owed().step() == Step.NONE, "account",
                        accounts.find(session.person()).orElseThrow(), "address", address.get()));
    }

    /** In a session that is open: before a change to the ways in, after a password that is fresh. */
    @AnyMember
    @GetMapping("/sign-in/step/again")
    ModelAndView again(Page page, SignedIn.Session session, @RequestParam(defaultValue = "/me") String to) {
        stepUp.require(session);
        if (!session.secondStep()) return new ModelAndView("redirect:" + SignInDoor.local(to));
        return view(page, session, to);
    }

    @AnyMember(evenAt = Step.PROVE)
    @PostMapping("/sign-in/step")
    ModelAndView prove(Page page, SignedIn.Session session, @RequestParam String code,
            @RequestParam(defaultValue = "/") String to, HttpServletRequest request, HttpServletResponse response) {
        if (session.owed().step() == Step.NONE) stepUp.require(session); // a code alone is half a proof
        String who = session.person().toString();
        limits.take(Limit.SECOND_STEP, who);
        return Act.form(page, Map.of(), again -> view(again, session, to), () -> {
            if (!apps.take(session.person(), code)) {
                security.refused(SecurityEvent.AUTHN_LOGIN_FAIL, session.person(), Map.of("proof", Sessions.CODE));
                throw new InvalidInput("code", code, "step.code.wrong");
            }
            limits.giveBack(Limit.SECOND_STEP, who);
            door.proven(Sessions.CODE, request, response);
            return new ModelAndView("redirect:" + SignInDoor.local(to));
        });
    }
}
