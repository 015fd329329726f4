package org.daywatch.transparency.programs.screens;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
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
import org.daywatch.transparency.programs.meters.Meter;
import org.daywatch.transparency.programs.schools.ProgramPlaces;
import org.daywatch.transparency.programs.totals.MeterQueries;
import org.daywatch.transparency.programs.totals.OfficerTotal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Every officer with all they did, whatever the number of their schools: what a rule asks of an officer it asks once.
 */
@Controller
@Needs(Permission.PROGRAM_READ)
public class OfficerListPages {

    private static final List<String> HEADER = List.of("officer", "schools", "as_of", "lre_cohort_minutes",
            "lre_cohort_target", "lre_universal_minutes", "lre_universal_target", "lre_minutes",
            "lre_target", "on_campus_minutes", "paid_minutes", "log_weeks", "log_weeks_missing", "rules");

    private final ProgramPlaces places;
    private final MeterQueries meters;
    private final OfficerFiles officers;
    private final ReadDay days;
    private final AuditLog audit;

    OfficerListPages(ProgramPlaces places, MeterQueries meters, OfficerFiles officers, ReadDay days, AuditLog audit) {
        this.places = places;
        this.meters = meters;
        this.officers = officers;
        this.days = days;
        this.audit = audit;
    }

    public record Line(String name, OfficerTotal total) {

        public String schools() {
            return total.schools().stream().map(Campus::name).collect(Collectors.joining(", "));
        }

        public @Nullable Meter dial(String subject) {
            return total.figures().times().stream().filter(m -> m.requirement().subject().equals(subject)).findFirst()
                    .orElse(null);
        }

        private long hours() {
            return total.figures().times().stream().filter(m -> m.amount() != null).mapToLong(Meter::amount).max()
                    .orElse(-1);
        }
    }

    public record Found(String state, LocalDate asOf, boolean past, List<Line> lines) {

        /** What is asked of one of them at least, in the order of its words. */
        public List<String> subjects() {
            return lines.stream().flatMap(line -> line.total.figures().times().stream())
                    .map(meter -> meter.requirement().subject()).distinct().sorted().toList();
        }
    }

    @GetMapping("/program/officers")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var paging = paging(parameters);
        var found = found(actor, paging);
        return new ModelAndView("transparency/programs/screens/officers",
                Map.of("page", page.titled("program.officers.title"), "paging", paging.of(found.lines.size()),
                        "lines", paging.of(found.lines.size()).shown(found.lines), "found", found));
    }

    @GetMapping("/program/officers.csv")
    @Needs(value = Permission.EXPORTS, stepUp = true)
    void csv(Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var found = found(actor, paging(parameters));
        audit.act("ProgramExported", "program officers", Map.of("rows", found.lines.size()));
        Csv.answer(response, "officers.csv", HEADER, found.lines.stream().map(l -> {
            var share = l.total.figures().share();
            boolean known = share != null && share.known();
            return Arrays.asList(l.name, l.schools(), found.asOf, amount(l, "LRE:COHORT"), target(l, "LRE:COHORT"),
                    amount(l, "LRE:UNIVERSAL"), target(l, "LRE:UNIVERSAL"), amount(l, "LRE"),
                    target(l, "LRE"), known ? share.onCampus() : null, known ? share.paid() : null, l.total.asked(),
                    l.total.missing(), String.join("; ", l.total.rules()));
        }));
    }

    private static @Nullable Long amount(Line l, String subject) {
        var dial = l.dial(subject);
        return dial == null ? null : dial.amount();
    }

    private static @Nullable Long target(Line l, String subject) {
        var dial = l.dial(subject);
        return dial == null ? null : dial.target();
    }

    private static Paging paging(Map<String, String> parameters) {
        return Paging.read("/program/officers", parameters, Set.of("officer", "hours", "logs"), "officer")
                .about("state", "asOf");
    }

    private Found found(Actor actor, Paging paging) {
        if (actor.role() == Role.OFFICER) throw new NotFound("list of officers");
        var chosen = places.chosen(actor, paging.filter("state"));
        var asOf = days.of(paging.filter("asOf"));
        var totals = meters.officers(meters.of(chosen.schools(), asOf));
        var names = officers.names(totals.stream().map(OfficerTotal::officer).toList());
        Comparator<Line> byName = Comparator.comparing(Line::name);
        var lines = totals.stream().map(t -> new Line(names.getOrDefault(t.officer(), ""), t))
                .filter(l -> paging.finds(l.name, l.schools()))
                .sorted(paging.order(
                        Map.of("officer", byName, "hours", Comparator.comparingLong(Line::hours).thenComparing(byName),
                                "logs", Comparator.<Line>comparingInt(l -> l.total.missing()).thenComparing(byName))))
                .toList();
        return new Found(chosen.state(), asOf, days.past(asOf), lines);
    }
}
