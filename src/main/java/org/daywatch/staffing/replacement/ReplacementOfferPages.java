package org.daywatch.staffing.replacement;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Somebody is missing and this officer is asked: yes or no, until when. */
@Controller
@Needs(Permission.OFFERS_TAKE)
class ReplacementOfferPages {

    private final ReplacementQueries queries;
    private final ReplacementCommands commands;
    private final Campuses campuses;
    private final Clock clock;

    ReplacementOfferPages(ReplacementQueries queries, ReplacementCommands commands, Campuses campuses, Clock clock) {
        this.queries = queries;
        this.commands = commands;
        this.campuses = campuses;
        this.clock = clock;
    }

    @GetMapping("/replacement-offers")
    ModelAndView list(Actor actor, Page page) {
        return view(actor, page);
    }

    @PostMapping("/replacement-offers/{id}/acceptance")
    ModelAndView accept(@PathVariable UUID id, Actor actor, Page page, HttpServletResponse response) {
        return Act.told(page, Map.of(), again -> view(actor, again), () -> {
            var shift = commands.accept(actor.person(), id);
            Flashes.say(response, "success", page.t("offers.said.yours"));
            return new ModelAndView("redirect:/shifts/" + shift);
        });
    }

    @PostMapping("/replacement-offers/{id}/refusal")
    ModelAndView decline(@PathVariable UUID id, Actor actor, Page page, HttpServletResponse response) {
        return Act.told(page, Map.of(), again -> view(actor, again), () -> {
            commands.decline(actor.person(), id);
            Flashes.say(response, "success", page.t("replacement.said.declined"));
            return new ModelAndView("redirect:/replacement-offers");
        });
    }

    private ModelAndView view(Actor actor, Page page) {
        var asked = queries.asked(actor.person());
        var schools = campuses.list(asked.stream().map(ReplacementQueries.Asked::school).distinct().toList()).stream()
                .collect(java.util.stream.Collectors.toMap(Campus::id, java.util.function.Function.identity()));
        List<ReplacementQueries.Asked> shown = asked.stream().filter(a -> schools.containsKey(a.school())).toList();
        return new ModelAndView("staffing/replacement/replacement-offers", Map.of("page",
                page.titled("replacement.asked.title"), "asked", shown, "schools", schools, "now", clock.instant()));
    }
}
