package org.daywatch.platform.identity.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.daywatch.platform.identity.AnyMember;
import org.daywatch.platform.identity.Limits.Limit;
import org.daywatch.platform.identity.Limits;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.identity.SignedIn;
import org.daywatch.platform.identity.security.StepUp;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A new e-mail address counts once it is confirmed from there; the old one is told twice. */
@Controller
class EmailPages {

    private final EmailChanges changes;
    private final StepUp stepUp;
    private final Limits limits;

    EmailPages(EmailChanges changes, StepUp stepUp, Limits limits) {
        this.changes = changes;
        this.stepUp = stepUp;
        this.limits = limits;
    }

    @AnyMember
    @PostMapping("/me/email")
    ModelAndView ask(Page page, SignedIn.Session session, @RequestParam String email, HttpServletResponse response) {
        stepUp.requireWhole(session);
        limits.take(Limit.EMAIL_CHANGE_PERSON, session.person().toString());
        return Act.on(page, response, "/me", () -> {
            changes.ask(session, email);
            Flashes.say(response, "success", page.t("account.email.asked", email));
            return new ModelAndView("redirect:/me");
        });
    }

    /** A page with a button, because mail scanners open links. */
    @Open(why = "the confirmation link of a new address, opened wherever that mailbox is")
    @GetMapping("/email/confirm")
    ModelAndView look(Page page, @RequestParam String code, HttpServletRequest request) {
        limits.take(Limit.CODE_CLIENT, request.getRemoteAddr());
        return new ModelAndView("platform/identity/account/email-confirm",
                Map.of("page", page.titled("account.email.confirm.title"), "email", changes.find(code), "code", code));
    }

    @Open(why = "the confirmation link of a new address, opened wherever that mailbox is")
    @PostMapping("/email/confirm")
    ModelAndView confirm(Page page, @RequestParam String code, HttpServletRequest request,
            HttpServletResponse response) {
        limits.take(Limit.CODE_CLIENT, request.getRemoteAddr());
        changes.confirm(code);
        Flashes.say(response, "success", page.t("account.email.changed"));
        return new ModelAndView("redirect:" + (page.signedIn() ? "/me" : "/sign-in"));
    }
}
