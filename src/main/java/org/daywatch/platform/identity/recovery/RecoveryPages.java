package org.daywatch.platform.identity.recovery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.AnyMember;
import org.daywatch.platform.identity.Limits.Limit;
import org.daywatch.platform.identity.Limits;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.SecondStep.Step;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.identity.SignedIn;
import org.daywatch.platform.identity.codes.AccountMail;
import org.daywatch.platform.identity.codes.OneTimeCodes.Purpose;
import org.daywatch.platform.identity.codes.OneTimeCodes;
import org.daywatch.platform.identity.members.Administrators;
import org.daywatch.platform.identity.members.UserScope;
import org.daywatch.platform.identity.security.SignInDoor;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The administrators' side of a recovery, and the two links a person may get: to come back, and to say that it was not
 * they.
 */
@Controller
class RecoveryPages {

    private final RecoveryCommands commands;
    private final UserScope scope;
    private final Administrators administrators;
    private final OneTimeCodes codes;
    private final SignInDoor door;
    private final Limits limits;
    private final AccountMail mail;

    RecoveryPages(RecoveryCommands commands, UserScope scope, Administrators administrators, OneTimeCodes codes,
            SignInDoor door, Limits limits, AccountMail mail) {
        this.mail = mail;
        this.commands = commands;
        this.scope = scope;
        this.administrators = administrators;
        this.codes = codes;
        this.door = door;
        this.limits = limits;
    }

    @Needs(value = Permission.USERS_EDIT, stepUp = true)
    @PostMapping("/users/{person}/recovery")
    ModelAndView request(Page page, Actor actor, @PathVariable UUID person, @RequestParam UUID org,
            @RequestParam String reason, HttpServletResponse response) {
        scope.member(actor, org, person);
        administrators.mayRecover(actor, person);
        if (reason.strip().length() < 3 || reason.length() > 500)
            throw new InvalidInput("reason", reason, page.t("recovery.reason.wrong"));
        commands.request(org, person, reason, actor.person());
        return back(response, page, mail.possible() ? "recovery.requested" : "recovery.requested.nomail", person, org);
    }

    @Needs(value = Permission.USERS_EDIT, stepUp = true)
    @PostMapping("/users/{person}/recovery/{id}/approval")
    ModelAndView approve(Page page, Actor actor, @PathVariable UUID person, @PathVariable UUID id,
            @RequestParam UUID org, HttpServletResponse response) {
        scope.member(actor, org, person);
        administrators.mayRecover(actor, person);
        commands.approve(org, id, actor.person());
        return back(response, page, mail.possible() ? "recovery.approved" : "recovery.approved.nomail", person, org);
    }

    @Needs(value = Permission.USERS_EDIT, stepUp = true)
    @PostMapping("/users/{person}/recovery/{id}/stop")
    ModelAndView stop(Page page, Actor actor, @PathVariable UUID person, @PathVariable UUID id, @RequestParam UUID org,
            HttpServletResponse response) {
        scope.member(actor, org, person);
        commands.stop(org, id, actor.person());
        return back(response, page, "recovery.stopped", person, org);
    }

    @Needs(value = Permission.USERS_EDIT, stepUp = true)
    @PostMapping("/users/{person}/recovery/{id}/link")
    ModelAndView handOut(Page page, Actor actor, @PathVariable UUID person, @PathVariable UUID id,
            @RequestParam UUID org) {
        scope.member(actor, org, person);
        administrators.mayRecover(actor, person);
        return new ModelAndView("platform/identity/recovery/link", Map.of("page", page.titled("recovery.link.title"),
                "link", commands.handOut(org, id, actor.person()), "back", "/users/" + person + "?org=" + org));
    }

    private static ModelAndView back(HttpServletResponse response, Page page, String said, UUID person, UUID org) {
        Flashes.say(response, "success", page.t(said));
        return new ModelAndView("redirect:/users/" + person + "?org=" + org);
    }

    /** Whoever is signed in has lost nothing; what others asked for in their name ends. */
    @AnyMember(evenAt = Step.PROVE)
    @PostMapping("/me/recovery/stop")
    ModelAndView stopMine(Page page, SignedIn.Session session, @RequestParam UUID org, HttpServletResponse response) {
        Flashes.say(response, "success",
                page.t(commands.stopOwn(org, session.person()) ? "recovery.stopped" : "recovery.stopped.before"));
        return new ModelAndView("redirect:/me");
    }

    @Open(why = "the person cannot sign in: that is why they are here; the code is the proof")
    @GetMapping("/recovery")
    ModelAndView look(Page page, @RequestParam String code, HttpServletRequest request) {
        limits.take(Limit.CODE_CLIENT, request.getRemoteAddr());
        codes.find(Purpose.RECOVERY, code).orElseThrow(() -> new NotFound("no valid code"));
        return newPassword(page, code);
    }

    private static ModelAndView newPassword(Page page, String code) {
        return new ModelAndView("platform/identity/recovery/new-password",
                Map.of("page", page.titled("recovery.title"), "code", code, "action", "/recovery"));
    }

    @Open(why = "the person cannot sign in: that is why they are here; the code is the proof")
    @PostMapping("/recovery")
    ModelAndView restore(Page page, @RequestParam String code, @RequestParam String password,
            HttpServletRequest request, HttpServletResponse response) {
        limits.take(Limit.CODE_CLIENT, request.getRemoteAddr());
        return Act.form(page, Map.of(), again -> newPassword(again, code), () -> {
            door.enter(commands.restore(code, password), Sessions.PASSWORD, request, response);
            Flashes.say(response, "success", page.t("recovery.done"));
            return new ModelAndView("redirect:/me");
        });
    }

    @Open(why = "the owner of an account stops what they did not ask for, from their mailbox")
    @GetMapping("/recovery/stop")
    ModelAndView confirmStop(Page page, @RequestParam String code, HttpServletRequest request) {
        limits.take(Limit.CODE_CLIENT, request.getRemoteAddr());
        codes.find(Purpose.RECOVERY_STOP, code).orElseThrow(() -> new NotFound("no valid code"));
        return new ModelAndView("platform/identity/recovery/stop",
                Map.of("page", page.titled("recovery.stop.title"), "code", code));
    }

    @Open(why = "the owner of an account stops what they did not ask for, from their mailbox")
    @PostMapping("/recovery/stop")
    ModelAndView stopByOwner(Page page, @RequestParam String code, HttpServletRequest request,
            HttpServletResponse response) {
        limits.take(Limit.CODE_CLIENT, request.getRemoteAddr());
        commands.stopByOwner(code);
        Flashes.say(response, "success", page.t("recovery.stopped"));
        return new ModelAndView("redirect:/sign-in");
    }
}
