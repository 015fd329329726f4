package org.daywatch.prevention.checkpoints;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.plans.SitePlan;
import org.daywatch.directory.plans.SitePlanStore;
import org.daywatch.platform.paper.QrDrawing;
import org.daywatch.directory.sites.SchoolRooms;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.PublicAddress;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.prevention.checkpoints.CheckpointQueries.Row;
import org.daywatch.prevention.places.PreventionPlaces;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Checkpoints: the list, one of them, and the sheet of labels to cut out. */
@Controller
@Needs(Permission.ROUNDS_READ)
public class CheckpointPages {

    private final CheckpointStore store;
    private final CheckpointQueries queries;
    private final CheckpointCommands commands;
    private final PreventionPlaces places;
    private final SchoolRooms rooms;
    private final SitePlanStore plans;
    private final AuditLog audit;
    private final PublicAddress site;

    CheckpointPages(CheckpointStore store, CheckpointQueries queries, CheckpointCommands commands,
            PreventionPlaces places, SchoolRooms rooms, SitePlanStore plans, AuditLog audit, PublicAddress site) {
        this.store = store;
        this.queries = queries;
        this.commands = commands;
        this.places = places;
        this.rooms = rooms;
        this.plans = plans;
        this.audit = audit;
        this.site = site;
    }

    /** One label: what it leads to, drawn. */
    public record Label(Checkpoint checkpoint, QrDrawing qr) {}

    /** What the form offers. */
    public record Choice(List<Campus> schools, List<org.daywatch.directory.sites.School.Room> rooms,
            List<SitePlan> plans) {}

    @GetMapping("/checkpoints")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var schools = places.of(actor);
        var paging = asked(parameters);
        var placed = paging.of(queries.count(paging, schools));
        return new ModelAndView("prevention/checkpoints/checkpoints", Map.of("page", page.titled("checkpoints.title"),
                "paging", placed, "rows", queries.page(placed, schools), "schools", schools));
    }

    @GetMapping("/checkpoints.csv")
    void csv(Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var paging = asked(parameters);
        audit.act("CheckpointsExported", "organization " + actor.tenant(), paging.filters());
        var columns = new ArrayList<>(CheckpointFile.COLUMNS);
        columns.addAll(List.of("school", "last_seen", "last_result", "due_by"));
        Csv.answer(response, "checkpoints.csv", columns,
                queries.all(paging, places.of(actor)).stream().map(CheckpointPages::line));
    }

    private static List<?> line(Row row) {
        var line = new ArrayList<Object>(CheckpointFile.row(row.checkpoint()));
        var seen = row.checkpoint().seen();
        line.addAll(List.of(row.school().name(), seen == null ? "" : seen.at(), seen == null ? "" : seen.result(),
                row.due().by()));
        return line;
    }

    private static Paging asked(Map<String, String> parameters) {
        return Paging.read("/checkpoints", parameters, CheckpointQueries.SORTS, "order");
    }

    @GetMapping("/checkpoints/labels")
    ModelAndView labels(Page page, Actor actor, @RequestParam UUID school) {
        var campus = places.get(actor, school);
        var labels = store.active(List.of(school)).stream()
                .map(c -> new Label(c, QrDrawing.of(site.link("/rounds/at/" + c.id())))).toList();
        return new ModelAndView("prevention/checkpoints/labels",
                Map.of("page", page.titled("checkpoints.labels", campus.name()), "school", campus, "labels", labels));
    }

    @GetMapping("/checkpoints/new")
    @Needs(Permission.CHECKPOINTS_EDIT)
    ModelAndView fresh(Page page, Actor actor, @RequestParam(defaultValue = "") String school) {
        var schools = places.of(actor);
        var at = Ids.find(school).flatMap(id -> schools.stream().filter(s -> s.id().equals(id)).findFirst())
                .orElse(schools.isEmpty() ? null : schools.getFirst());
        return form(page.titled("checkpoints.new"), null, at, schools);
    }

    @PostMapping("/checkpoints")
    @Needs(Permission.CHECKPOINTS_EDIT)
    ModelAndView add(Page page, Actor actor, @RequestParam Map<String, String> typed, @RequestParam("form") UUID formId,
            HttpServletResponse response) {
        var schools = places.of(actor);
        var at = Ids.find(typed.getOrDefault("school", ""))
                .flatMap(id -> schools.stream().filter(s -> s.id().equals(id)).findFirst()).orElse(null);
        return Act.form(page.titled("checkpoints.new"), typed,
                again -> form(again, null, at == null && !schools.isEmpty() ? schools.getFirst() : at, schools), () -> {
                    if (at == null) throw new InvalidInput("school", "", "checkpoints.wrong.school");
                    commands.add(places.agency(at), at, CheckpointForm.read(typed), actor.name(), formId);
                    Flashes.say(response, "success", page.t("checkpoints.said.added", typed.getOrDefault("name", "")));
                    return new ModelAndView("redirect:"
                            + (typed.containsKey("another") ? "/checkpoints/new?school=" : "/checkpoints?school=")
                            + at.id());
                });
    }

    @GetMapping("/checkpoints/{id}")
    @Needs(Permission.CHECKPOINTS_EDIT)
    ModelAndView one(Page page, Actor actor, @PathVariable UUID id) {
        var checkpoint = mine(actor, id);
        return form(page.titled("checkpoints.one", checkpoint.name()), checkpoint,
                places.get(actor, checkpoint.schoolId()), List.of());
    }

    @PostMapping("/checkpoints/{id}")
    @Needs(Permission.CHECKPOINTS_EDIT)
    ModelAndView change(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> typed,
            HttpServletResponse response) {
        var checkpoint = mine(actor, id);
        return Act.on(page, response, "/checkpoints/" + id,
                () -> Act.form(page.titled("checkpoints.one", checkpoint.name()), typed,
                        again -> form(again, checkpoint, places.get(actor, checkpoint.schoolId()), List.of()), () -> {
                            commands.change(id, CheckpointForm.read(typed));
                            Flashes.say(response, "success", page.t("checkpoints.said.changed"));
                            return new ModelAndView("redirect:/checkpoints?school=" + checkpoint.schoolId());
                        }));
    }

    @PostMapping("/checkpoints/{id}/retirement")
    @Needs(Permission.CHECKPOINTS_EDIT)
    ModelAndView retire(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String why,
            HttpServletResponse response) {
        var checkpoint = mine(actor, id);
        return Act.on(page, response, "/checkpoints/" + id, () -> {
            commands.retire(id, why.length() > 200 ? why.substring(0, 200) : why, actor.name());
            Flashes.say(response, "success", page.t("checkpoints.said.retired", checkpoint.name()));
            return new ModelAndView("redirect:/checkpoints?school=" + checkpoint.schoolId());
        });
    }

    private Checkpoint mine(Actor actor, UUID id) {
        var checkpoint = store.get(id);
        places.get(actor, checkpoint.schoolId());
        return checkpoint;
    }

    private ModelAndView form(Page page, @Nullable Checkpoint checkpoint, @Nullable Campus at, List<Campus> schools) {
        var model = new HashMap<String, Object>();
        model.put("page", page);
        model.put("checkpoint", checkpoint);
        model.put("at", at);
        model.put("choice", new Choice(schools, at == null ? List.of() : rooms.of(at.id()),
                at == null ? List.of() : plans.ofSchool(at.id())));
        return new ModelAndView("prevention/checkpoints/checkpoint", model);
    }
}
