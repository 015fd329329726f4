package org.daywatch.platform.identity.founding;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Limits.Limit;
import org.daywatch.platform.identity.Limits;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.identity.agency.AgencyDetails;
import org.daywatch.platform.identity.codes.OneTimeCodes.Purpose;
import org.daywatch.platform.identity.codes.OneTimeCodes;
import org.daywatch.platform.identity.security.SignInDoor;
import org.daywatch.platform.time.StateZones;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.PublicAddress;
import org.daywatch.platform.web.forms.Act;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The first administrator founds the agency and opens their own account, once. */
@Controller
@ConditionalOnProperty(name = "daywatch.demo", havingValue = "false", matchIfMissing = true)
class WelcomePages {

    private final OneTimeCodes codes;
    private final Founding founding;
    private final SignInDoor door;
    private final Limits limits;
    private final Founded founded;
    private final PublicAddress address;

    WelcomePages(OneTimeCodes codes, Founding founding, SignInDoor door, Limits limits, Founded founded,
            PublicAddress address) {
        this.codes = codes;
        this.founding = founding;
        this.door = door;
        this.limits = limits;
        this.founded = founded;
        this.address = address;
    }

    @Open(why = "nobody has an account yet; the code on the console is the proof")
    @GetMapping("/welcome")
    ModelAndView form(Page page, @RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        if (code.isEmpty() && founded.yet()) return new ModelAndView("redirect:/");
        if (code.isEmpty()) {
            return new ModelAndView("platform/identity/founding/nobody-yet",
                    Map.of("page", page.titled("welcome.nobody.title"), "address", address.get()));
        }
        limits.take(Limit.CODE_CLIENT, request.getRemoteAddr());
        codes.find(Purpose.FIRST_ADMINISTRATOR, code).orElseThrow(() -> new NotFound("no valid code"));
        return view(page, code);
    }

    private static ModelAndView view(Page page, String code) {
        return new ModelAndView("platform/identity/founding/welcome",
                Map.of("page", page.titled("welcome.title"), "code", code,
                        "states", StateZones.ALL, "zones", StateZones.ZONES));
    }

    @Open(why = "nobody has an account yet; the code on the console is the proof")
    @PostMapping("/welcome")
    ModelAndView found(Page page, @RequestParam String code, @RequestParam String agency, @RequestParam String state,
            @RequestParam String name,
            @RequestParam String email, @RequestParam String password, @RequestParam(defaultValue = "") String zone,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String telephone, HttpServletRequest request,
            HttpServletResponse response) {
        limits.take(Limit.CODE_CLIENT, request.getRemoteAddr());
        var home = state.strip().toUpperCase(Locale.ROOT);
        var typed = Map.of("agency", agency, "state", home, "name", name, "email", email, "zone", zone, "address",
                address, "telephone", telephone);
        return Act.form(page, typed, again -> view(again, code), () -> {
            var usual = StateZones.usual(home);
            String clock = zone.isBlank() ? usual.map(ZoneId::getId).orElse("UTC") : zone;
            var first = new Founding.Administrator(name, email, password);
            var wrong = new ArrayList<>(AgencyDetails.wrong(agency, clock, address, telephone));
            if (usual.isEmpty()) wrong.add(new FieldError("state", state, "welcome.error.state"));
            wrong.addAll(first.wrong());
            if (!wrong.isEmpty()) throw new InvalidInput(wrong);
            codes.useOnly(Purpose.FIRST_ADMINISTRATOR, code);
            var person = founding.found(AgencyDetails.read(agency, clock, address, telephone, 0), home, first);
            door.enter(person, Sessions.PASSWORD, request, response);
            Flashes.say(response, "success", page.t("welcome.done"));
            return new ModelAndView("redirect:/setup");
        });
    }
}
