package org.daywatch.planning.drills.run;

import static org.daywatch_db.planning.Tables.DRILL;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.planning.drills.Drill;
import org.daywatch.planning.drills.DrillPlaces;
import org.daywatch.planning.drills.DrillStore;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.springframework.stereotype.Component;

/** Today's drill stands on the first screen of those who run it, and an exercise nobody has explained yet. */
@Component
class DrillFirstScreen implements FirstScreenLines {

    private final DrillStore drills;
    private final DrillPlaces places;
    private final Clock clock;

    DrillFirstScreen(DrillStore drills, DrillPlaces places, Clock clock) {
        this.drills = drills;
        this.places = places;
        this.clock = clock;
    }

    @Override
    public List<Line> of(Page page, Actor actor) {
        if (!actor.may(Permission.DRILLS_RUN)) return List.of();
        var schools = places.of(actor).stream().collect(Collectors.toMap(Campus::id, s -> s));
        if (schools.isEmpty()) return List.of();
        var utc = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var lines = new ArrayList<Line>();
        var waiting = DRILL.STATE.in("SCHEDULED", "RUNNING").and(DRILL.DAY.between(utc.minusDays(1), utc.plusDays(1))).or(DRILL.UNCONFIRMED.isTrue().and(DRILL.STATE.eq("HELD")).and(DRILL.BROKEN_OFF.isFalse()));
        for (var drill : drills.list(DRILL.SCHOOL_ID.in(schools.keySet()).and(waiting))) {
            var school = schools.get(drill.schoolId());
            if (drill.held()) {
                if (actor.may(Permission.DRILLS_EDIT)) lines.add(line(page, true, page.t("drills.first.confirm", page.when().date(drill.day()), school.name()), drill));
            } else if (drill.day().equals(LocalDate.now(clock.withZone(school.zone())))) {
                lines.add(line(page, false, page.t("drills.first.today", page.t("drills.kind." + drill.kind()), page.when().time(drill.at()), school.name()), drill));
            }
        }
        return lines;
    }

    private static Line line(Page page, boolean late, String words, Drill drill) {
        return new Line(late, words, page.t("drills.first.open"), "/drills/" + drill.id());
    }
}
