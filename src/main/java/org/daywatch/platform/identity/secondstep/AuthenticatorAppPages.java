package org.daywatch.platform.identity.secondstep;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Accounts;
import org.daywatch.platform.identity.AnyMember;
import org.daywatch.platform.identity.Limits.Limit;
import org.daywatch.platform.identity.Limits;
import org.daywatch.platform.identity.SecondStep.Step;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.identity.SignedIn;
import org.daywatch.platform.identity.codes.AccountNotices;
import org.daywatch.platform.identity.security.SignInDoor;
import org.daywatch.platform.identity.security.StepUp;
import org.daywatch.platform.paper.QrDrawing;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.PublicAddress;
import org.daywatch.platform.web.forms.Act;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A person's authenticator app: set up with a first code, and taken away again. */
@Controller
class AuthenticatorAppPages {

    private final AuthenticatorApps apps;
    private final Accounts accounts;
    private final SignInDoor door;
    private final StepUp stepUp;
    private final Limits limits;
    private final AccountNotices notices;
    private final PublicAddress address;

    AuthenticatorAppPages(AuthenticatorApps apps, Accounts accounts, SignInDoor door, StepUp stepUp, Limits limits,
            AccountNotices notices, PublicAddress address) {
        this.apps = apps;
        this.accounts = accounts;
        this.door = door;
        this.stepUp = stepUp;
        this.limits = limits;
        this.notices = notices;
        this.address = address;
    }

    @AnyMember(evenAt = Step.SET_UP)
    @GetMapping("/me/app")
    ModelAndView form(Page page, SignedIn.Session session, @RequestParam(defaultValue = "/me") String to) {
        stepUp.requireWhole(session);
        if (apps.since(session.person()).isPresent()) return new ModelAndView("redirect:/me");
        return view(page, session, to);
    }

    private ModelAndView view(Page page, SignedIn.Session session, String to) {
        String secret = apps.begin(session.person());
        // As the apps read it: github.com/google/google-authenticator/wiki/Key-Uri-Format
        String key = "otpauth://totp/Daywatch:" + encoded(session.email()) + "?secret=" + secret + "&issuer="
                + encoded("Daywatch " + address.host());
        return new ModelAndView("platform/identity/secondstep/app",
                Map.of("page", page.titled("app.title"), "to", SignInDoor.local(to), "secret",
                        String.join(" ", secret.split("(?<=\\G.{4})")), "key", key, "qr", QrDrawing.of(key)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @AnyMember(evenAt = Step.SET_UP)
    @PostMapping("/me/app")
    ModelAndView confirm(Page page, SignedIn.Session session, @RequestParam String code,
            @RequestParam(defaultValue = "/me") String to, HttpServletRequest request, HttpServletResponse response) {
        stepUp.requireWhole(session);
        if (apps.since(session.person()).isPresent()) return new ModelAndView("redirect:/me");
        limits.take(Limit.SECOND_STEP, session.person().toString());
        return Act.form(page, Map.of(), again -> view(again, session, to), () -> {
            if (!apps.confirm(session.person(), code)) throw new InvalidInput("code", code, "step.code.wrong");
            limits.giveBack(Limit.SECOND_STEP, session.person().toString());
            notices.appAdded(session);
            if (Sessions.oneFactor(session.method())) door.proven(Sessions.CODE, request, response);
            Flashes.say(response, "success", page.t("app.added"));
            return new ModelAndView("redirect:" + SignInDoor.local(to));
        });
    }

    @AnyMember
    @PostMapping("/me/app/removal")
    ModelAndView remove(Page page, SignedIn.Session session, HttpServletResponse response) {
        stepUp.requireWhole(session);
        var account = accounts.find(session.person()).orElseThrow();
        if (session.owed().required() && account.passkeys() == 0) {
            Flashes.say(response, "warning", page.t("app.needed"));
            return new ModelAndView("redirect:/me");
        }
        apps.remove(session.person());
        notices.appRemoved(session);
        Flashes.say(response, "success", page.t("app.removed"));
        return new ModelAndView("redirect:/me");
    }
}
