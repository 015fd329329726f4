package org.daywatch.staffing.postplans;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.Days;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.staffing.posts.PostCommands;
import org.daywatch.staffing.requests.AcceptedRequests;
import org.daywatch.staffing.requests.AcceptedRequests.Ahead;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Making posts: of one request at once, of all requests as a job that shows how far it is. */
@Controller
@Needs(Permission.POSTS_EDIT)
class PlanPages {

    private final HomeTime home;
    private final PostPlanning planning;
    private final PostCommands posts;
    private final PlanJobs jobs;
    private final AcceptedRequests requests;

    PlanPages(PostPlanning planning, PostCommands posts, PlanJobs jobs, AcceptedRequests requests, HomeTime home) {
        this.home = home;
        this.planning = planning;
        this.posts = posts;
        this.jobs = jobs;
        this.requests = requests;
    }

    @PostMapping("/requests/{id}/posts")
    ModelAndView ofOne(@PathVariable UUID id, @RequestParam(defaultValue = "keep") String then, Page page,
            HttpServletResponse response) {
        var made = planning.generate(id);
        int opened = then.equals("open") ? posts.openAll(id) : 0;
        if (made.withoutBells() > 0 && made.posts() == 0)
            Flashes.say(response, "warning", page.t("plans.said.noBells"));
        else
            Flashes.say(response, "success", page.t("plans.said.made", made.posts(), opened));
        return new ModelAndView("redirect:/requests/" + id);
    }

    @GetMapping("/posts/generation")
    ModelAndView form(Page page) {
        return formView(page);
    }

    @PostMapping("/posts/generation")
    ModelAndView start(@RequestParam Map<String, String> form, Page page) {
        return Act.form(page, form, again -> formView(again), () -> {
            return new ModelAndView("redirect:/posts/generation/"
                    + jobs.start(date(form, "from"), date(form, "to"), "true".equals(form.get("open"))));
        });
    }

    @GetMapping("/posts/generation/{id}")
    ModelAndView job(@PathVariable UUID id, Page page) {
        return new ModelAndView("staffing/postplans/job",
                Map.of("page", page.titled("plans.job.title"), "job", jobs.get(id)));
    }

    private ModelAndView formView(Page page) {
        var monday = home.today().with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        var asked = requests.ahead(home.today());
        var from = asked.map(Ahead::first).filter(first -> first.isAfter(monday)).orElse(monday);
        var to = asked.map(Ahead::last).filter(last -> last.isBefore(from.plusDays(4))).orElse(from.plusDays(4));
        return new ModelAndView("staffing/postplans/generation", Map.of("page", page.titled("plans.title"), "from",
                from, "to", to.isBefore(from) ? from : to, "asked", asked.isPresent()));
    }

    private static LocalDate date(Map<String, String> form, String field) {
        var text = form.getOrDefault(field, "").strip();
        try {
            return Days.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidInput(field, text, "plans.wrong.date");
        }
    }
}
