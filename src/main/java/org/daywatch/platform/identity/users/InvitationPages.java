package org.daywatch.platform.identity.users;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Accounts;
import org.daywatch.platform.identity.Acting;
import org.daywatch.platform.identity.Limits;
import org.daywatch.platform.identity.Limits.Limit;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.identity.SignedIn;
import org.daywatch.platform.identity.codes.OneTimeCodes;
import org.daywatch.platform.identity.codes.OneTimeCodes.Purpose;
import org.daywatch.platform.identity.codes.OneTimeCodes.Subject;
import org.daywatch.platform.identity.signin.SignInDoor;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The other end of an invitation. Whoever has no way in yet chooses a password; whoever has an account must be signed in
 * with it, so that the link alone never opens an account that exists.
 */
@Controller
class InvitationPages {

    private final OneTimeCodes codes;
    private final Accounts accounts;
    private final Memberships memberships;
    private final Organizations organizations;
    private final SignInDoor door;
    private final Limits limits;

    InvitationPages(OneTimeCodes codes, Accounts accounts, Memberships memberships, Organizations organizations, SignInDoor door, Limits limits) {
        this.codes = codes;
        this.accounts = accounts;
        this.memberships = memberships;
        this.organizations = organizations;
        this.door = door;
        this.limits = limits;
    }

    @Open(why = "an invited person has no account yet; the code is the proof")
    @GetMapping("/invitation")
    ModelAndView look(Page page, @RequestParam String code, HttpServletRequest request) {
        limits.take(Limit.CODE_CLIENT, request.getRemoteAddr());
        return view(page, code, codes.find(Purpose.INVITATION, code).orElseThrow(() -> new NotFound("no valid invitation")));
    }

    private ModelAndView view(Page page, String code, Subject about) {
        var org = Tenancy.as(Scope.system(about.org()), () -> organizations.find(about.org())).orElseThrow();
        var account = accounts.find(about.person()).orElseThrow();
        return new ModelAndView("platform/identity/users/invitation", Map.of("page", page.titled("invitation.title"), "about", about, "code", code,
                "organization", org.name(), "mine", session().filter(s -> s.person().equals(about.person())).isPresent(), "known", account.waysIn()));
    }

    @Open(why = "an invited person has no account yet; the code is the proof")
    @PostMapping("/invitation")
    ModelAndView accept(Page page, @RequestParam String code, @RequestParam(defaultValue = "") String password, HttpServletRequest request,
            HttpServletResponse response) {
        limits.take(Limit.CODE_CLIENT, request.getRemoteAddr());
        var about = codes.find(Purpose.INVITATION, code).orElseThrow(() -> new NotFound("no valid invitation"));
        var account = accounts.find(about.person()).orElseThrow();
        boolean mine = session().filter(s -> s.person().equals(about.person())).isPresent();
        if (!mine && account.waysIn()) throw new Refused(IdentityRefusal.SIGN_IN_FIRST);
        try {
            if (!mine) Accounts.refuseWeak(password);
        } catch (InvalidInput weak) {
            response.setStatus(400);
            return view(page.with(Map.of("password", page.t("account.password.weak", Accounts.SHORTEST_PASSWORD)), Map.of()), code, about);
        }
        codes.use(Purpose.INVITATION, code);
        if (!mine) accounts.setPassword(about.person(), password);
        Tenancy.run(new Scope(about.org(), about.person()), () -> memberships.join(about.person(), account.email(), account.name(), about.role(), about.school()));
        Flashes.say(response, "success", page.t("invitation.accepted"));
        if (mine) return new ModelAndView("redirect:/places");
        door.enter(about.person(), Sessions.PASSWORD, request, response);
        return new ModelAndView("redirect:/me");
    }

    private static Optional<SignedIn.Session> session() {
        return Acting.session();
    }
}
