package org.daywatch.transparency.programs.evidence;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.staffing.OfficerFiles;
import org.daywatch.transparency.programs.clocks.ProgramClock;
import org.daywatch.transparency.programs.schools.ProgramPlaces;
import org.daywatch.transparency.programs.screens.FirstScreen;
import org.daywatch.transparency.programs.screens.ReadDay;
import org.daywatch.transparency.programs.screens.TileLines.Counted;
import org.daywatch.transparency.programs.screens.TileLines.Item;
import org.daywatch.transparency.programs.screens.TileLines;
import org.daywatch.transparency.programs.totals.SchoolMeters.OfOfficer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a tile of a first screen counts, one by one, and nothing else. */
@Controller
@Needs(Permission.PROGRAM_READ)
public class CountedPages {

    private final ProgramPlaces places;
    private final FirstScreen screen;
    private final OfficerFiles officers;
    private final ReadDay days;
    private final AuditLog audit;

    CountedPages(ProgramPlaces places, FirstScreen screen, OfficerFiles officers, ReadDay days, AuditLog audit) {
        this.places = places;
        this.screen = screen;
        this.officers = officers;
        this.days = days;
        this.audit = audit;
    }

    public record Found(Counted what, String state, LocalDate asOf, boolean past, List<Item> items) {}

    @GetMapping("/program/counted")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var paging = paging(parameters);
        var found = found(page, actor, paging);
        return new ModelAndView("transparency/programs/evidence/counted",
                Map.of("page", page.titled("program.tile." + found.what), "paging", paging.of(found.items.size()),
                        "items", paging.of(found.items.size()).shown(found.items), "found", found));
    }

    @GetMapping("/program/counted.csv")
    @Needs(value = Permission.EXPORTS, stepUp = true)
    void csv(Page page, Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var found = found(page, actor, paging(parameters));
        audit.act("ProgramExported", "program " + found.what, Map.of("rows", found.items.size()));
        Csv.answer(response, "counted.csv", List.of("counted", "school", "what", "about", "day", "address"),
                found.items.stream().map(i -> Arrays.asList(found.what,
                        i.school() == null ? "" : i.school().name(), i.what(), i.who(), i.day(), i.href())));
    }

    private static Paging paging(Map<String, String> parameters) {
        return Paging.read("/program/counted", parameters, Set.of("what", "school", "day"), "day").about("what",
                "state", "asOf");
    }

    /** An officer has a page of their own and no first screen. */
    private Found found(Page page, Actor actor, Paging paging) {
        if (actor.role() == Role.OFFICER) throw new NotFound("first screen");
        String word = paging.filter("what");
        var what = Arrays.stream(Counted.values()).filter(c -> c.name().equals(word)).findFirst()
                .orElse(Counted.RUNNING);
        var chosen = places.chosen(actor, paging.filter("state"));
        var asOf = days.of(paging.filter("asOf"));
        var seen = screen.of(chosen.schools(), places.files(actor), days.past(asOf) ? asOf : null);
        var items = TileLines.of(page, what, seen, officers.names(about(seen))).stream()
                .filter(i -> paging.finds(i.what(), i.who(), i.school() == null ? "" : i.school().name()))
                .sorted(paging.order(Map.of("what", Comparator.comparing(Item::what),
                        "school", Comparator.comparing(i -> i.school() == null ? "" : i.school().name()), "day",
                        Comparator.comparing(i -> i.day() == null ? LocalDate.MAX : i.day()))))
                .toList();
        return new Found(what, chosen.state(), asOf, days.past(asOf), items);
    }

    private static Set<UUID> about(FirstScreen.Seen seen) {
        return Stream.concat(seen.rows().stream().flatMap(r -> r.meters().officers().stream()).map(OfOfficer::officer),
                seen.running().stream().map(ProgramClock::officerId).filter(o -> o != null))
                .collect(Collectors.toSet());
    }
}
