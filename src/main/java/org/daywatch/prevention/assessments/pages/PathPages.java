package org.daywatch.prevention.assessments.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.Typed;
import org.daywatch.prevention.assessments.AssessmentAnswers.Measured;
import org.daywatch.prevention.assessments.AssessmentCommands;
import org.daywatch.prevention.assessments.AssessmentDoor;
import org.daywatch.prevention.assessments.AssessmentReadings.Reading;
import org.daywatch.prevention.assessments.AssessmentReadings;
import org.daywatch.prevention.assessments.GapFollows;
import org.daywatch.prevention.assessments.SiteAssessment.Response;
import org.daywatch.prevention.assessments.results.PathTiming;
import org.daywatch.prevention.instruments.Instrument.Item;
import org.daywatch.prevention.measures.CostToMend;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * A scenario walked step by step at one campus: where somebody notices, what holds them up after that, and whether it
 * is enough.
 */
@Controller
@Needs(Permission.ASSESSMENTS_READ)
public class PathPages {

    private final AssessmentReadings readings;
    private final AssessmentCommands commands;
    private final AssessmentDoor door;
    private final GapFollows follows;
    private final AssessmentPages assessments;
    private final Clock clock;

    PathPages(AssessmentReadings readings, AssessmentCommands commands, AssessmentDoor door, GapFollows follows,
            AssessmentPages assessments, Clock clock) {
        this.readings = readings;
        this.commands = commands;
        this.door = door;
        this.follows = follows;
        this.assessments = assessments;
        this.clock = clock;
    }

    /**
     * @param gaps along this path, the basic ones first; @param suggested measured at this school, where this draft
     * does not use it yet
     */
    public record PathView(Reading reading, PathTiming path, Campus school, List<Item> gaps, CostToMend cost,
            boolean edits, @Nullable Response suggested) {

        public @Nullable Measured measured(int step) {
            return reading.measured().stream()
                    .filter(m -> m.scenario().equals(path.scenario().id()) && m.step() == step).findFirst()
                    .orElse(null);
        }
    }

    @GetMapping("/assessments/{id}/paths/{scenario}")
    ModelAndView one(Page page, Actor actor, @PathVariable UUID id, @PathVariable String scenario) {
        var a = door.mine(actor, id);
        var school = door.school(actor, a);
        var reading = readings.of(a);
        var defined = reading.instrument().scenario(scenario);
        var path = reading.paths().isEmpty()
                ? PathTiming.of(defined, Map.of(), Map.of(), null)
                : reading.path(scenario);
        var on = reading.gapsOn(path);
        var follow = follows.of(reading);
        boolean edits = a.draft() && AssessmentDoor.edits(actor);
        var measured = edits ? door.measured(school, clock.instant()) : null;
        var view = new PathView(reading, path, school,
                reading.gaps().stream().filter(i -> on.contains(i.id()) && !follow.mended(i.id())).toList(),
                follow.cost(on),
                edits, measured == null || measured.equals(a.response()) ? null : measured);
        return new ModelAndView("prevention/assessments/pages/path", Map.of("page",
                page.titled("assessments.path.title", defined.name().in(page.lang()), school.name()), "view", view));
    }

    @PostMapping("/assessments/{id}/paths/{scenario}/steps/{step}")
    @Needs(Permission.ASSESSMENTS_EDIT)
    ModelAndView measure(Page page, Actor actor, @PathVariable UUID id, @PathVariable String scenario,
            @PathVariable int step, @RequestParam Map<String, String> form, HttpServletResponse response) {
        door.mine(actor, id);
        return Act.typed(page, response, "/assessments/" + id + "/paths/" + scenario, "assessments.said.measured",
                "step-" + step, form, again -> one(again, actor, id, scenario), () -> {
                    String seconds = form.getOrDefault("seconds", "");
                    String noticed = form.getOrDefault("noticed", "");
                    Integer typed = seconds.isBlank()
                            ? null
                            : (Integer) Typed.number("seconds", seconds, 0, 36_000, "prevention.wrong.number.seconds");
                    Boolean seen = noticed.isBlank() ? null : (Boolean) noticed.equals("yes");
                    String said = typed == null && seen == null
                            ? "-"
                            : Typed.must("how", form.getOrDefault("how", ""), 200);
                    commands.measure(id, new Measured(scenario, step, typed, seen, said, actor.name()));
                });
    }

    /** Typed, or with {@code measured} what alerts of this school say. */
    @PostMapping("/assessments/{id}/response")
    @Needs(Permission.ASSESSMENTS_EDIT)
    ModelAndView respond(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        var a = door.mine(actor, id);
        String back = form.getOrDefault("back", "");
        boolean ofPath = back.matches("[A-Z0-9-]{2,30}");
        return Act.typed(page, response, "/assessments/" + id + (ofPath ? "/paths/" + back : ""),
                "assessments.said.response", "response", form,
                again -> ofPath ? one(again, actor, id, back) : assessments.one(again, actor, id), () -> {
                    String seconds = form.getOrDefault("seconds", "");
                    if (form.getOrDefault("measured", "").equals("true")) {
                        var arrivals = door.measured(door.school(actor, a), clock.instant());
                        if (arrivals == null) throw new InvalidInput("measured", "", "assessments.wrong.notMeasured");
                        commands.respond(id, arrivals);
                    } else if (seconds.isBlank()) {
                        commands.respond(id, null);
                    } else {
                        commands.respond(id,
                                new Response(
                                        Typed.number("seconds", seconds, 1, 36_000, "prevention.wrong.number.seconds"),
                                        Typed.must("source", form.getOrDefault("source", ""), 200), false));
                    }
                });
    }
}
