package org.daywatch.platform.identity.founding;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Accounts;
import org.daywatch.platform.identity.Limits;
import org.daywatch.platform.identity.Limits.Limit;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.identity.codes.OneTimeCodes;
import org.daywatch.platform.identity.codes.OneTimeCodes.Purpose;
import org.daywatch.platform.identity.signin.SignInDoor;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The first administrator founds the agency and opens his own account, once. */
@Controller
@ConditionalOnProperty(name = "daywatch.demo", havingValue = "false", matchIfMissing = true)
class WelcomePages {

    private final OneTimeCodes codes;
    private final Founding founding;
    private final SignInDoor door;
    private final Limits limits;

    WelcomePages(OneTimeCodes codes, Founding founding, SignInDoor door, Limits limits) {
        this.codes = codes;
        this.founding = founding;
        this.door = door;
        this.limits = limits;
    }

    @Open(why = "nobody has an account yet; the code on the console is the proof")
    @GetMapping("/welcome")
    ModelAndView form(Page page, @RequestParam String code, HttpServletRequest request) {
        limits.take(Limit.CODE_CLIENT, request.getRemoteAddr());
        codes.find(Purpose.FIRST_ADMINISTRATOR, code).orElseThrow(() -> new NotFound("no valid code"));
        return view(page, code);
    }

    private static ModelAndView view(Page page, String code) {
        return new ModelAndView("platform/identity/founding/welcome", Map.of("page", page.titled("welcome.title"), "code", code));
    }

    @Open(why = "nobody has an account yet; the code on the console is the proof")
    @PostMapping("/welcome")
    ModelAndView found(Page page, @RequestParam String code, @RequestParam String agency, @RequestParam String state, @RequestParam String name,
            @RequestParam String email, @RequestParam String password, HttpServletRequest request, HttpServletResponse response) {
        limits.take(Limit.CODE_CLIENT, request.getRemoteAddr());
        var errors = new HashMap<String, String>();
        if (agency.isBlank() || agency.length() > 200) errors.put("agency", page.t("welcome.error.agency"));
        if (!state.strip().matches("(?i)[a-z]{2}")) errors.put("state", page.t("welcome.error.state"));
        if (name.isBlank() || name.length() > 120) errors.put("name", page.t("users.error.name"));
        if (!email.strip().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) errors.put("email", page.t("users.error.email"));
        if (password.length() < Accounts.SHORTEST_PASSWORD || password.length() > 200 || password.chars().distinct().count() < 5) {
            errors.put("password", page.t("account.password.weak", Accounts.SHORTEST_PASSWORD));
        }
        if (!errors.isEmpty()) {
            response.setStatus(400);
            return view(page.with(errors, Map.of("agency", agency, "state", state, "name", name, "email", email)), code);
        }
        codes.use(Purpose.FIRST_ADMINISTRATOR, code);
        var person = founding.found(agency, state.strip().toUpperCase(java.util.Locale.ROOT), name, email, password);
        door.enter(person, Sessions.PASSWORD, request, response);
        Flashes.say(response, "success", page.t("welcome.done"));
        return new ModelAndView("redirect:/me");
    }
}
