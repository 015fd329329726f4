package org.daywatch.staffing.offers;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Problem;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.platform.web.kit.Field;
import org.daywatch.staffing.eligibility.EligibilityQueries;
import org.daywatch.staffing.eligibility.EligibilityQueries.JudgedOfficer;
import org.daywatch.staffing.eligibility.PostFacts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An officer said yes on the phone: a coordinator writes down who called, and the officer confirms it later. */
@Controller
@Needs(Permission.SHIFTS_DESK)
class PhoneAcceptancePages {

    private static final int CSV_ROWS = 100_000;

    private final OpenPosts open;
    private final EligibilityQueries eligibility;
    private final Acceptances acceptances;

    PhoneAcceptancePages(OpenPosts open, EligibilityQueries eligibility, Acceptances acceptances) {
        this.open = open;
        this.eligibility = eligibility;
        this.acceptances = acceptances;
    }

    @GetMapping("/phone-acceptances/new")
    ModelAndView choose(Page page, @RequestParam Map<String, String> parameters) {
        var asked = paging(parameters);
        var paging = asked.of(open.count(asked));
        return new ModelAndView("staffing/offers/phone-posts", Map.of("page", page.titled("shifts.phone.title"), "paging", paging, "posts", open.list(paging)));
    }

    @GetMapping("/phone-acceptances/new.csv")
    void csv(@RequestParam Map<String, String> parameters, HttpServletResponse response) {
        Csv.answer(response, "open-posts.csv", List.of("starts_at", "ends_at", "zone", "school", "role", "state"), open.list(paging(parameters).size(CSV_ROWS)).stream()
                .map(p -> List.of(p.window().start(), p.window().end(), p.school().zone(), p.school().name(), p.role(), p.state())));
    }

    private static Paging paging(Map<String, String> parameters) {
        return Paging.read("/phone-acceptances/new", parameters, Set.of("start", "role"), "start");
    }

    @GetMapping("/phone-acceptances")
    ModelAndView form(Page page, @RequestParam UUID post) {
        return view(page, post);
    }

    @PostMapping("/phone-acceptances")
    ModelAndView record(Page page, HttpServletResponse response, @RequestParam UUID post, @RequestParam UUID officer,
            @RequestParam(defaultValue = "") String caller) {
        try {
            var shift = acceptances.recordPhone(post, officer, caller);
            Flashes.say(response, "success", page.t("shifts.phone.said"));
            return new ModelAndView("redirect:/shifts/" + shift);
        } catch (InvalidInput wrong) {
            return again(page.with(wrong, Map.of("officer", officer.toString(), "caller", caller)), post, wrong);
        } catch (Refused refused) {
            return again(page.with(Map.of(), Map.of("officer", officer.toString(), "caller", caller)), post, refused);
        }
    }

    private ModelAndView again(Page page, UUID post, Problem problem) {
        var view = view(page.says("error", page.sentence(problem)), post);
        view.setStatus(HttpStatus.valueOf(problem.status()));
        return view;
    }

    private ModelAndView view(Page page, UUID postId) {
        var post = open.find(postId).orElseThrow(() -> new NotFound("post " + postId));
        var judged = eligibility.judgeOfficers(postId);
        var facts = eligibility.post(postId);
        var options = judged.stream().map(j -> new Field.Option(j.officer().id().toString(), label(page, j, facts))).toList();
        return new ModelAndView("staffing/offers/phone-acceptance", Map.of("page", page.titled("shifts.phone.title"), "post", post,
                "officers", options));
    }

    private static String label(Page page, JudgedOfficer judged, PostFacts post) {
        if (judged.verdict().allowed()) {
            var wished = judged.wished(post).stream().map(w -> page.t("offers.wished." + w)).collect(Collectors.joining(", "));
            var name = judged.officer().name() + (wished.isEmpty() ? "" : " · " + page.t("offers.wished", wished));
            return judged.verdict().outsideAvailability() ? name + " · " + page.t("shifts.phone.officer.outside") : name;
        }
        var why = judged.verdict().reasons().getFirst().say(page::t, page.lang());
        return judged.officer().name() + " " + page.t("shifts.phone.officer.cannot", why);
    }
}
