package org.daywatch.transparency.programs.papers;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.Days;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.transparency.programs.schools.MeterWords;
import org.daywatch.transparency.programs.schools.ProgramPlaces;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Papers of a school: what was signed, filed or sent, and a form for the next one. */
@Controller
@Needs(Permission.PROGRAM_READ)
public class FiledPaperPages {

    private static final Set<String> ORDERS = Set.of("day", "what", "school");

    private final FiledPapers papers;
    private final FiledPaperStore storedPapers;
    private final ProgramPlaces places;
    private final AuditLog audit;

    FiledPaperPages(FiledPapers papers, FiledPaperStore storedPapers, ProgramPlaces places, AuditLog audit) {
        this.papers = papers;
        this.storedPapers = storedPapers;
        this.places = places;
        this.audit = audit;
    }

    public record Line(FiledPaper paper, Campus school) {}

    @GetMapping("/program/papers")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var paging = paging(parameters);
        var found = found(page, actor, paging);
        return new ModelAndView("transparency/programs/papers/papers", Map.of("page", page.titled("papers.title"),
                "paging", paging.of(found.size()), "lines", paging.of(found.size()).shown(found)));
    }

    @GetMapping("/program/papers.csv")
    @Needs(value = Permission.EXPORTS, stepUp = true)
    void csv(Page page, Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var found = found(page, actor, paging(parameters));
        audit.act("FiledPapersExported", "filed papers", Map.of("rows", found.size()));
        Csv.answer(response, "papers.csv", List.of("school", "subject", "day", "for_day", "title", "kept", "filed_by",
                "filed_at", "taken_back", "reason"), found.stream().map(l -> {
                    var gone = l.paper().withdrawn();
                    return Arrays.asList(l.school().name(), l.paper().subject(), l.paper().day(), l.paper().forDay(),
                            l.paper().title(), l.paper().kept(), l.paper().by(), l.paper().at(),
                            gone == null ? null : gone.at(),
                            gone == null ? "" : gone.reason());
                }));
    }

    @GetMapping("/program/schools/{school}/papers/new")
    @Needs(Permission.PAPERS_FILE)
    ModelAndView fresh(Page page, Actor actor, @PathVariable UUID school,
            @RequestParam(defaultValue = "") String subject) {
        return form(page.with(Map.of(), Map.of("subject", subject)), places.get(actor, school));
    }

    private ModelAndView form(Page page, Campus school) {
        var subjects = papers.subjects(school);
        boolean announces = subjects.stream().anyMatch(subject -> subject.startsWith("NOTICE:"));
        return new ModelAndView("transparency/programs/papers/new", Map.of("page", page.titled("papers.new"), "school",
                school, "subjects", subjects, "announces", announces));
    }

    @PostMapping("/program/schools/{school}/papers")
    @Needs(Permission.PAPERS_FILE)
    ModelAndView file(Page page, Actor actor, @PathVariable UUID school, @RequestParam Map<String, String> typed,
            @RequestParam("form") UUID form, HttpServletResponse response) {
        var campus = places.get(actor, school);
        return Act.form(page, typed, again -> form(again, campus), () -> {
            papers.file(actor, campus, typed.getOrDefault("subject", ""), day("day", typed.getOrDefault("day", "")),
                    typed.getOrDefault("forDay", "").isBlank() ? null : day("forDay", typed.get("forDay")),
                    typed.getOrDefault("title", ""), typed.getOrDefault("kept", ""), form);
            Flashes.say(response, "success", page.t("papers.said.filed"));
            return new ModelAndView("redirect:/program/schools/" + school);
        });
    }

    @GetMapping("/program/papers/{id}")
    ModelAndView one(Page page, Actor actor, @PathVariable UUID id) {
        var paper = storedPapers.get(id);
        return new ModelAndView("transparency/programs/papers/paper",
                Map.of("page", page.titled("papers.one"), "paper", paper, "school", places.get(actor, paper.school())));
    }

    @PostMapping("/program/papers/{id}/withdrawal")
    @Needs(Permission.PAPERS_FILE)
    ModelAndView withdraw(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> input,
            HttpServletResponse response) {
        var paper = storedPapers.get(id);
        places.get(actor, paper.school());
        return Act.typed(page, response, "/program/papers/" + id, "papers.said.withdrawn", "withdraw", input,
                again -> one(again, actor, id),
                () -> papers.withdraw(actor, paper, input.getOrDefault("reason", "")));
    }

    private static Paging paging(Map<String, String> parameters) {
        return Paging.read("/program/papers", parameters, ORDERS, "-day");
    }

    private List<Line> found(Page page, Actor actor, Paging paging) {
        var schools = places.of(actor).stream().collect(java.util.stream.Collectors.toMap(Campus::id, c -> c));
        Comparator<Line> byDay = Comparator.comparing(l -> l.paper().day());
        return storedPapers.of(schools.keySet()).stream().map(p -> new Line(p, schools.get(p.school())))
                .filter(l -> paging.finds(l.school().name(), MeterWords.subject(page, l.paper().subject()),
                        l.paper().title(), l.paper().kept()))
                .sorted(paging.order(Map.of("day", byDay, "school",
                        Comparator.<Line, String>comparing(l -> l.school().name()).thenComparing(byDay),
                        "what", Comparator.<Line, String>comparing(l -> MeterWords.subject(page, l.paper().subject()))
                                .thenComparing(byDay))))
                .toList();
    }

    private static LocalDate day(String field, String typed) {
        try {
            return Days.parse(typed);
        } catch (DateTimeParseException unreadable) {
            throw new InvalidInput(field, typed, "papers.wrong." + field);
        }
    }
}
