package org.daywatch.staffing.sitepacks;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.staffing.officers.OfficerAccounts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The site pack of a school: read by officers, written by the school or the coordinator. */
@Controller
class SitePackPages {

    private final SitePacks packs;
    private final SitePackStore storedPacks;
    private final Campuses campuses;
    private final OfficerAccounts officers;
    private final SitePackOwners owners;
    private final SitePackReaders readers;

    SitePackPages(SitePacks packs, SitePackStore storedPacks, Campuses campuses, OfficerAccounts officers,
            SitePackOwners owners, SitePackReaders readers) {
        this.packs = packs;
        this.storedPacks = storedPacks;
        this.campuses = campuses;
        this.officers = officers;
        this.owners = owners;
        this.readers = readers;
    }

    @Needs(Permission.SITE_PACK_READ)
    @GetMapping("/schools/{school}/site-pack")
    ModelAndView read(@PathVariable UUID school, Actor actor, Page page) {
        var campus = visible(actor, school);
        var model = new HashMap<String, Object>();
        model.put("page", page.titled("sitepacks.title", campus.name()));
        model.put("school", school);
        model.put("pack", storedPacks.current(school).orElse(null));
        boolean officer = actor.role() == Role.OFFICER;
        model.put("officer", officer);
        model.put("unread", officer && !storedPacks.isRead(school, officers.ofPerson(actor.person()).id()));
        model.put("editor", actor.may(Permission.SITE_PACK_EDIT));
        model.put("zone", campus.zone());
        return new ModelAndView("staffing/sitepacks/site-pack", model);
    }

    @Needs(Permission.SHIFTS_WORK)
    @PostMapping("/schools/{school}/site-pack/readings")
    ModelAndView acknowledge(@PathVariable UUID school, Actor actor, Page page, HttpServletResponse response,
            @RequestParam int version) {
        var campus = visible(actor, school);
        var officer = officers.ofPerson(actor.person());
        if (storedPacks.versions(campus.id()).stream().noneMatch(p -> p.version() == version))
            throw new NotFound("site pack version " + version);
        packs.acknowledge(officer.agencyId(), school, version, officer.id());
        Flashes.say(response, "success", page.t("sitepacks.said.read"));
        return new ModelAndView("redirect:/my-day");
    }

    @Needs(Permission.SITE_PACK_EDIT)
    @GetMapping("/schools/{school}/site-pack/edit")
    ModelAndView edit(@PathVariable UUID school, Actor actor, Page page) {
        var campus = visible(actor, school);
        var pack = storedPacks.current(school);
        var values = new HashMap<String, String>();
        pack.ifPresent(p -> values.putAll(
                Map.of("contacts", p.content().contacts(), "keys", p.content().keys(), "radio", p.content().radio(),
                        "brokenDoors", p.content().brokenDoors(), "postOrders", p.content().postOrders())));
        return form(page.with(Map.of(), values), campus, pack.map(SitePack::version).orElse(0));
    }

    @Needs(Permission.SITE_PACK_EDIT)
    @PostMapping("/schools/{school}/site-pack")
    ModelAndView write(@PathVariable UUID school, Actor actor, Page page, HttpServletResponse response,
            @RequestParam Map<String, String> input) {
        var campus = visible(actor, school);
        int seen = input.getOrDefault("seen", "").matches("[0-9]{1,9}") ? Integer.parseInt(input.get("seen")) : 0;
        return Act.form(page, input, again -> form(again, campus, seen), () -> {
            var content = new SitePack.Content(input.getOrDefault("contacts", ""), input.getOrDefault("keys", ""),
                    input.getOrDefault("radio", ""),
                    input.getOrDefault("brokenDoors", ""), input.getOrDefault("postOrders", ""));
            packs.write(owners.agencyOf(campus), campus, content, seen, actor.person());
            Flashes.say(response, "success", page.t("sitepacks.said.written"));
            return new ModelAndView("redirect:/schools/" + school + "/site-pack");
        });
    }

    private static ModelAndView form(Page page, Campus campus, int seen) {
        return new ModelAndView("staffing/sitepacks/site-pack-form",
                Map.of("page", page.titled("sitepacks.edit", campus.name()),
                        "school", campus.id(), "seen", seen));
    }

    /** A principal writes and reads for their own school, an officer reads where they are needed. */
    private Campus visible(Actor actor, UUID school) {
        if (actor.school() != null && !actor.school().equals(school)) throw new NotFound("school " + school);
        var campus = campuses.find(school).orElseThrow(() -> new NotFound("school " + school));
        if (actor.role() == Role.OFFICER) readers.admit(actor.person(), school);
        return campus;
    }
}
