package org.daywatch.prevention.findings.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.KeptFile;
import org.daywatch.platform.web.forms.Typed;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.prevention.findings.Finding.CostClass;
import org.daywatch.prevention.findings.Finding.Rating;
import org.daywatch.prevention.findings.Finding.Where;
import org.daywatch.prevention.findings.Finding;
import org.daywatch.prevention.findings.FindingCommands;
import org.daywatch.prevention.findings.FindingDoor;
import org.daywatch.prevention.findings.FindingDues;
import org.daywatch.prevention.findings.FindingMeasures;
import org.daywatch.prevention.findings.FindingOwners;
import org.daywatch.prevention.findings.FindingPhotos;
import org.daywatch.prevention.findings.FindingPhotoStore;
import org.daywatch.prevention.findings.FindingQueries;
import org.daywatch.prevention.findings.FindingSentences;
import org.daywatch.prevention.findings.FindingStore;
import org.daywatch.prevention.places.PreventionPlaces;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** What is not as it must be: the list, one of them with what became of it, and a new one. */
@Controller
@Needs(Permission.FINDINGS_READ)
public class FindingPages {

    private final FindingQueries queries;
    private final FindingStore findings;
    private final FindingCommands commands;
    private final FindingDoor door;
    private final FindingDues dues;
    private final FindingPhotos photos;
    private final FindingPhotoStore storedPhotos;
    private final PreventionPlaces places;
    private final FindingOwners owners;
    private final FindingSentences sentences;
    private final FindingMeasures measures;
    private final AuditLog audit;

    FindingPages(FindingQueries queries, FindingStore findings, FindingCommands commands, FindingDoor door,
            FindingDues dues, FindingPhotos photos, FindingPhotoStore storedPhotos,
            PreventionPlaces places,
            FindingOwners owners, FindingSentences sentences, FindingMeasures measures, AuditLog audit) {
        this.queries = queries;
        this.findings = findings;
        this.commands = commands;
        this.door = door;
        this.dues = dues;
        this.photos = photos;
        this.storedPhotos = storedPhotos;
        this.places = places;
        this.owners = owners;
        this.sentences = sentences;
        this.measures = measures;
        this.audit = audit;
    }

    @Configuration(proxyBeanMethods = false)
    static class Nav {
        @Bean
        NavEntry findingsEntry() {
            return NavEntry.of(NavPart.SAFETY, 73, "findings.nav", "/findings", "report", Permission.FINDINGS_READ);
        }
    }

    @GetMapping("/findings")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var paging = Paging.read("/findings", parameters, FindingQueries.SORTS.keySet(), "due");
        var all = queries.all(paging, actor, page.lang());
        var rows = queries.list(paging, actor, all);
        var placed = paging.of(rows.size());
        return new ModelAndView("prevention/findings/pages/findings",
                Map.of("page", page.titled("findings.title"), "paging", placed, "rows", placed.shown(rows), "aging",
                        queries.aging(all)));
    }

    @GetMapping("/findings.csv")
    void csv(Page page, Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var paging = Paging.read("/findings", parameters, FindingQueries.SORTS.keySet(), "due");
        audit.act("FindingsExported", "organization " + actor.tenant(), paging.filters());
        Csv.answer(response, "findings.csv",
                List.of("school", "source", "what", "place", "severity", "likelihood", "cost_class", "estimate",
                        "interim", "owner", "due", "state", "review_by", "late",
                        "days", "seen_again"),
                queries.list(paging, actor, queries.all(paging, actor, page.lang())).stream().map(FindingPages::csv));
    }

    private static List<Object> csv(FindingQueries.Row r) {
        var f = r.finding();
        return Arrays.asList(r.school().name(), f.origin().source(), r.what(), f.where().place(), f.rating().severity(),
                f.rating().likelihood(), f.rating().cost(), f.rating().estimate(), f.interim(),
                f.owner() == null ? null : f.owner().name(), f.due(), f.state().code(),
                f.state() instanceof Finding.State.RiskAccepted(var _, var review) ? review : null, r.late(), r.days(),
                f.seenAgain());
    }

    @GetMapping("/findings/{id}")
    public ModelAndView one(Page page, Actor actor, @PathVariable UUID id) {
        var finding = door.mine(actor, id);
        var school = door.school(finding);
        var by = FindingDoor.by(actor);
        var model = new HashMap<String, Object>(Map.of("page", page.titled("findings.one", school.name()), "finding",
                finding, "school", school, "today", places.today(school), "edits",
                actor.may(Permission.FINDINGS_EDIT), "by", by, "history", findings.history(finding.id()), "before",
                queries.sameBefore(finding), "photos", storedPhotos.of(finding.id())));
        model.put("latestReview", dues.latestReview(school, places.today(school)));
        model.put("rule", dues.risk(school, finding));
        model.put("lately", dues.lately(school, places.today(school)));
        model.put("people", by.leads() ? owners.of(school) : List.of());
        model.put("what", sentences.in(page.lang(), finding));
        model.put("there", places.of(actor).stream().anyMatch(one -> one.id().equals(school.id())));
        model.put("beforeSaid", sentences.in(page.lang(), queries.sameBefore(finding)));
        model.put("measures", actor.may(Permission.ASSESSMENTS_READ) ? measures.of(page, finding) : List.of());
        return new ModelAndView("prevention/findings/pages/finding", model);
    }

    @GetMapping("/findings/new")
    @Needs(Permission.FINDINGS_EDIT)
    ModelAndView fresh(Page page, Actor actor) {
        return new ModelAndView("prevention/findings/pages/new",
                Map.of("page", page.titled("findings.new"), "schools", places.of(actor)));
    }

    @PostMapping("/findings")
    @Needs(Permission.FINDINGS_EDIT)
    ModelAndView open(Page page, Actor actor, @RequestParam Map<String, String> form, @RequestParam("form") UUID formId,
            @KeptFile @RequestParam(required = false) @Nullable MultipartFile photo) {
        return Act.form(page, form, again -> fresh(again, actor), () -> {
            var school = school(page, actor, form.getOrDefault("school", ""));
            var what = Typed.must("what", form.getOrDefault("what", ""), 500);
            var where = new Where(Typed.must("place", form.getOrDefault("place", ""), 200), null);
            var rating = rating(form);
            var picture = FindingPhotos.read(photo);
            var by = FindingDoor.by(actor);
            var id = commands.open(school, what, where, rating, Typed.cut(form.getOrDefault("interim", ""), 500), by,
                    formId);
            if (picture != null) id.ifPresent(finding -> photos.add(finding, picture, "", by));
            return new ModelAndView("redirect:/findings" + id.map(i -> "/" + i).orElse(""));
        });
    }

    private Campus school(Page page, Actor actor, String id) {
        return places.of(actor).stream().filter(c -> c.id().toString().equals(id)).findFirst()
                .orElseThrow(() -> new InvalidInput("school", "", page.t("findings.wrong.school")));
    }

    /** Severity, likelihood, cost class and estimate of a form. */
    static Rating rating(Map<String, String> form) {
        int severity = Typed.number("severity", form.getOrDefault("severity", ""), 1, 5,
                "prevention.wrong.number.severity");
        int likelihood = Typed.number("likelihood", form.getOrDefault("likelihood", ""), 1, 5,
                "prevention.wrong.number.likelihood");
        var said = form.getOrDefault("cost", "");
        var cost = Arrays.stream(CostClass.values()).filter(c -> c.name().equals(said)).findFirst().orElse(null);
        var typed = form.getOrDefault("estimate", "").replaceAll("[$,\\s]", "");
        Integer estimate = typed.isEmpty()
                ? null
                : Integer.valueOf(Typed.number("estimate", typed, 0, 99_999_999, "prevention.wrong.number.estimate"));
        if (cost == CostClass.NONE && estimate != null && estimate > 0)
            throw new InvalidInput("estimate", typed, "findings.wrong.costs");
        return new Rating(severity, likelihood, cost, estimate);
    }
}
