package org.daywatch.relationships.threats.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.TypedForm;
import org.daywatch.relationships.threats.ThreatDoor;
import org.daywatch.relationships.threats.ThreatRules;
import org.daywatch.relationships.threats.cases.CaseFile.SafetyPlan;
import org.daywatch.relationships.threats.cases.CaseFile.Task;
import org.daywatch.relationships.threats.cases.ThreatCommand;
import org.daywatch.relationships.threats.prompts.Prompt;
import org.daywatch.relationships.threats.prompts.Prompts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The two long forms of a case: what the team gathers, and its safety plan. */
@Controller
@Needs(value = Permission.THREATS_EDIT, hidden = true)
class GatheringPages {

    static final int TASKS = 6;
    private static final int LONGEST = 2000;

    private final ThreatDoor door;
    private final ThreatForms forms;
    private final ThreatRules rules;
    private final Prompts prompts;

    GatheringPages(ThreatDoor door, ThreatForms forms, ThreatRules rules, Prompts prompts) {
        this.door = door;
        this.forms = forms;
        this.rules = rules;
        this.prompts = prompts;
    }

    @GetMapping("/threats/{id}/gathering")
    ModelAndView gathering(Page page, Actor actor, @PathVariable UUID id) {
        return door.with(actor, id,
                (at, c) -> new ModelAndView("relationships/threats/pages/gather",
                        Map.of("page", page.titled("threats.gather"), "threat", c, "prompts",
                                prompts.on(c.file().promptsOf()))));
    }

    @PostMapping("/threats/{id}/gathering")
    ModelAndView gather(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return forms.act(page, actor, response, id, form, "gathered", again -> gathering(again, actor, id),
                (at, c, typed) -> {
                    var asked = prompts.on(c.file().promptsOf());
                    var answers = new LinkedHashMap<String, String>();
                    asked.forEach(p -> answers.put(p.code(), typed.within(p.code(), LONGEST)));
                    Prompt.missing(asked, answers).forEach(p -> typed.wrong(p.code(), "threats.wrong.empty"));
                    return new ThreatCommand.Gather(answers, at.by());
                });
    }

    @GetMapping("/threats/{id}/plan")
    ModelAndView plan(Page page, Actor actor, @PathVariable UUID id) {
        return door.with(actor, id, (at, c) -> {
            var plan = c.file().plan();
            var filled = page.comesBack() || plan == null ? page : page.with(Map.of(), values(plan));
            return new ModelAndView("relationships/threats/pages/plan", Map.of("page", filled.titled("threats.plan"),
                    "threat", c, "latest", rules.latestReview(at.school(), at.today()), "today", at.today()));
        });
    }

    private static Map<String, String> values(SafetyPlan plan) {
        var values = new HashMap<>(Map.of("factors", plan.factors(), "excludes", plan.excludes() ? "YES" : "NO",
                "review", plan.review().toString()));
        for (int i = 0; i < plan.tasks().size(); i++) {
            var task = plan.tasks().get(i);
            values.putAll(Map.of("what" + i, task.what(), "who" + i, task.who(), "due" + i, task.due().toString()));
        }
        return values;
    }

    @PostMapping("/threats/{id}/plan")
    ModelAndView draft(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return forms.act(page, actor, response, id, form, "planned", again -> plan(again, actor, id),
                (at, c, typed) -> {
                    var factors = typed.must("factors", LONGEST);
                    var tasks = tasks(typed, at.today());
                    if (tasks.isEmpty()) typed.wrong("what0", "threats.wrong.tasks");
                    boolean excludes = typed.text("excludes").equals("YES");
                    if (!excludes && !typed.text("excludes").equals("NO"))
                        typed.wrong("excludes", "threats.wrong.excludes");
                    return new ThreatCommand.DraftPlan(new SafetyPlan(factors, tasks, excludes, typed.day("review")),
                            at.today(), rules.latestReview(at.school(), at.today()), at.by());
                });
    }

    /** A line in which nothing stands is none; one that is begun needs all three. */
    private static List<Task> tasks(TypedForm typed, LocalDate today) {
        var tasks = new ArrayList<Task>();
        for (int i = 0; i < TASKS; i++) {
            if ((typed.text("what" + i) + typed.text("who" + i) + typed.text("due" + i)).isEmpty()) continue;
            var due = typed.day("due" + i);
            if (due.isBefore(today)) typed.wrong("due" + i, "threats.wrong.due");
            tasks.add(new Task(typed.must("what" + i, 500), typed.must("who" + i, 200), due, null));
        }
        return List.copyOf(tasks);
    }
}
