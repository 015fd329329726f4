package org.daywatch.platform.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.identity.Accounts;
import org.daywatch.platform.identity.Acting;
import org.daywatch.platform.identity.AnyMember;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.SecondStep.Step;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.identity.SignedIn;
import org.daywatch.platform.identity.founding.Founded;
import org.daywatch.platform.identity.invitations.Accepting;
import org.daywatch.platform.identity.security.SessionCookie;
import org.daywatch.platform.identity.security.SignInDoor;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.PageArguments;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** For whom a person acts, the first page of each role, and the language. */
@Controller
class PlacePages {

    private static final Map<Role, String> FIRST_PAGE = Map.of(Role.AGENCY_ADMIN, "/board", Role.COORDINATOR, "/board",
            Role.OFFICER, "/my-day",
            Role.PRINCIPAL, "/school", Role.TEACHER, "/alert", Role.COUNSELOR, "/alert", Role.FRONT_OFFICE, "/alert",
            Role.SAFETY_DIRECTOR,
            "/district",
            Role.DEPARTMENT_SUPERVISOR, "/department", Role.DEPARTMENT_ADMIN, "/department");

    private final Accounts accounts;
    private final Sessions sessions;
    private final Accepting accepting;
    private final Founded founded;
    private final boolean tips;

    PlacePages(Accounts accounts, Sessions sessions, Accepting accepting, Founded founded,
            @Value("${daywatch.tips.enabled:false}") boolean tips) {
        this.tips = tips;
        this.accounts = accounts;
        this.sessions = sessions;
        this.accepting = accepting;
        this.founded = founded;
    }

    @Open(why = "sends everybody to where they belong")
    @GetMapping("/")
    ModelAndView first(Page page) {
        if (!page.signedIn() && !founded.yet()) return new ModelAndView("redirect:/welcome");
        if (!page.signedIn()) return new ModelAndView("redirect:" + (page.demo() ? "/personas" : "/sign-in"));
        if (Acting.session().filter(s -> s.owed().step() != Step.NONE).isPresent())
            return new ModelAndView("redirect:/sign-in/step");
        return new ModelAndView("redirect:" + (page.actor() == null ? "/places" : firstPage(page.actor().role())));
    }

    /** Where nothing is written without a name, nothing of it waits for a counselor. */
    private String firstPage(Role role) {
        if (role == Role.RECORDS_KEEPER) return tips ? "/records" : "/student-lists";
        return tips && role == Role.COUNSELOR ? "/helping" : FIRST_PAGE.getOrDefault(role, "/nameless-tips");
    }

    @AnyMember
    @GetMapping("/places")
    ModelAndView places(Page page, SignedIn.Session session, @RequestParam(defaultValue = "/") String to) {
        return new ModelAndView("platform/identity/signin/places",
                Map.of("page", page.titled("places.title"), "places", sessions.places(session.person()), "waiting",
                        accepting.of(session.person()), "to", SignInDoor.local(to)));
    }

    @AnyMember
    @PostMapping("/places")
    ModelAndView choose(@RequestParam UUID org, @RequestParam Role role, @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request) {
        sessions.actFor(SessionCookie.read(request).orElseThrow(), org, role);
        return new ModelAndView("redirect:/");
    }

    @Open(why = "everybody may choose their language")
    @PostMapping("/language")
    ModelAndView language(@RequestParam String lang, @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request, HttpServletResponse response) {
        if (Texts.LANGUAGES.contains(lang)) {
            PageArguments.LANGUAGE.set(request, response, lang, Duration.ofDays(365));
            Acting.session().ifPresent(s -> accounts.setLanguage(s.person(), lang));
        }
        return new ModelAndView("redirect:" + SignInDoor.local(to));
    }
}
