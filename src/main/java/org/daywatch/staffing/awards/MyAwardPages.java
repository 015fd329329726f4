package org.daywatch.staffing.awards;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.staffing.fairness.FairnessQueries;
import org.daywatch.staffing.fairness.Opportunities;
import org.daywatch.staffing.officers.OfficerAccounts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * On the officer's phone: signing up, saying no, and why they did or did not get a post. Of the winner they read the
 * rank key, not the name.
 */
@Controller
@Needs(Permission.OFFERS_TAKE)
class MyAwardPages {

    private final AwardQueries queries;
    private final AwardStore awards;
    private final SignUps signUps;
    private final Opportunities opportunities;
    private final FairnessQueries fairness;
    private final OfficerAccounts officers;

    MyAwardPages(AwardQueries queries, AwardStore awards, SignUps signUps, Opportunities opportunities,
            FairnessQueries fairness, OfficerAccounts officers) {
        this.queries = queries;
        this.awards = awards;
        this.signUps = signUps;
        this.opportunities = opportunities;
        this.fairness = fairness;
        this.officers = officers;
    }

    @GetMapping("/my-sign-ups")
    ModelAndView mine(Actor actor, Page page) {
        var me = officers.ofPerson(actor.person()).id();
        return new ModelAndView("staffing/awards/my-sign-ups",
                Map.of("page", page.titled("awards.mine.title"), "mine", queries.mine(me), "me", me, "own",
                        fairness.lately(me),
                        "others", queries.others(me)));
    }

    /** Why not me, or why me. Only for a post that was awarded. */
    @GetMapping("/my-sign-ups/{post}")
    ModelAndView why(Actor actor, Page page, @PathVariable UUID post) {
        var me = officers.ofPerson(actor.person()).id();
        var stored = awards.ofPost(post).orElseThrow(() -> new NotFound("award of post " + post));
        var award = AwardReader.read(stored.record()).decide();
        var model = new HashMap<String, Object>();
        model.put("page", page.titled(me.equals(stored.officer()) ? "awards.why.me" : "awards.why.not"));
        model.put("award", award);
        model.put("words", AwardWords.of(page, award));
        model.put("mine", award.candidate(me).orElse(null));
        model.put("unsigned", award.unsigned(me).orElse(null));
        model.put("rank", award.rankOf(me).orElse(null));
        return new ModelAndView("staffing/awards/why", model);
    }

    @PostMapping("/offers/{post}/sign-up")
    ModelAndView sign(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID post) {
        return Act.on(page, response, "/offers/" + post, "awards.said.signed",
                () -> signUps.sign(actor.person(), post));
    }

    @PostMapping("/offers/{post}/sign-up/withdrawal")
    ModelAndView withdraw(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID post) {
        return Act.on(page, response, "/offers/" + post, "awards.said.withdrawn",
                () -> signUps.withdraw(actor.person(), post));
    }

    @PostMapping("/offers/{post}/refusal")
    ModelAndView decline(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID post) {
        return Act.on(page, response, "/offers/" + post, "awards.said.declined",
                () -> opportunities.decline(officers.ofPerson(actor.person()).id(), post));
    }

    @PostMapping("/offers/{post}/refusal/withdrawal")
    ModelAndView reconsider(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID post) {
        return Act.on(page, response, "/offers/" + post, "awards.said.reconsidered",
                () -> opportunities.reconsider(officers.ofPerson(actor.person()).id(), post));
    }
}
