package org.daywatch.staffing.offers.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.staffing.eligibility.EligibilityQueries;
import org.daywatch.staffing.eligibility.OfficerChoices;
import org.daywatch.staffing.offers.Acceptances;
import org.daywatch.staffing.offers.OpenPosts;
import org.daywatch.staffing.shifts.Shift;
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
    private final OfficerChoices choices;
    private final Acceptances acceptances;
    private final Clock clock;

    PhoneAcceptancePages(OpenPosts open, EligibilityQueries eligibility, OfficerChoices choices,
            Acceptances acceptances, Clock clock) {
        this.choices = choices;
        this.open = open;
        this.eligibility = eligibility;
        this.acceptances = acceptances;
        this.clock = clock;
    }

    @GetMapping("/phone-acceptances/new")
    ModelAndView choose(Page page, @RequestParam Map<String, String> parameters) {
        var asked = paging(parameters);
        var paging = asked.of(open.count(asked));
        return new ModelAndView("staffing/offers/pages/phone-posts",
                Map.of("page", page.titled("shifts.phone.title"), "paging", paging, "posts", open.list(paging)));
    }

    @GetMapping("/phone-acceptances/new.csv")
    void csv(@RequestParam Map<String, String> parameters, HttpServletResponse response) {
        Csv.answer(response, "open-posts.csv", List.of("starts_at", "ends_at", "zone", "school", "role", "state"),
                open.list(paging(parameters).size(CSV_ROWS)).stream()
                        .map(p -> List.of(p.window().start(), p.window().end(), p.school().zone(), p.school().name(),
                                p.role(), p.state())));
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
            @RequestParam(defaultValue = "") String caller, @RequestParam(defaultValue = "") String called) {
        var typed = Map.of("officer", officer.toString(), "caller", caller, "called", called);
        return Act.told(page, typed, again -> view(again, post), () -> {
            var shift = acceptances.recordPhone(post, officer,
                    new Shift.Call(caller, moment(called, eligibility.post(post).zone())));
            Flashes.say(response, "success", page.t("shifts.phone.said"));
            return new ModelAndView("redirect:/shifts/" + shift);
        });
    }

    /** The last time the clock of the school showed this: nobody writes down a call that is still to come. */
    private Instant moment(String called, ZoneId zone) {
        try {
            var now = clock.instant().atZone(zone);
            var today = now.with(LocalTime.parse(called.strip()));
            return (today.isAfter(now) ? today.minusDays(1) : today).toInstant();
        } catch (DateTimeParseException e) {
            throw new InvalidInput("called", called, "shifts.phone.wrong.called");
        }
    }

    private ModelAndView view(Page page, UUID postId) {
        var post = open.find(postId).orElseThrow(() -> new NotFound("post " + postId));
        return new ModelAndView("staffing/offers/pages/phone-acceptance", Map.of("page",
                page.titled("shifts.phone.title"), "post", post,
                "officers", choices.of(postId, page), "now",
                LocalTime.ofInstant(clock.instant(), post.school().zone()).truncatedTo(ChronoUnit.MINUTES).toString()));
    }
}
