package org.daywatch.platform.identity.invitations;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Accounts;
import org.daywatch.platform.identity.Acting;
import org.daywatch.platform.identity.AnyMember;
import org.daywatch.platform.identity.Limits.Limit;
import org.daywatch.platform.identity.Limits;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.SecondStep.Step;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.identity.SignedIn;
import org.daywatch.platform.identity.invitations.WaysIn.Door;
import org.daywatch.platform.identity.members.IdentityRefusal;
import org.daywatch.platform.identity.security.SignInDoor;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The other end of an invitation: by link, or by a code from a printed slip. Whoever has no way in yet chooses a
 * password; whoever has an account must be signed in with it, so that the code alone never opens an account that
 * exists.
 */
@Controller
class InvitationPages {

    private final WaysIn ways;
    private final Accepting accepting;
    private final Accounts accounts;
    private final Organizations organizations;
    private final SignInDoor door;
    private final Limits limits;

    InvitationPages(WaysIn ways, Accepting accepting, Accounts accounts, Organizations organizations, SignInDoor door,
            Limits limits) {
        this.ways = ways;
        this.accepting = accepting;
        this.accounts = accounts;
        this.organizations = organizations;
        this.door = door;
        this.limits = limits;
    }

    @Open(why = "whoever holds a printed slip has no account yet; the code on it is the proof")
    @GetMapping("/start")
    ModelAndView start(Page page, @RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        return code.isBlank() ? startForm(page, "") : start(page, code, request, null);
    }

    @Open(why = "whoever holds a printed slip has no account yet; the code on it is the proof")
    @PostMapping("/start")
    ModelAndView start(Page page, @RequestParam(defaultValue = "") String code, HttpServletRequest request,
            HttpServletResponse response) {
        limits.take(Limit.CODE_CLIENT, request.getRemoteAddr());
        try {
            ways.look(ShortCode.read(code));
        } catch (NotFound unknown) {
            if (response != null) response.setStatus(400);
            return startForm(page.with(Map.of("code", page.t("start.wrong")), Map.of("code", code)), code);
        }
        limits.giveBack(Limit.CODE_CLIENT, request.getRemoteAddr()); // a whole school starts behind one address
        return new ModelAndView("redirect:/invitation?code=" + ShortCode.read(code));
    }

    private static ModelAndView startForm(Page page, String code) {
        return new ModelAndView("platform/identity/invitations/start",
                Map.of("page", page.titled("start.title"), "code", code));
    }

    @Open(why = "an invited person has no account yet; the code is the proof")
    @GetMapping("/invitation")
    ModelAndView look(Page page, @RequestParam String code, HttpServletRequest request) {
        limits.take(Limit.CODE_CLIENT, request.getRemoteAddr());
        var seen = ways.look(code);
        limits.giveBack(Limit.CODE_CLIENT, request.getRemoteAddr());
        accepting.opened(seen.about());
        return view(page, code, seen);
    }

    private ModelAndView view(Page page, String code, Door seen) {
        var about = seen.about();
        var org = Tenancy.as(Scope.system(about.org()), () -> organizations.find(about.org())).orElseThrow();
        return new ModelAndView("platform/identity/invitations/invitation",
                Map.of("page", page.titled("invitation.title"), "about", about, "code", code,
                        "organization", org.name(), "mine", mine(seen), "known", seen.known(), "mailOnly",
                        seen.mailOnly()));
    }

    @Open(why = "an invited person has no account yet; the code is the proof")
    @PostMapping("/invitation")
    ModelAndView accept(Page page, @RequestParam String code, @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        limits.take(Limit.CODE_CLIENT, request.getRemoteAddr());
        var seen = ways.look(code);
        limits.giveBack(Limit.CODE_CLIENT, request.getRemoteAddr());
        boolean mine = mine(seen);
        if (!mine && seen.known()) throw new Refused(IdentityRefusal.SIGN_IN_FIRST);
        if (!mine && seen.mailOnly()) throw new Refused(IdentityRefusal.SLIP_NO_LONGER);
        return Act.form(page, Map.of(), again -> view(again, code, seen), () -> {
            var about = accepting.byCode(code, mine ? null : accounts.hash(seen.about().person(), password));
            Flashes.say(response, "success", page.t("invitation.accepted"));
            if (mine) return new ModelAndView("redirect:/places");
            door.enter(about.person(), Sessions.PASSWORD, request, response);
            return new ModelAndView("redirect:/me");
        });
    }

    @AnyMember
    @PostMapping("/invitations/acceptance")
    ModelAndView accept(Page page, SignedIn.Session session, @RequestParam UUID org, @RequestParam Role role,
            HttpServletResponse response) {
        accepting.signedIn(org, session.person(), role);
        Flashes.say(response, "success", page.t("invitation.joined"));
        return new ModelAndView("redirect:/places");
    }

    private static boolean mine(Door seen) {
        return Acting.session().filter(s -> s.owed().step() == Step.NONE)
                .filter(s -> s.person().equals(seen.about().person())).isPresent();
    }
}
