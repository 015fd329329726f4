package org.daywatch.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signing in by password, choosing for whom one acts, signing out, and the first page of each role. */
@Controller
class SignInPages {

    private static final Map<Role, String> FIRST_PAGE = Map.of(Role.AGENCY_ADMIN, "/board", Role.COORDINATOR, "/board", Role.OFFICER, "/my-day",
            Role.PRINCIPAL, "/school", Role.SAFETY_DIRECTOR, "/district", Role.DEPARTMENT_SUPERVISOR, "/department");

    private final Accounts accounts;
    private final Sessions sessions;

    SignInPages(Accounts accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @Open(why = "sends everybody to where he belongs")
    @GetMapping("/")
    ModelAndView first(Page page) {
        if (!page.signedIn()) return new ModelAndView("redirect:" + (page.demo() ? "/personas" : "/sign-in"));
        return new ModelAndView("redirect:" + (page.actor() == null ? "/places" : FIRST_PAGE.get(page.actor().role())));
    }

    @Open(why = "signing in")
    @GetMapping("/sign-in")
    ModelAndView form(Page page, @RequestParam(defaultValue = "/") String to) {
        return new ModelAndView("platform/identity/sign-in", Map.of("page", page.titled("signin.title"), "to", local(to), "wrong", false));
    }

    @Open(why = "signing in")
    @PostMapping("/sign-in")
    ModelAndView signIn(Page page, @RequestParam String email, @RequestParam String password, @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request, HttpServletResponse response) {
        Optional<UUID> person = accounts.check(email, password);
        if (person.isEmpty()) {
            response.setStatus(401);
            return new ModelAndView("platform/identity/sign-in", Map.of("page", page.titled("signin.title").with(Map.of(), Map.of("email", email)),
                    "to", local(to), "wrong", true));
        }
        SessionFilter.token(request).ifPresent(sessions::close); // never the old id after signing in
        SessionCookie.set(request, response, sessions.open(person.get(), "PASSWORD", String.valueOf(request.getHeader("User-Agent"))));
        return new ModelAndView("redirect:" + local(to));
    }

    @AnyMember
    @GetMapping("/sign-in/again")
    ModelAndView again(Page page, @RequestParam(defaultValue = "/") String to) {
        return new ModelAndView("platform/identity/again", Map.of("page", page.titled("signin.again.title"), "to", local(to), "wrong", false));
    }

    @AnyMember
    @PostMapping("/sign-in/again")
    ModelAndView proveAgain(Page page, SignedIn.Session session, @RequestParam String password, @RequestParam(defaultValue = "/") String to,
            HttpServletResponse response) {
        if (accounts.check(session.email(), password).isEmpty()) {
            response.setStatus(401);
            return new ModelAndView("platform/identity/again", Map.of("page", page.titled("signin.again.title"), "to", local(to), "wrong", true));
        }
        sessions.proven(session.id());
        return new ModelAndView("redirect:" + local(to));
    }

    @AnyMember
    @GetMapping("/places")
    ModelAndView places(Page page, SignedIn.Session session, @RequestParam(defaultValue = "/") String to) {
        return new ModelAndView("platform/identity/places",
                Map.of("page", page.titled("places.title"), "places", sessions.places(session.person()), "to", local(to)));
    }

    @AnyMember
    @PostMapping("/places")
    ModelAndView choose(@RequestParam UUID org, @RequestParam Role role, @RequestParam(defaultValue = "/") String to, HttpServletRequest request) {
        sessions.actFor(SessionFilter.token(request).orElseThrow(), org, role);
        return new ModelAndView("redirect:/");
    }

    @AnyMember
    @PostMapping("/sign-out")
    ModelAndView signOut(HttpServletRequest request, HttpServletResponse response) {
        SessionFilter.token(request).ifPresent(sessions::close);
        SessionCookie.clear(request, response);
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        return new ModelAndView("redirect:/");
    }

    @Open(why = "everybody may choose his language")
    @PostMapping("/language")
    ModelAndView language(@RequestParam String lang, @RequestParam(defaultValue = "/") String to, HttpServletResponse response) {
        if (org.daywatch.platform.web.Texts.LANGUAGES.contains(lang)) {
            var cookie = new jakarta.servlet.http.Cookie("lang", lang);
            cookie.setPath("/");
            cookie.setMaxAge(365 * 24 * 3600);
            cookie.setAttribute("SameSite", "Lax");
            response.addCookie(cookie);
            PermissionCheck.session().ifPresent(s -> accounts.setLanguage(s.person(), lang));
        }
        return new ModelAndView("redirect:" + local(to));
    }

    /** Only addresses on this site: "to" comes from outside. */
    static String local(String to) {
        return to.startsWith("/") && !to.startsWith("//") && !to.contains("\\") && to.chars().allMatch(c -> c >= 0x20) ? to : "/";
    }
}
