package org.daywatch.prevention.rounds.sweeps;

import java.util.ArrayList;
import java.util.List;
import org.daywatch.directory.Campus;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.daywatch.prevention.places.PreventionPlaces;
import org.daywatch.prevention.rounds.Round;
import org.daywatch.prevention.rounds.sweeps.SweepQueries.Overview;
import org.daywatch.prevention.rounds.walk.Walks;
import org.springframework.stereotype.Component;

/**
 * A round they have not ended; a school without its sweep this week, or without last week's; checkpoints nobody looked
 * at in time.
 */
@Component
class SweepFirstScreen implements FirstScreenLines {

    private static final int FEW = 3;

    private final SweepQueries sweeps;
    private final Walks walks;
    private final PreventionPlaces places;

    SweepFirstScreen(SweepQueries sweeps, Walks walks, PreventionPlaces places) {
        this.sweeps = sweeps;
        this.walks = walks;
        this.places = places;
    }

    @Override
    public List<Line> of(Page page, Actor actor) {
        var lines = new ArrayList<Line>();
        if (actor.may(Permission.ROUNDS_WALK))
            walks.open(actor).stream().limit(FEW).forEach(round -> lines.add(open(page, round)));
        if (actor.may(Permission.ROUNDS_WALK) || actor.role() == Role.SAFETY_DIRECTOR)
            lines.addAll(sweeps(page, actor, places.of(actor)));
        return lines;
    }

    private Line open(Page page, Round round) {
        return new Line(false, page.t("rounds.first.open", page.t("rounds.kind." + round.kind()),
                places.campus(round.schoolId()).name()), page.t("rounds.first.act"), "/rounds/" + round.id());
    }

    private List<Line> sweeps(Page page, Actor actor, List<Campus> schools) {
        var all = sweeps.latest(schools);
        var due = all.stream().filter(o -> o.checkpoints().outer() > 0).toList();
        var late = due.stream()
                .filter(o -> o.lastWeek().filter(w -> w.standing() != SweepWeek.Standing.SWEPT).isPresent()).toList();
        var open = due.stream().filter(o -> o.now() == SweepWeek.Standing.OPEN && !late.contains(o)).toList();
        var lines = new ArrayList<Line>();
        if (late.size() > FEW)
            lines.add(new Line(true, page.t("rounds.first.late.schools", late.size()), page.t("rounds.first.act"),
                    "/rounds/sweeps?state=MISSING"));
        else
            late.forEach(o -> lines.add(
                    new Line(true, late(page, o), page.t("rounds.first.act"), "/rounds/sweeps/" + o.school().id())));
        if (open.size() > FEW)
            lines.add(new Line(false, page.t("rounds.first.schools", open.size()), page.t("rounds.first.act"),
                    "/rounds/sweeps?state=OPEN"));
        else
            open.forEach(o -> lines
                    .add(new Line(false, page.t("rounds.first.sweep", o.school().name()), page.t("rounds.first.act"),
                            actor.may(Permission.ROUNDS_WALK)
                                    ? "/rounds/walk?kind=SWEEP"
                                    : "/rounds/sweeps/" + o.school().id())));
        if (actor.may(Permission.ROUNDS_WALK))
            all.stream().filter(o -> o.checkpoints().missed() > 0).limit(FEW)
                    .forEach(o -> lines.add(new Line(true, page.t("rounds.first.missed", o.checkpoints().missed(),
                            o.school().name()), page.t("rounds.first.act"),
                            "/checkpoints?school=" + o.school().id() + "&state=MISSED")));
        return lines;
    }

    private static String late(Page page, Overview o) {
        var week = o.lastWeek().orElseThrow();
        return week.standing() == SweepWeek.Standing.MISSING
                ? page.t("rounds.first.sweep.late", o.school().name())
                : page.t("rounds.first.sweep.partly", o.school().name(), week.doors() - week.looked());
    }
}
