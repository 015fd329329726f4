package org.daywatch.emergencies.reach.pages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.alerts.AlertPlaces;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.emergencies.dispatch.Dispatch;
import org.daywatch.emergencies.reach.Reach;
import org.daywatch.emergencies.reach.ReachStore;
import org.daywatch.emergencies.reach.Tally;
import org.daywatch.emergencies.reach.escalation.Attempt;
import org.daywatch.emergencies.reach.escalation.AttemptStore;
import org.daywatch.emergencies.reach.escalation.Escalation;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Who was reached, by name, those first about whom somebody must do something. */
@Controller
@Needs(Permission.REACH_READ)
public class ReachPages {

    private static final Duration NAMED_AFTER = Duration.ofSeconds(15);

    private final AlertStore alerts;
    private final AlertPlaces places;
    private final ReachStore reach;
    private final AttemptStore attempts;
    private final Escalation escalation;
    private final Dispatch dispatch;
    private final Clock clock;

    ReachPages(AlertStore alerts, AlertPlaces places, ReachStore reach, AttemptStore attempts, Escalation escalation,
            Dispatch dispatch, Clock clock) {
        this.clock = clock;
        this.dispatch = dispatch;
        this.alerts = alerts;
        this.places = places;
        this.reach = reach;
        this.attempts = attempts;
        this.escalation = escalation;
    }

    /**
     * @param attempts by which ways they were told since, in their order @param late so long without anything that
     * somebody should go there
     */
    public record Line(Reach reach, List<Attempt> attempts, boolean late) {}

    /** @param people exceptions first, then by name; others who answered come last */
    public record View(Alert alert, Campus school, Tally tally, List<Line> people, Instant now) {

        /** So long since the school was told that whoever has not seen it is named without being asked for. */
        public boolean waited() {
            return !alert.state().over() && !now.isBefore(alert.state().since().plus(NAMED_AFTER));
        }

        public List<Line> in(String state) {
            return people.stream().filter(line -> line.reach().state().code().equals(state)
                    && (line.reach().expected() || state.equals("NEEDS_HELP"))).toList();
        }

        public List<Line> others() {
            return people.stream()
                    .filter(line -> !line.reach().expected() && !line.reach().state().code().equals("NEEDS_HELP"))
                    .toList();
        }

        /** Belong to the school and have not seen it. */
        public List<Line> unseen() {
            return people.stream().filter(line -> line.reach().expected() && line.reach().state().rank() < 2).toList();
        }
    }

    @GetMapping("/alerts/{id}/reach")
    ModelAndView board(Page page, Actor actor, @PathVariable UUID id) {
        return new ModelAndView("emergencies/reach/pages/reach",
                Map.of("page", page.titled("reach.title"), "view", view(actor, id), "told", dispatch.line(page, id)));
    }

    /** The figures and names for the alert's own page. */
    @GetMapping("/alerts/{id}/reach/line")
    ModelAndView line(Page page, Actor actor, @PathVariable UUID id) {
        return new ModelAndView("emergencies/reach/pages/line", Map.of("page", page, "view", view(actor, id)));
    }

    private View view(Actor actor, UUID id) {
        var alert = alerts.find(id).map(a -> a.seenBy(actor.person())).orElseThrow(() -> new NotFound("alert " + id));
        var school = places.get(actor, alert.schoolId());
        var tried = attempts.of(id).stream().collect(Collectors.groupingBy(Attempt::person));
        var people = reach.of(id);
        boolean over = alert.state().over();
        var late = over ? Set.<UUID>of() : escalation.late(alert, people);
        var lines = people.stream()
                .map(r -> new Line(r, tried.getOrDefault(r.person(), List.of()).stream()
                        .filter(a -> a.told() == r.told() && !(over && a.at().isAfter(alert.state().since()))).toList(),
                        late.contains(r.person())))
                .sorted(Comparator.comparing((Line line) -> line.reach().name())
                        .thenComparing(line -> line.reach().person()))
                .toList();
        return new View(alert, school, Tally.of(people), lines, clock.instant());
    }
}
