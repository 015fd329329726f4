package org.daywatch.transparency.programs.evidence;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.ProgramRules;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.staffing.OfficerFiles;
import org.daywatch.transparency.programs.meters.Preparation;
import org.daywatch.transparency.programs.schools.MeterWords;
import org.daywatch.transparency.programs.schools.ProgramPlaces;
import org.daywatch.transparency.programs.screens.EvidenceWords;
import org.daywatch.transparency.programs.screens.ReadDay;
import org.daywatch.transparency.programs.totals.EvidenceLines.Line;
import org.daywatch.transparency.programs.totals.EvidenceLines;
import org.daywatch.transparency.programs.totals.FigureLines.Figure;
import org.daywatch.transparency.programs.totals.FigureLines;
import org.daywatch.transparency.programs.totals.MeterQueries;
import org.daywatch.transparency.programs.totals.SchoolMeters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a figure opens onto: the lines it is the sum of, each with the page that shows it. */
@Controller
@Needs(Permission.PROGRAM_READ)
public class EvidencePages {

    private final ProgramPlaces places;
    private final EvidenceLines lines;
    private final MeterQueries meters;
    private final OfficerFiles officers;
    private final ReadDay days;
    private final ProgramRules rules;
    private final AuditLog audit;

    EvidencePages(ProgramPlaces places, EvidenceLines lines, MeterQueries meters, OfficerFiles officers, ReadDay days,
            ProgramRules rules, AuditLog audit) {
        this.places = places;
        this.lines = lines;
        this.meters = meters;
        this.officers = officers;
        this.days = days;
        this.rules = rules;
        this.audit = audit;
    }

    /**
     * @param preparation how far it counts here
     * @param classHour minutes of one, where hours may be told in classes; 0 where they are not.
     * @param what the figure is of. @param schools over which it is summed, by id
     * @param foreign of them those that are none of the reader's: their lines say when and how long, and nothing else
     * @param self the reader's own file where they are an officer: what speaks of another they do not open; null for
     * everybody else
     */
    public record Found(String what, LocalDate asOf, boolean past, Map<UUID, Campus> schools, Set<UUID> foreign,
            @Nullable UUID self, List<Line> lines, Map<UUID, String> names, int classHour,
            Preparation preparation) {

        public boolean opens(Page page, Line l) {
            boolean ofAnother = self != null && l.officer() != null && !l.officer().equals(self);
            return !ofAnother && !foreign.contains(l.school()) && EvidenceWords.opens(page, l.evidence());
        }

        /** In tenths. */
        public long classHours() {
            return minutes() * 10 / classHour;
        }

        public long minutes() {
            return FigureLines.minutes(lines, preparation);
        }
    }

    @GetMapping("/program/schools/{id}/evidence")
    ModelAndView list(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> parameters) {
        var school = places.get(actor, id);
        var paging = paging(id, parameters);
        var found = found(page, actor, school, paging);
        return new ModelAndView("transparency/programs/evidence/evidence",
                Map.of("page", page.titled("program.evidence.title", school.name()), "school", school,
                        "paging", paging.of(found.lines().size()), "lines",
                        paging.of(found.lines().size()).shown(found.lines()), "found", found));
    }

    @GetMapping("/program/schools/{id}/evidence.csv")
    @Needs(value = Permission.EXPORTS, stepUp = true)
    void csv(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> parameters,
            HttpServletResponse response) {
        var school = places.get(actor, id);
        var found = found(page, actor, school, paging(id, parameters));
        audit.act("EvidenceExported", "school " + id, Map.of("rows", found.lines().size()));
        Csv.answer(response, "evidence.csv",
                List.of("school", "day", "officer", "kind", "subject", "minutes", "people", "on_campus", "reason",
                        "note", "source", "address"),
                found.lines().stream()
                        .map(l -> java.util.Arrays.asList(found.schools().get(l.school()).name(), l.day(),
                                l.officer() == null ? "" : found.names().getOrDefault(l.officer(), ""),
                                l.kind(), l.subject(), l.minutes(), l.people(), l.onCampus(), l.reason(), l.note(),
                                l.source(), l.evidence())));
    }

    private static Paging paging(UUID id, Map<String, String> parameters) {
        return Paging.read("/program/schools/" + id + "/evidence", parameters, Set.of("day", "minutes"), "-day")
                .about("subject", "rule", "officer", "post", "from", "to", "asOf", "everywhere");
    }

    private Found found(Page page, Actor actor, Campus school, Paging paging) {
        var asOf = days.of(paging.filter("asOf"));
        var figure = new Figure(Ids.find(paging.filter("officer")).orElse(null),
                Ids.find(paging.filter("post")).orElse(null), paging.filter("rule"), paging.filter("subject"),
                day(paging, "from"), day(paging, "to"));
        var self = actor.role() == Role.OFFICER ? officers.ofPerson(actor.person()).orElse(actor.person()) : null;
        if (self != null && figure.officer() != null && !figure.officer().equals(self)) throw new NotFound("officer");
        var summed = summed(actor, meters.of(school, asOf), figure, paging);
        var schools = summed.stream().map(SchoolMeters::school).collect(Collectors.toMap(Campus::id, s -> s));
        var mine = places.of(actor).stream().map(Campus::id).collect(Collectors.toSet());
        var foreign = schools.keySet().stream().filter(s -> !s.equals(school.id()) && !mine.contains(s))
                .collect(Collectors.toSet());
        var all = lines.of(summed, figure).stream().map(l -> foreign.contains(l.school()) ? bare(l) : l)
                .filter(l -> paging.finds(l.note(), l.kind(), l.subject(), EvidenceWords.kind(page, l)))
                .sorted(paging.order(Map.of(
                        "day", Comparator.comparing(Line::day), "minutes", Comparator.comparing(Line::minutes))))
                .toList();
        boolean lessons = !all.isEmpty() && all.stream().allMatch(l -> l.subject().startsWith("LRE"));
        return new Found(what(page, summed, figure), asOf, days.past(asOf), schools, foreign, self, all,
                officers.names(all.stream().map(Line::officer).filter(o -> o != null).distinct().toList()),
                lessons ? rules.inForce("LRE_CLASS_HOUR", "ALL", asOf).orElseThrow().number() : 0,
                FigureLines.preparation(summed, figure));
    }

    /** A post is summed over all its schools, an officer's total over all of theirs that the reader may see. */
    private List<SchoolMeters> summed(Actor actor, SchoolMeters school, Figure figure, Paging paging) {
        if (figure.post() != null) {
            var sharing = meters.sharing(school, figure.post());
            if (sharing.isEmpty()) throw new NotFound("funded post " + figure.post());
            return sharing;
        }
        if (figure.officer() == null || paging.filter("everywhere").isEmpty()) return List.of(school);
        var theirs = meters.schoolsOf(figure.officer(), school.asOf()).stream().map(Campus::id)
                .collect(Collectors.toSet());
        var together = new ArrayList<>(places.of(actor).stream().filter(c -> theirs.contains(c.id())).toList());
        if (together.stream().noneMatch(c -> c.id().equals(school.school().id()))) together.add(school.school());
        return meters.of(together, school.asOf());
    }

    private static Line bare(Line l) {
        return new Line(l.id(), l.school(), null, l.post(), l.day(), l.kind(), l.subject(), l.minutes(), null,
                l.onCampus(), "", "", l.source(), "");
    }

    private static String what(Page page, List<SchoolMeters> schools, Figure figure) {
        if (figure.rule().isEmpty())
            return figure.subject().isEmpty() ? page.t("program.evidence.all") : subject(page, figure.subject());
        return schools.stream().flatMap(m -> m.requirements().stream()).filter(r -> r.rule().id().equals(figure.rule()))
                .findFirst().map(r -> MeterWords.subject(page, r))
                .orElse(figure.rule());
    }

    private static String subject(Page page, String subject) {
        if (subject.startsWith(FigureLines.AWAY))
            return page.t("program.evidence.away",
                    MeterWords.reason(page, subject.substring(FigureLines.AWAY.length())));
        return subject.equals(FigureLines.PAID) ? page.t("program.evidence.paid") : MeterWords.subject(page, subject);
    }

    private static @Nullable LocalDate day(Paging paging, String field) {
        return paging.filter(field).isEmpty() ? null : ReadDay.day(field, paging.filter(field));
    }
}
