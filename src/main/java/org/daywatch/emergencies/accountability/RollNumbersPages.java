package org.daywatch.emergencies.accountability;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.emergencies.StudentsWaiting;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.alerts.AlertPlaces;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** How many are accounted for during one alert, for everybody who sees the alert: numbers, and never a name. */
@Controller
@Needs(Permission.ALERT_READ)
public class RollNumbersPages {

    private final RollQueries queries;
    private final AlertStore alerts;
    private final AlertPlaces places;
    private final StudentsWaiting students;

    RollNumbersPages(RollQueries queries, AlertStore alerts, AlertPlaces places, StudentsWaiting students) {
        this.queries = queries;
        this.alerts = alerts;
        this.places = places;
        this.students = students;
    }

    /** @param numbers empty where nobody is counted. @param reunions one for each reunification that followed */
    public record View(Alert alert, Campus school, Optional<RollQueries.Numbers> numbers,
            java.util.List<StudentsWaiting.Numbers> reunions) {}

    @GetMapping("/alerts/{id}/roll")
    ModelAndView numbers(Page page, Actor actor, @PathVariable UUID id) {
        var alert = alerts.find(id).map(a -> a.seenBy(actor.person())).orElseThrow(() -> new NotFound("alert " + id));
        var school = places.get(actor, alert.schoolId());
        return new ModelAndView("emergencies/accountability/numbers",
                Map.of("page", page.titled("accountability.numbers.title", school.name()),
                        "view", new View(alert, school, queries.numbers(id), students.of(id))));
    }
}
