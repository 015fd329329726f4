package org.daywatch.directory.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.imports.ical.TypedYear;
import org.daywatch.directory.imports.titles.TitleAnswers;
import org.daywatch.directory.imports.titles.TitleDecisions;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.intake.NextSteps;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.intake.RefusedCell;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.kit.Field.Option;
import org.daywatch.platform.web.kit.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Choose a file, see what would become of it, import the good rows, watch, look back, undo. */
@Controller
@Needs(Permission.IMPORTS_RUN)
class ImportPages {
    private static final int PROBLEMS = 100;
    private static final int CSV_ROWS = 100_000;
    private final HomeTime home;
    private final Imports imports;
    private final ImportJobs jobs;
    private final ImportQueries queries;
    private final ImportUndo undo;
    private final Organizations organizations;
    private final TitleDecisions decisions;
    private final List<NextSteps> next;

    ImportPages(Imports imports, ImportJobs jobs, ImportQueries queries, ImportUndo undo, Organizations organizations,
            TitleDecisions decisions,
            List<NextSteps> next, HomeTime home) {
        this.home = home;
        this.decisions = decisions;
        this.next = next;
        this.imports = imports;
        this.jobs = jobs;
        this.queries = queries;
        this.undo = undo;
        this.organizations = organizations;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavEntry importsEntry() {
            return NavEntry.of(NavPart.SETUP, 80, "imports.nav", "/imports", "upload_file", Permission.IMPORTS_RUN);
        }
    }

    @GetMapping("/imports")
    ModelAndView list(Page page, @RequestParam Map<String, String> parameters) {
        var asked = new HashMap<>(parameters);
        String take = asked.remove("take"); // which kind the form begins with; the list below is not filtered by it
        var paging = Paging.read("/imports", asked, ImportQueries.SORTS.keySet(), "-started");
        var listed = queries.list(paging);
        var ofReader = imports.kinds();
        var kinds = ofReader.stream().map(kind -> new Option(kind.word(), page.t("imports.kind." + kind.name())))
                .toList();
        var districts = organizations.listOwn("DISTRICT").stream().map(d -> new Option(d.id().toString(), d.name()))
                .toList();
        return new ModelAndView("directory/imports/imports",
                Map.of("page",
                        take == null
                                ? page.titled("imports.title")
                                : page.titled("imports.title").with(Map.of(), Map.of("kind", take)),
                        "paging", listed.paging(),
                        "runs", listed.runs(), "kinds", kinds, "ofReader", ofReader, "districts", districts, "zone",
                        home.zone()));
    }

    @GetMapping("/imports.csv")
    void csv(Page page, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var runs = queries
                .list(Paging.read("/imports", parameters, ImportQueries.SORTS.keySet(), "-started").size(CSV_ROWS))
                .runs();
        Csv.answer(response, "imports.csv",
                List.of("started", "ended", "kind", "file", "state", "read", "accepted", "refused", "created",
                        "updated", "unchanged", "message"),
                runs.stream()
                        .map(r -> Arrays.asList(r.startedAt(), r.endedAt(), r.kind(), r.file(), r.state(), r.read(),
                                r.accepted(), r.refused(), r.created(),
                                r.updated(), r.unchanged(), r.message().in(page::t))));
    }

    @PostMapping("/imports")
    ModelAndView upload(Page page, Actor actor, @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String district, @RequestParam(defaultValue = "") String firstDay,
            @RequestParam(defaultValue = "") String lastDay) throws IOException {
        var chosen = ImportKind.find(kind);
        var wrong = new java.util.LinkedHashMap<String, String>();
        if (chosen.isEmpty()) wrong.put("kind", page.t("imports.form.kind.missing"));
        // One that was chosen and is empty is told so by the reading of it.
        if (file == null || String.valueOf(file.getOriginalFilename()).isBlank())
            wrong.put("file", page.t("imports.form.file.missing"));
        var districts = organizations.listOwn("DISTRICT");
        boolean calendar = chosen.filter(k -> k == ImportKind.CALENDAR).isPresent();
        boolean needsDistrict = calendar && !districts.isEmpty();
        // Of another kind of file nobody sees these fields, so nothing is said about them.
        var year = calendar ? new TypedYear(firstDay, lastDay) : new TypedYear("", "");
        year.wrong().ifPresent(w -> wrong.put(w.field(), page.t("imports.form.year." + w.word(), w.says().stream()
                .map(said -> said instanceof LocalDate day ? page.when().dayAndYear(day) : said).toArray())));
        // Where there is only one, nobody has to say which.
        String of = district.isEmpty() && districts.size() == 1 ? districts.getFirst().id().toString() : district;
        var meant = districts.stream().map(Organizations.Organization::id).filter(id -> id.toString().equals(of))
                .findFirst();
        if (needsDistrict && meant.isEmpty())
            wrong.put("district", page.t("imports.form.district.missing"));
        if (!wrong.isEmpty() || chosen.isEmpty() || file == null) {
            return list(page.with(wrong,
                    Map.of("kind", kind, "district", district, TypedYear.FIRST, firstDay, TypedYear.LAST, lastDay)),
                    Map.of());
        }
        UUID run = jobs.preview(actor, chosen.get(), fileName(file), file.getInputStream(), needsDistrict
                ? meant.orElse(null)
                : null, year.days());
        return new ModelAndView("redirect:/imports/" + run);
    }

    @GetMapping("/imports/{id}")
    ModelAndView show(Page page, @PathVariable UUID id, @RequestParam Map<String, String> parameters,
            HttpServletResponse response) {
        var run = queries.get(id);
        // Without script the page itself comes back every two seconds while the work goes on.
        if (run.state().isAtWork() && !page.fragment()) response.setHeader("Refresh", "2");
        var paging = Paging.read("/imports/" + id, parameters, List.of("line"),
                "line").size(PROBLEMS).of(queries.countProblems(id));
        var steps = run.state() == RunState.DONE
                ? next.stream().flatMap(room -> room.after(run.kind()).stream()).toList()
                : List.<NextSteps.Step>of();
        return new ModelAndView("directory/imports/import",
                Map.of("page", page.titled("imports.one.title", run.file()), "run", run, "next", steps,
                        "paging", paging, "problems", queries.problems(id, paging.offset(), PROBLEMS)));
    }

    /** What an open page fetches while it waits; when the work has ended it is told to load the result. */
    @GetMapping("/imports/{id}/progress")
    @Nullable
    ModelAndView progress(Page page, @PathVariable UUID id, HttpServletResponse response) {
        var run = queries.get(id);
        if (!run.state().isAtWork()) response.setHeader("HX-Refresh", "true");
        return new ModelAndView("directory/imports/import-progress", Map.of("page", page, "run", run));
    }

    @GetMapping("/imports/{id}/refused.csv")
    void refused(Page page, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        queries.get(id);
        response.setContentType(new MediaType("text", "csv", StandardCharsets.UTF_8).toString());
        response.setHeader("Content-Disposition", "attachment; filename=\"refused-rows.csv\"");
        var out = response.getWriter();
        out.write("file,line,field,value,reason\r\n");
        int offset = 0;
        for (var cells = queries.problems(id, 0, 1000); !cells.isEmpty(); cells = queries.problems(id, offset, 1000)) {
            for (RefusedCell c : cells) {
                out.write(cell(c.file()) + "," + c.line() + "," + cell(c.field()) + "," + cell(c.value()) + ","
                        + cell(c.said().in(page::t)) + "\r\n");
            }
            offset += cells.size();
        }
    }

    /**
     * What people say about titles is kept for the next calendar of the district, and the file is looked at once more
     * with it.
     */
    @PostMapping("/imports/{id}/titles")
    String decide(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        var run = queries.get(id);
        var said = TitleAnswers.read(run.calendar().questions(), form);
        if (said.isEmpty()) {
            Flashes.say(response, "warning", page.t("titles.said.none"));
            return "redirect:/imports/" + id + "#titles";
        }
        decisions.decide(run.district() == null ? actor.tenant() : run.district(), said, actor.person());
        jobs.previewAgain(actor, id);
        Flashes.say(response, "success", page.t("titles.said", said.size()));
        return "redirect:/imports/" + id;
    }

    @PostMapping("/imports/{id}/intake")
    ModelAndView take(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String leavers,
            HttpServletResponse response) {
        return Act.told(page, Map.of(), again -> show(again, id, Map.of(), response), () -> {
            jobs.take(actor, id, !leavers.isEmpty());
            return new ModelAndView("redirect:/imports/" + id);
        });
    }

    @PostMapping("/imports/{id}/removal")
    String discard(Page page, @PathVariable UUID id, HttpServletResponse response) {
        jobs.discard(id);
        Flashes.say(response, "success", page.t("imports.discarded"));
        return "redirect:/imports";
    }

    @GetMapping("/imports/{id}/reversal")
    ModelAndView confirmUndo(Page page, @PathVariable UUID id) {
        var run = queries.get(id);
        if (!run.state().isUndoable()) throw new Refused(ImportRefusal.IMPORT_NOT_READY, Map.of("state", run.state()));
        return new ModelAndView("directory/imports/import-reversal",
                Map.of("page", page.titled("imports.undo.title", run.file()), "run", run));
    }

    @PostMapping("/imports/{id}/reversal")
    String undo(Page page, @PathVariable UUID id, HttpServletResponse response) {
        var undone = undo.undo(id);
        Flashes.say(response, undone.kept() == 0 ? "success" : "warning",
                page.t("imports.undone", undone.removed(), undone.restored(), undone.kept()));
        return "redirect:/imports/" + id;
    }

    /** A browser may send a path; only its last part is the file's name. */
    private static String fileName(MultipartFile file) {
        String name = String.valueOf(file.getOriginalFilename()).replaceAll(".*[/\\\\]", "")
                .replaceAll("\\p{Cntrl}", "").strip();
        return name.isEmpty() ? "file" : name.substring(0, Math.min(name.length(), 150));
    }

    /** Values of refused rows may be formulas: an apostrophe keeps a spreadsheet from running them. */
    private static String cell(String text) {
        String safe = text.matches("(?s)^[=+\\-@\\t\\r].*") ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
