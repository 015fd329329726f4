package org.daywatch.emergencies.lane.operations;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.bus.LaneBus;
import org.daywatch.emergencies.lane.drain.Drainer;
import org.daywatch.emergencies.lane.log.LaneLog;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What the tiles of the operations page lead to: each press that the database refuses, by its id, with the database's
 * own words.
 */
@Controller
@Needs(Permission.OPERATIONS_READ)
public class LaneDeskPages {

    private final HomeTime home;
    private final Drainer drainer;
    private final LaneLog log;
    private final LaneBus bus;
    private final Campuses campuses;

    LaneDeskPages(Drainer drainer, LaneLog log, LaneBus bus, Campuses campuses, HomeTime home) {
        this.home = home;
        this.drainer = drainer;
        this.log = log;
        this.bus = bus;
        this.campuses = campuses;
    }

    /** @param press null for what a person said about an alert */
    public record Line(LaneEntry entry, LaneEntry.@org.jspecify.annotations.Nullable Press press, String school,
            ZoneId zone, String why) {}

    /** @param disk ok, low or full; @param bus off, up or away */
    public record View(int waiting, Optional<Instant> oldest, String disk, String bus, boolean away,
            List<Line> refused) {}

    @GetMapping(LaneSigns.HERE)
    ModelAndView show(Page page, Actor actor) {
        var refused = drainer.aside().stream()
                .filter(a -> a.entry().agency().equals(actor.tenant()) || a.entry().district().equals(actor.tenant()))
                .map(this::line).toList();
        return new ModelAndView("emergencies/lane/operations/lane",
                Map.of("page", page.titled("lane.desk.title"), "zone", home.zone(),
                        "view", new View(drainer.waiting(), drainer.oldest(),
                                log.full() ? "full" : log.low() ? "low" : "ok", bus.state(), drainer.away(), refused)));
    }

    private Line line(Drainer.Aside aside) {
        var school = campuses.find(aside.entry().school());
        return new Line(aside.entry(), aside.entry() instanceof LaneEntry.Press press ? press : null,
                school.map(Campus::name).orElse(""), school.map(Campus::zone).orElseGet(home::zone), aside.why());
    }
}
