package org.daywatch.directory.visitors.kiosk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.rosters.AtSchool;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.PublicAddress;
import org.daywatch.platform.web.forms.Act;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The office makes kiosks, sees which there are, and takes them back. */
@Controller
@Needs(Permission.REUNIFY)
public class KioskSetupPages {

    private final Kiosks kiosks;
    private final AtSchool atSchool;
    private final PublicAddress address;

    KioskSetupPages(Kiosks kiosks, AtSchool atSchool, PublicAddress address) {
        this.kiosks = kiosks;
        this.atSchool = atSchool;
        this.address = address;
    }

    /** @param code that pairs the one just made; empty otherwise */
    public record View(Campus school, List<Campus> schools, List<Kiosk> kiosks, String code, String address) {}

    @GetMapping("/visitors/kiosks")
    ModelAndView list(Actor actor, Page page, @RequestParam(defaultValue = "") String school) {
        return list(actor, page, atSchool.of(actor, school), "");
    }

    private ModelAndView list(Actor actor, Page page, Campus school, String code) {
        var view = new View(school, atSchool.all(actor), kiosks.ofSchool(school), code, address.get() + "/kiosk");
        return new ModelAndView("directory/visitors/kiosk/kiosks",
                Map.of("page", page.titled("kiosk.title", school.name()), "view", view));
    }

    @PostMapping("/schools/{school}/kiosks")
    ModelAndView make(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID school,
            @RequestParam(defaultValue = "") String label, @RequestParam(defaultValue = "") String pin) {
        var campus = atSchool.of(actor, school);
        response.setHeader("Cache-Control", "no-store");
        return Act.form(page, Map.of("label", label), again -> list(actor, again, campus, ""),
                () -> list(actor, page, campus, kiosks.make(actor, campus, label, pin)));
    }

    @PostMapping("/schools/{school}/kiosks/{id}/revocation")
    ModelAndView revoke(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID school,
            @PathVariable UUID id) {
        var campus = atSchool.of(actor, school);
        return Act.on(page, response, "/visitors/kiosks?school=" + school, "kiosk.said.revoked",
                () -> kiosks.revoke(campus, id));
    }
}
