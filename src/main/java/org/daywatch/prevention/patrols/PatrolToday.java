package org.daywatch.prevention.patrols;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.platform.web.Page;
import org.daywatch.prevention.places.PreventionPlaces;
import org.daywatch.prevention.zones.Zone;
import org.daywatch.prevention.zones.Zones;
import org.springframework.stereotype.Component;

/** Today's walk of a school, as a phone keeps it. */
@Component
public class PatrolToday {

    private final PatrolPlans plans;
    private final Zones zones;
    private final PreventionPlaces places;

    PatrolToday(PatrolPlans plans, Zones zones, PreventionPlaces places) {
        this.plans = plans;
        this.zones = zones;
        this.places = places;
    }

    /** @param from hour at which the walk may begin */
    public record Walk(UUID plan, LocalDate day, String from, List<Stop> stops) {}

    /** @param seen when and by whom; empty where nobody has been there */
    public record Stop(int position, String zone, String reason, String seen) {}

    public Optional<Walk> of(Page page, Campus school) {
        var today = places.today(school);
        return plans.find(school.id(), PatrolPlans.monday(today))
                .flatMap(plan -> plan.walks().stream().filter(w -> w.day().equals(today)).findFirst().map(walk -> {
                    var names = zones.ever(school.id()).stream().collect(Collectors.toMap(Zone::id, Zone::name));
                    return new Walk(plan.id(), today, PatrolWords.from(page, walk),
                            walk.stops().stream()
                                    .map(s -> new Stop(s.position(), names.getOrDefault(s.stop().zone(), ""),
                                            PatrolWords.reason(page, s), PatrolWords.seen(page, s, school)))
                                    .toList());
                }));
    }
}
