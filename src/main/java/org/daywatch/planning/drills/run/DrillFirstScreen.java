package org.daywatch.planning.drills.run;

import static org.daywatch_db.planning.Tables.DRILL;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.planning.DrillStarting;
import org.daywatch.planning.drills.Drill;
import org.daywatch.planning.drills.DrillStore;
import org.daywatch.planning.drills.DrillsShown;
import org.daywatch.planning.drills.record.DrillAsks;
import org.daywatch.planning.places.DrillPlaces;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.springframework.stereotype.Component;

/**
 * Today's drill stands on the first screen of those who run it, an exercise nobody has explained yet, and a review that
 * is due.
 */
@Component
class DrillFirstScreen implements FirstScreenLines {

    private final DrillStore drills;
    private final DrillsShown shown;
    /** So many days before its review is due. */
    private static final int REMIND = 7;
    /** Reviews on one screen. */
    private static final int MOST = 5;

    private final DrillAsks asks;
    private final DrillPlaces places;
    private final DrillStarting starting;
    private final Clock clock;

    DrillFirstScreen(DrillStore drills, DrillsShown shown, DrillAsks asks, DrillPlaces places,
            DrillStarting starting, Clock clock) {
        this.drills = drills;
        this.shown = shown;
        this.asks = asks;
        this.places = places;
        this.starting = starting;
        this.clock = clock;
    }

    @Override
    public List<Line> of(Page page, Actor actor) {
        if (!actor.may(Permission.DRILLS_READ)) return List.of();
        var schools = places.of(actor).stream().filter(s -> starting.mayStart(actor, s.id()))
                .collect(Collectors.toMap(Campus::id, s -> s));
        if (schools.isEmpty()) return List.of();
        var utc = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var lines = new ArrayList<Line>();
        boolean edits = actor.may(Permission.DRILLS_EDIT);
        var today = DRILL.STATE.in("SCHEDULED", "RUNNING").and(DRILL.DAY.between(utc.minusDays(1), utc.plusDays(1)));
        var afterward = DRILL.STATE.eq("HELD").and(DRILL.BROKEN_OFF.isFalse())
                .and(DRILL.UNCONFIRMED.isTrue().or(DRILL.DAY.gt(utc.minusYears(1))));
        var found = shown.to(actor.person(),
                drills.list(DRILL.SCHOOL_ID.in(schools.keySet()).and(edits ? today.or(afterward) : today)));
        var reviews = edits ? asks.reviewBy(schools::get, found) : Map.<UUID, LocalDate>of();
        int late = 0;
        for (var drill : found) {
            var school = schools.get(drill.schoolId());
            if (drill.held() && drill.unconfirmed()) {
                lines.add(line(page, true, page.t("drills.first.confirm", page.when().date(drill.day()), school.name()),
                        drill));
            } else if (drill.held()) {
                var by = reviews.get(drill.id());
                var here = LocalDate.now(clock.withZone(school.zone()));
                if (by == null || here.isBefore(by.minusDays(REMIND)) || ++late > MOST) continue;
                String what = page.t("drills.kind." + drill.kind());
                lines.add(new Line(here.isAfter(by),
                        page.t(here.isAfter(by) ? "drills.first.reviewLate" : "drills.first.review", what,
                                page.when().date(drill.day()), school.name(), page.when().date(by)),
                        page.t("drills.review"), "/drills/" + drill.id() + "/review"));
            } else if (drill.day().equals(LocalDate.now(clock.withZone(school.zone())))) {
                lines.add(line(page, false, page.t("drills.first.today", page.t("drills.kind." + drill.kind()),
                        page.when().time(drill.at()), school.name()), drill));
            }
        }
        return lines;
    }

    private static Line line(Page page, boolean late, String words, Drill drill) {
        return new Line(late, words, page.t("drills.first.open"), "/drills/" + drill.id());
    }
}
