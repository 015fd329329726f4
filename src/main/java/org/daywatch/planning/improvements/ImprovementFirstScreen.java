package org.daywatch.planning.improvements;

import static org.daywatch_db.planning.Tables.IMPROVEMENT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.planning.places.DrillPlaces;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What is theirs to do, what waits for this person's eyes, and what is late, stands on their first screen. */
@Component
class ImprovementFirstScreen implements FirstScreenLines {

    private static final int MOST = 5;

    private final ImprovementStore improvements;
    private final DrillPlaces places;
    private final Campuses campuses;
    private final Clock clock;

    ImprovementFirstScreen(ImprovementStore improvements, DrillPlaces places, Campuses campuses, Clock clock) {
        this.improvements = improvements;
        this.places = places;
        this.campuses = campuses;
        this.clock = clock;
    }

    @Override
    public List<Line> of(Page page, Actor actor) {
        if (!actor.may(Permission.DRILLS_READ)) return List.of();
        boolean sees = actor.may(Permission.IMPROVEMENTS_EDIT);
        var theirs = IMPROVEMENT.OWNER_PERSON.eq(actor.person()).and(IMPROVEMENT.STATE.eq("OPEN"));
        var lines = new ArrayList<Line>();
        for (var i : improvements.list((sees ? IMPROVEMENT.STATE.in("OPEN", "DONE") : theirs)
                .and(places.only(actor).map(IMPROVEMENT.SCHOOL_ID::in).orElse(DSL.noCondition())))) {
            var zone = campuses.find(i.schoolId()).map(Campus::zone).orElse(null);
            if (zone == null) continue;
            boolean late = i.late(LocalDate.now(clock.withZone(zone)));
            boolean waits = i.state() instanceof Improvement.State.Done(var done)
                    && !done.by().person().equals(actor.person()) && !actor.person().equals(i.ownerPerson());
            if (i.state() instanceof Improvement.State.Open && actor.person().equals(i.ownerPerson())) {
                lines.add(line(page, late, page.t(late ? "improvements.first.yoursLate" : "improvements.first.yours",
                        page.when().date(i.due()), i.issue()), i));
            } else
                if (late)
                    lines.add(line(page, true, page.t("improvements.first.late", page.when().date(i.due()), i.issue()),
                            i));
                else
                    if (waits) lines.add(line(page, false, page.t("improvements.first.verify", i.issue()), i));
        }
        return lines.stream().limit(MOST).toList();
    }

    private static Line line(Page page, boolean late, String words, Improvement i) {
        return new Line(late, words, page.t("drills.first.open"), "/improvements/" + i.id());
    }
}
