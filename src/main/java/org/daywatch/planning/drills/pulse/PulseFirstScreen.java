package org.daywatch.planning.drills.pulse;

import static org.daywatch_db.planning.Tables.DRILL;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.daywatch.directory.Campuses;
import org.daywatch.planning.drills.DrillStore;
import org.daywatch.planning.drills.pulse.Pulse.Who;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.springframework.stereotype.Component;

/** After a drill about an attack each adult of the school is asked once how it was. */
@Component
class PulseFirstScreen implements FirstScreenLines {

    private final DrillStore drills;
    private final Pulses pulses;
    private final Campuses campuses;
    private final Clock clock;

    PulseFirstScreen(DrillStore drills, Pulses pulses, Campuses campuses, Clock clock) {
        this.drills = drills;
        this.pulses = pulses;
        this.campuses = campuses;
        this.clock = clock;
    }

    @Override
    public List<Line> of(Page page, Actor actor) {
        if (!actor.role().atOneSchool() || actor.school() == null || !actor.may(Permission.DRILLS_READ))
            return List.of();
        var school = campuses.find(actor.school());
        if (school.isEmpty()) return List.of();
        var today = LocalDate.now(clock.withZone(school.get().zone()));
        return drills
                .list(DRILL.SCHOOL_ID.eq(actor.school()).and(DRILL.STATE.in("HELD", "REVIEWED"))
                        .and(DRILL.DAY.between(today.minusDays(Pulse.OPEN_DAYS), today)))
                .stream()
                .filter(d -> Pulse.open(d, today) && !pulses.said(d.id(), actor.person(), Who.STAFF))
                .map(d -> new Line(false,
                        page.t("drills.pulse.first", page.t("drills.kind." + d.kind()), page.when().date(d.day())),
                        page.t("drills.pulse.answer"), "/drills/" + d.id() + "/pulse"))
                .toList();
    }
}
