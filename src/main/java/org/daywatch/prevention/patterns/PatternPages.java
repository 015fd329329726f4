package org.daywatch.prevention.patterns;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.Typed;
import org.daywatch.prevention.patterns.Happening.Kind;
import org.daywatch.prevention.patterns.Happening.Source;
import org.daywatch.prevention.places.PreventionPlaces;
import org.daywatch.prevention.zones.Zone;
import org.daywatch.prevention.zones.Zones;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where and when things happen, and how what happened gets there. */
@Controller
@Needs(Permission.PATTERNS_READ)
class PatternPages {

    private static final int LOOKS_BACK = 90;

    private final PatternQueries queries;
    private final Happenings happenings;
    private final Zones zones;
    private final PreventionPlaces places;

    PatternPages(PatternQueries queries, Happenings happenings, Zones zones, PreventionPlaces places) {
        this.queries = queries;
        this.happenings = happenings;
        this.zones = zones;
        this.places = places;
    }

    @GetMapping("/patterns")
    ModelAndView show(Page page, Actor actor, @RequestParam(defaultValue = "") String school,
            @RequestParam(defaultValue = "") String from) {
        var schools = places.of(actor);
        if (schools.isEmpty())
            return new ModelAndView("prevention/patterns/nowhere", Map.of("page", page.titled("patterns.title")));
        var chosen = chosen(schools, school);
        int unplaced = happenings.unplaced(chosen.id(), places.today(chosen).minusDays(LOOKS_BACK)).size();
        return new ModelAndView("prevention/patterns/patterns",
                Map.of("page", page.titled("patterns.title"), "schools", schools, "view", queries.of(chosen, from),
                        "unplaced", unplaced, "edits", actor.may(Permission.FINDINGS_EDIT)));
    }

    /** The one asked for; else the one of which most is known. */
    private Campus chosen(List<Campus> schools, String id) {
        return Ids.find(id).flatMap(wanted -> schools.stream().filter(s -> s.id().equals(wanted)).findFirst())
                .orElseGet(() -> {
                    if (!id.isBlank()) throw new NotFound("school " + id);
                    return happenings.most(schools.stream().map(Campus::id).toList())
                            .flatMap(most -> schools.stream().filter(s -> s.id().equals(most)).findFirst())
                            .orElse(schools.getFirst());
                });
    }

    @GetMapping("/patterns/{school}/new")
    @Needs(Permission.FINDINGS_EDIT)
    ModelAndView fresh(Page page, Actor actor, @PathVariable UUID school) {
        var at = places.get(actor, school);
        return new ModelAndView("prevention/patterns/new", Map.of("page", page.titled("patterns.new"), "school", at,
                "zones", zones.of(school), "today", places.today(at)));
    }

    @PostMapping("/patterns/{school}")
    @Needs(Permission.FINDINGS_EDIT)
    ModelAndView add(Page page, Actor actor, @PathVariable UUID school, @RequestParam Map<String, String> form,
            @RequestParam("form") UUID formId, HttpServletResponse response) {
        var at = places.get(actor, school);
        return Act.form(page, form, again -> fresh(again, actor, school), () -> {
            var happened = read(at, form);
            happenings.add(happened, formId);
            boolean stands = Period.shown(places.today(at)).stream().anyMatch(p -> p.holds(happened.day()));
            Flashes.say(response, stands ? "info" : "success",
                    page.t(stands ? "patterns.said.late" : "patterns.said.added"));
            return new ModelAndView("redirect:/patterns?school=" + school);
        });
    }

    private Happening read(Campus school, Map<String, String> form) {
        var day = Typed.day("day", form.getOrDefault("day", ""));
        LocalDate today = places.today(school);
        if (day.isAfter(today) || day.isBefore(today.minusYears(1)))
            throw new InvalidInput("day", form.getOrDefault("day", ""), "patterns.wrong.day");
        var said = form.getOrDefault("kind", "");
        var kind = Arrays.stream(Kind.values()).filter(k -> k.name().equals(said)).findFirst()
                .orElseThrow(() -> new InvalidInput("kind", said, "patterns.wrong.kind"));
        Optional<Zone> zone = Ids.find(form.getOrDefault("zone", "")).map(id -> zones.get(school.id(), id));
        return new Happening(places.agency(school), Ids.next(), school.districtId(), school.id(), day,
                hour(form.getOrDefault("at", "")), kind, Source.BY_HAND, "", zone.map(Zone::id).orElse(null));
    }

    private static int hour(String text) {
        try {
            return LocalTime.parse(text.strip()).getHour();
        } catch (DateTimeException unreadable) {
            throw new InvalidInput("at", text, "patterns.wrong.time");
        }
    }

    @GetMapping("/patterns/{school}/unplaced")
    @Needs(Permission.FINDINGS_EDIT)
    ModelAndView unplaced(Page page, Actor actor, @PathVariable UUID school) {
        var at = places.get(actor, school);
        return new ModelAndView("prevention/patterns/unplaced",
                Map.of("page", page.titled("patterns.unplaced"), "school", at, "zones", zones.of(school), "happenings",
                        happenings.unplaced(school, places.today(at).minusDays(LOOKS_BACK))));
    }

    @PostMapping("/patterns/{school}/happenings/{id}/zone")
    @Needs(Permission.FINDINGS_EDIT)
    ModelAndView place(Page page, Actor actor, @PathVariable UUID school, @PathVariable UUID id,
            @RequestParam(defaultValue = "") String zone, HttpServletResponse response) {
        places.get(actor, school);
        return Act.on(page, response, "/patterns/" + school + "/unplaced", "patterns.said.placed", () -> {
            var wanted = Ids.find(zone).orElseThrow(() -> new InvalidInput("zone", zone, "patterns.wrong.zone"));
            happenings.place(school, id, zones.get(school, wanted).id());
        });
    }
}
