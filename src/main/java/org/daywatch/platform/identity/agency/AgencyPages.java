package org.daywatch.platform.identity.agency;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.AnyMember;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.pictures.PhotoAnswer;
import org.daywatch.platform.time.StateZones;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.KeptFile;
import org.daywatch.platform.web.forms.Typed;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The agency's own details, for its administrators. */
@Controller
@Needs(value = Permission.OPERATIONS_EDIT, stepUp = true)
class AgencyPages {

    private final Agencies agencies;

    AgencyPages(Agencies agencies) {
        this.agencies = agencies;
    }

    @Bean
    static NavEntry agencyInNavigation() {
        return NavEntry.of(NavPart.SETUP, 905, "agency.title", "/agency", "home", Permission.OPERATIONS_EDIT);
    }

    @GetMapping("/agency")
    ModelAndView form(Page page, Actor actor) {
        var agency = agencies.stored(actor.tenant());
        return new ModelAndView("platform/identity/agency/agency",
                Map.of("page", page.titled("agency.title"), "agency", agency, "zones", StateZones.ZONES,
                        "outside", agencies.telephoneSetOutside(), "telephone", agencies.telephone(actor.tenant())));
    }

    @PostMapping("/agency")
    ModelAndView save(Page page, Actor actor, @RequestParam String agency, @RequestParam String zone,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String telephone, @RequestParam int version,
            HttpServletResponse response) {
        return Act.form(page, Map.of("agency", agency, "zone", zone, "address", address, "telephone", telephone),
                again -> form(again, actor), () -> {
                    agencies.save(actor.tenant(), AgencyDetails.read(agency, zone, address, telephone, version));
                    Flashes.say(response, "success", page.t("agency.saved"));
                    return new ModelAndView("redirect:/agency");
                });
    }

    @PostMapping("/agency/logo")
    ModelAndView logo(Page page, Actor actor, @KeptFile @RequestParam MultipartFile photo,
            HttpServletResponse response) {
        return Act.form(page, Map.of(), again -> form(again, actor), () -> {
            agencies.draw(actor.tenant(), Typed.photo(photo));
            Flashes.say(response, "success", page.t("agency.logo.saved"));
            return new ModelAndView("redirect:/agency");
        });
    }

    @AnyMember
    @GetMapping("/agency/logo")
    ResponseEntity<byte[]> logo(Actor actor) {
        var logo = agencies.logo(actor.tenant()).orElseThrow(() -> new NotFound("no logo"));
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(logo.type()))
                .header("Content-Disposition", PhotoAnswer.named("logo", logo.type()))
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate()).body(logo.bytes());
    }
}
