package org.daywatch.platform.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch.platform.identity.Accounts;
import org.daywatch.platform.identity.AnyMember;
import org.daywatch.platform.identity.Limits.Limit;
import org.daywatch.platform.identity.Limits;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.identity.SecondStep.Step;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.identity.SignedIn;
import org.daywatch.platform.identity.founding.Founded;
import org.daywatch.platform.identity.oidc.ProviderBindings;
import org.daywatch.platform.identity.security.SessionCookie;
import org.daywatch.platform.identity.security.SignInDoor;
import org.daywatch.platform.securitylog.SecurityEvent;
import org.daywatch.platform.securitylog.SecurityLog;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.PublicAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signing in and out. The page offers the passkey first, which works with a script; the password works without. */
@Controller
class SignInPages {

    private static final Pattern FILE = Pattern.compile("[^?]*\\.(csv|json|pdf|zip|txt|ics)(\\?.*)?");

    private final Accounts accounts;
    private final Sessions sessions;
    private final SignInDoor door;
    private final Limits limits;
    private final SecurityLog security;
    private final PublicAddress address;
    private final Founded founded;
    private final ProviderBindings bindings;
    private final String provider;

    SignInPages(Accounts accounts, Sessions sessions, SignInDoor door, Limits limits, SecurityLog security,
            PublicAddress address,
            Founded founded, ProviderBindings bindings,
            @Value("${daywatch.oidc.client-id:}") String oidcClient,
            @Value("${daywatch.oidc.name:}") String oidcName) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.door = door;
        this.limits = limits;
        this.security = security;
        this.address = address;
        this.founded = founded;
        this.bindings = bindings;
        this.provider = oidcClient.isBlank() ? "" : oidcName.isBlank() ? "OpenID" : oidcName;
    }

    @Open(why = "signing in")
    @GetMapping("/sign-in")
    ModelAndView form(Page page, @RequestParam(defaultValue = "/") String to) {
        return founded.yet() ? view(page, to, false) : new ModelAndView("redirect:/welcome");
    }

    /** In how many seconds it is over unless it is used; asked by a page that stood open so long. */
    @Open(why = "who is signed out asks too")
    @GetMapping("/sign-in/still")
    ResponseEntity<String> still(HttpServletRequest request) {
        long seconds = SessionCookie.read(request).map(sessions::left).orElse(Duration.ZERO).toSeconds();
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).cacheControl(CacheControl.noStore())
                .body(String.valueOf(Math.max(0, seconds)));
    }

    @Open(why = "signing in")
    @PostMapping("/sign-in")
    ModelAndView signIn(Page page, @RequestParam String email, @RequestParam String password,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request, HttpServletResponse response) {
        limits.take(Limit.SIGN_IN_CLIENT, request.getRemoteAddr()); // first: who is stopped here costs the owner nothing
        limits.take(Limit.SIGN_IN_ADDRESS, email);
        Optional<UUID> person = checked(email, password, request.getRemoteAddr());
        if (person.isEmpty()) {
            var whose = accounts.findByEmail(email).map(Accounts.Account::person).orElse(null);
            security.refused(SecurityEvent.AUTHN_LOGIN_FAIL, whose, Map.of("proof", Sessions.PASSWORD));
            response.setStatus(401);
            return view(page.with(Map.of(), Map.of("email", email)), to, true);
        }
        giveBack(email, request.getRemoteAddr());
        door.enter(person.get(), Sessions.PASSWORD, request, response);
        return new ModelAndView("redirect:" + SignInDoor.local(to));
    }

    /** While the database is away nobody guesses: a right password must not meet a spent limit when it is back. */
    private Optional<UUID> checked(String email, String password, String client) {
        try {
            return accounts.check(email, password);
        } catch (RuntimeException away) {
            giveBack(email, client);
            throw away;
        }
    }

    private void giveBack(String email, String client) {
        limits.giveBack(Limit.SIGN_IN_ADDRESS, email);
        limits.giveBack(Limit.SIGN_IN_CLIENT, client);
    }

    private ModelAndView view(Page page, String to, boolean wrong) {
        return new ModelAndView("platform/identity/signin/sign-in",
                Map.of("page", page.titled("signin.title"), "to", SignInDoor.local(to), "wrong", wrong, "provider",
                        provider, "address", address.get()));
    }

    @AnyMember(evenAt = Step.SET_UP)
    @GetMapping("/sign-in/again")
    ModelAndView again(Page page, SignedIn.Session session, @RequestParam(defaultValue = "/") String to,
            @RequestParam(defaultValue = "/") String from) {
        return againView(page, session, to, from, false);
    }

    @AnyMember(evenAt = Step.SET_UP)
    @PostMapping("/sign-in/again")
    ModelAndView proveAgain(Page page, SignedIn.Session session, @RequestParam String password,
            @RequestParam(defaultValue = "/") String to, @RequestParam(defaultValue = "/") String from,
            HttpServletRequest request, HttpServletResponse response) {
        limits.take(Limit.SIGN_IN_ADDRESS, session.email());
        if (accounts.check(session.email(), password).isEmpty()) {
            security.refused(SecurityEvent.AUTHN_LOGIN_FAIL, session.person(), Map.of("proof", Sessions.PASSWORD));
            response.setStatus(401);
            return againView(page, session, to, from, true);
        }
        limits.giveBack(Limit.SIGN_IN_ADDRESS, session.email());
        door.proven(Sessions.PASSWORD, request, response);
        return new ModelAndView("redirect:" + goal(to, from));
    }

    /** A file that was asked for leaves the browser on the page it has: this one says that it comes, and leads back. */
    @AnyMember
    @GetMapping("/sign-in/confirmed")
    ModelAndView confirmed(Page page, @RequestParam(defaultValue = "/") String to,
            @RequestParam(defaultValue = "/") String from) {
        return new ModelAndView("platform/identity/signin/confirmed", Map.of("page",
                page.titled("signin.confirmed.title"), "to", SignInDoor.local(to), "from", SignInDoor.local(from)));
    }

    private static String goal(String to, String from) {
        String goal = SignInDoor.local(to);
        return FILE.matcher(goal).matches()
                ? "/sign-in/confirmed?to=" + URLEncoder.encode(goal, StandardCharsets.UTF_8) + "&from="
                        + URLEncoder.encode(SignInDoor.local(from), StandardCharsets.UTF_8)
                : goal;
    }

    private ModelAndView againView(Page page, SignedIn.Session session, String to, String from, boolean wrong) {
        var account = accounts.find(session.person()).orElseThrow();
        return new ModelAndView("platform/identity/signin/again",
                Map.of("page", page.titled("signin.again.title"), "to", SignInDoor.local(to), "from",
                        SignInDoor.local(from), "goal", goal(to, from),
                        "wrong", wrong, "password", account.password(), "passkey", account.passkeys() > 0, "provider",
                        provider, "address", address.get()))
                .addObject("vouched", !provider.isEmpty() && (bindings.since(session.person()).isPresent()
                        || !account.password() && account.passkeys() == 0));
    }

    @AnyMember(evenAt = {Step.PROVE, Step.SET_UP})
    @PostMapping("/sign-out")
    ModelAndView signOut(@RequestParam(defaultValue = "") String unsent, HttpServletRequest request,
            HttpServletResponse response) {
        door.leave(request, response);
        // What was written down and is not here yet stays on the phone, until its writer is signed in there again.
        response.setHeader("Clear-Site-Data", unsent.equals("yes") ? "\"cache\"" : "\"cache\", \"storage\"");
        return new ModelAndView("redirect:/");
    }
}
