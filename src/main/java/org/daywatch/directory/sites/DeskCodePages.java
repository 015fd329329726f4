package org.daywatch.directory.sites;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.paper.QrDrawing;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.PublicAddress;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The sheet for the front desk: the code in large letters and as a QR code that opens the check-in with the code filled
 * in.
 */
@Controller
class DeskCodePages {

    private final SchoolStore store;
    private final Schools schools;
    private final AuditLog audit;
    private final PublicAddress site;

    DeskCodePages(SchoolStore store, Schools schools, AuditLog audit, PublicAddress site) {
        this.store = store;
        this.schools = schools;
        this.audit = audit;
        this.site = site;
    }

    @Needs({Permission.SCHOOLS_EDIT, Permission.SCHOOL_DESK})
    @GetMapping("/schools/{id}/desk-code")
    ModelAndView sheet(@PathVariable UUID id, Page page, Actor actor) {
        var school = mine(id, actor);
        audit.read("DeskCode", "school " + id, Map.of("school", school.name()));
        var address = site.link("/check-in?code=" + school.deskCode());
        return new ModelAndView("directory/sites/desk-code",
                Map.of("page", page.titled("schools.desk.title", school.name()), "school", school,
                        "qr", QrDrawing.of(address), "mayRenew", actor.may(Permission.SCHOOLS_EDIT)));
    }

    @Needs(Permission.SCHOOLS_EDIT)
    @PostMapping("/schools/{id}/desk-code")
    ModelAndView renew(@PathVariable UUID id, Page page, HttpServletResponse response) {
        schools.renewDeskCode(id);
        Flashes.say(response, "success", page.t("schools.said.desk"));
        return new ModelAndView("redirect:/schools/" + id + "/desk-code");
    }

    private School mine(UUID id, Actor actor) {
        if (actor.school() != null && !actor.school().equals(id)) throw new NotFound("school " + id);
        return store.get(id);
    }
}
