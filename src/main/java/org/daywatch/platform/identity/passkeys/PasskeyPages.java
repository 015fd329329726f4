package org.daywatch.platform.identity.passkeys;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.Forbidden;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Accounts;
import org.daywatch.platform.identity.AnyMember;
import org.daywatch.platform.identity.Limits.Limit;
import org.daywatch.platform.identity.Limits;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.identity.SecondStep.Step;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.identity.SignedIn;
import org.daywatch.platform.identity.codes.AccountNotices;
import org.daywatch.platform.identity.codes.Devices;
import org.daywatch.platform.identity.security.SignInDoor;
import org.daywatch.platform.identity.security.StepUp;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;

/** What passkeys.js calls: one question and one answer for each of signing in, proving again and adding. */
@RestController
class PasskeyPages {

    private final Passkeys passkeys;
    private final PasskeyStore store;
    private final Accounts accounts;
    private final SignInDoor door;
    private final StepUp stepUp;
    private final Limits limits;
    private final AccountNotices notices;

    PasskeyPages(Passkeys passkeys, PasskeyStore store, Accounts accounts, SignInDoor door, StepUp stepUp,
            Limits limits, AccountNotices notices) {
        this.passkeys = passkeys;
        this.store = store;
        this.accounts = accounts;
        this.door = door;
        this.stepUp = stepUp;
        this.limits = limits;
        this.notices = notices;
    }

    record Answer(String ceremony, String to, String label, JsonNode credential) {}

    @Open(why = "signing in")
    @PostMapping("/passkeys/sign-in/question")
    Passkeys.Question askToSignIn(HttpServletRequest request) {
        limits.take(Limit.PASSKEY_CLIENT, request.getRemoteAddr());
        return passkeys.askToProve(null);
    }

    @Open(why = "signing in")
    @PostMapping("/passkeys/sign-in")
    Map<String, String> signIn(@RequestBody Answer answer, HttpServletRequest request, HttpServletResponse response) {
        limits.take(Limit.PASSKEY_CLIENT, request.getRemoteAddr());
        UUID person = passkeys.prove(null, answer.ceremony(), answer.credential());
        if (accounts.find(person).filter(Accounts.Account::active).isEmpty())
            throw new Forbidden("the account is closed");
        door.enter(person, Sessions.PASSKEY, request, response);
        return Map.of("to", SignInDoor.local(answer.to()));
    }

    @AnyMember(evenAt = Step.PROVE)
    @PostMapping("/passkeys/proof/question")
    Passkeys.Question askToProve(SignedIn.Session session) {
        return passkeys.askToProve(session.person());
    }

    @AnyMember(evenAt = Step.PROVE)
    @PostMapping("/passkeys/proof")
    Map<String, String> prove(SignedIn.Session session, @RequestBody Answer answer, HttpServletRequest request,
            HttpServletResponse response) {
        if (!passkeys.prove(session.person(), answer.ceremony(), answer.credential()).equals(session.person())) {
            throw new Forbidden("somebody else's passkey");
        }
        door.proven(Sessions.PASSKEY, request, response);
        return Map.of("to", SignInDoor.local(answer.to()));
    }

    @AnyMember(evenAt = Step.SET_UP)
    @PostMapping("/passkeys/question")
    Passkeys.Question askToAdd(SignedIn.Session session) {
        stepUp.requireWhole(session);
        return passkeys.askToAdd(session.person(), session.email());
    }

    @AnyMember(evenAt = Step.SET_UP)
    @PostMapping("/passkeys")
    Map<String, String> add(Page page, SignedIn.Session session, @RequestBody Answer answer, HttpServletRequest request,
            HttpServletResponse response) {
        stepUp.requireWhole(session);
        String given = answer.label() == null ? "" : answer.label().strip();
        String label = given.isEmpty()
                ? Devices.name(String.valueOf(request.getHeader("User-Agent")))
                : given.substring(0, Math.min(60, given.length()));
        passkeys.add(session.person(), session.email(), answer.ceremony(), label, answer.credential());
        notices.passkeyAdded(session, label);
        door.proven(Sessions.PASSKEY, request, response); // it was used just now
        Flashes.say(response, "success", page.t("account.passkey.added", label));
        return Map.of("to", SignInDoor.local(answer.to()));
    }

    @AnyMember
    @PostMapping("/passkeys/{id}/removal")
    ModelAndView remove(Page page, SignedIn.Session session, @PathVariable String id, HttpServletResponse response) {
        stepUp.requireWhole(session);
        var account = accounts.find(session.person()).orElseThrow();
        if (account.passkeys() == 1 && !account.password()) {
            Flashes.say(response, "warning", page.t("account.passkey.last"));
            return new ModelAndView("redirect:/me");
        }
        if (account.passkeys() == 1 && !account.app() && session.owed().required()) {
            Flashes.say(response, "warning", page.t("account.passkey.needed"));
            return new ModelAndView("redirect:/me");
        }
        if (!id.matches("[A-Za-z0-9_-]+") || !store.remove(session.person(), id)) throw new NotFound("passkey " + id);
        notices.passkeyRemoved(session);
        Flashes.say(response, "success", page.t("account.passkey.removed"));
        return new ModelAndView("redirect:/me");
    }
}
