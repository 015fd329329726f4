package org.daywatch.emergencies.cap.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.emergencies.alerts.AlertPlaces;
import org.daywatch.emergencies.cap.intake.CapNotices.Bringer;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.PublicAddress;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.KeptFile;
import org.daywatch.platform.web.forms.ShownOnce;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * Notices of other agencies, for whoever is at a school they concern; a safety director takes them in and names who may
 * post them.
 */
@Controller
@Needs(Permission.ALERT_READ)
public class CapNoticePages {

    private final CapNotices notices;
    private final CapSources sources;
    private final AlertPlaces places;
    private final PublicAddress address;
    private final HomeTime home;

    CapNoticePages(CapNotices notices, CapSources sources, AlertPlaces places, PublicAddress address, HomeTime home) {
        this.notices = notices;
        this.sources = sources;
        this.places = places;
        this.address = address;
        this.home = home;
    }

    /** @param takes may take notices in for their district; @param made an address and its key, shown this once */
    public record View(List<CapNotice> notices, List<Campus> schools, boolean takes, List<CapSources.Source> sources,
            CapSources.@Nullable Made made, String site, ZoneId zone) {

        /** By name, of those the reader is at. */
        public List<String> concerned(CapNotice notice) {
            return schools.stream().filter(s -> notice.schools().contains(s.id())).map(Campus::name).toList();
        }

        public List<String> firstConcerned(CapNotice notice, int most) {
            return concerned(notice).stream().limit(most).toList();
        }
    }

    @GetMapping("/cap-notices")
    ModelAndView list(Page page, Actor actor) {
        return view(page, actor, null);
    }

    /** A piece of the pages on which people look for alerts; empty while there is no notice. */
    @GetMapping("/cap-notices/here")
    ModelAndView here(Page page, Actor actor) {
        return new ModelAndView("emergencies/cap/intake/here",
                Map.of("page", page, "notices", notices.standing(places.of(actor).stream().map(Campus::id).toList())));
    }

    /** @param message as text; @param file the same as a file, which wins */
    @Needs(Permission.ALERT_SETUP)
    @PostMapping("/cap-notices")
    ModelAndView take(Page page, Actor actor, @RequestParam(defaultValue = "") String message,
            @KeptFile @RequestParam(required = false) @Nullable MultipartFile file, HttpServletResponse response)
            throws IOException {
        byte[] bytes = file != null && !file.isEmpty()
                ? file.getBytes()
                : message.strip().getBytes(StandardCharsets.UTF_8);
        return Act.form(page, Map.of("message", message), again -> view(again, actor, null), () -> {
            var taken = notices.take(director(actor), bytes, new Bringer(null, actor.name(), actor.person(), null));
            Flashes.say(response, "success",
                    taken.fresh() ? page.t("capnotices.said.taken", taken.schools()) : page.t("capnotices.said.known"));
            return new ModelAndView("redirect:/cap-notices");
        });
    }

    @Needs(value = Permission.ALERT_SETUP, stepUp = true)
    @PostMapping("/cap-notices/sources")
    ModelAndView source(Page page, Actor actor, @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String publicKey,
            HttpServletResponse response) {
        director(actor);
        response.setHeader("Cache-Control", "no-store");
        return Act.form(page, Map.of("name", name, "publicKey", publicKey), again -> view(again, actor, null), () -> {
            var made = sources.add(actor, name, publicKey);
            ShownOnce.beside(response, "/cap-notices");
            return view(page, actor, made);
        });
    }

    @Needs(Permission.ALERT_SETUP)
    @PostMapping("/cap-notices/sources/{id}/stopping")
    ModelAndView stop(Page page, Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        director(actor);
        sources.stop(id);
        Flashes.say(response, "success", page.t("capnotices.said.stopped"));
        return new ModelAndView("redirect:/cap-notices");
    }

    /** It is the district's, and no single school's. */
    private static UUID director(Actor actor) {
        if (actor.role() != Role.SAFETY_DIRECTOR) throw new NotFound("notices of a district, for " + actor.role());
        return actor.tenant();
    }

    private ModelAndView view(Page page, Actor actor, CapSources.@Nullable Made made) {
        var schools = places.of(actor);
        boolean takes = actor.role() == Role.SAFETY_DIRECTOR && actor.may(Permission.ALERT_SETUP);
        var model = new HashMap<String, Object>();
        model.put("page", page.titled("capnotices.title"));
        model.put("view",
                new View(notices.standing(schools.stream().map(Campus::id).toList()), schools, takes,
                        takes ? sources.list() : List.of(), made, address.get(),
                        schools.isEmpty() ? home.zone() : schools.getFirst().zone()));
        return new ModelAndView("emergencies/cap/intake/notices", model);
    }
}
