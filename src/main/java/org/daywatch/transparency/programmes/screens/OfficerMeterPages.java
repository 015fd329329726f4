package org.daywatch.transparency.programmes.screens;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Page;
import org.daywatch.staffing.OfficerFiles;
import org.daywatch.transparency.programmes.gathering.MeterQueries;
import org.daywatch.transparency.programmes.gathering.SchoolMeters;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** One officer, and one funded post through which several officers may rotate. */
@Controller
@Needs(Permission.PROGRAMME_READ)
public class OfficerMeterPages {

    private final MeterQueries meters;
    private final ProgrammePlaces places;
    private final OfficerFiles officers;
    private final Certificates certificates;
    private final HomeTime home;

    OfficerMeterPages(MeterQueries meters, ProgrammePlaces places, OfficerFiles officers, Certificates certificates, HomeTime home) {
        this.meters = meters;
        this.places = places;
        this.officers = officers;
        this.certificates = certificates;
        this.home = home;
    }

    /** An officer opens his own page and nobody else's. */
    @GetMapping("/programme/officers/{id}")
    ModelAndView officer(Page page, Actor actor, @PathVariable UUID id) {
        if (actor.role() == Role.OFFICER && !officers.ofPerson(actor.person()).map(id::equals).orElse(false)) throw new NotFound("officer " + id);
        String name = officers.names(List.of(id)).get(id);
        if (name == null) throw new NotFound("officer " + id);
        var mine = places.of(actor).stream().map(Campus::id).collect(Collectors.toSet());
        var schools = meters.ofOfficer(id, home.today()).stream().filter(s -> mine.contains(s.school().id())).toList();
        var model = new LinkedHashMap<String, Object>(Map.of("page", page.titled("programme.officer.title", name), "officer", id, "schools", schools));
        boolean files = actor.may(Permission.OFFICERS_READ);
        model.put("papers", files ? certificates.of(schools, home.today()).stream().filter(l -> l.officer().equals(id)).toList() : List.of());
        model.put("filesRead", files);
        return new ModelAndView("transparency/programmes/screens/officer", model);
    }

    @GetMapping("/programme/posts/{id}")
    ModelAndView post(Page page, Actor actor, @PathVariable UUID id) {
        var found = meters.ofPost(places.of(actor), id, home.today());
        if (found.isEmpty()) throw new NotFound("funded post " + id);
        var post = found.getFirst().posts().stream().filter(p -> p.post().id().equals(id)).findFirst().orElseThrow();
        var ids = found.stream().flatMap(s -> s.officers().stream()).map(SchoolMeters.OfOfficer::officer).distinct().toList();
        return new ModelAndView("transparency/programmes/screens/post", Map.of("page", page.titled("programme.post.title", post.post().kind(), post.post().award()), "post", post,
                "schools", found, "names", officers.names(ids)));
    }
}
