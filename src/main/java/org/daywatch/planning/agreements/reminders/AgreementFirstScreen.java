package org.daywatch.planning.agreements.reminders;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.planning.agreements.AgreementQueries;
import org.daywatch.planning.agreements.AgreementQueries.Standing;
import org.daywatch.planning.agreements.AgreementWords;
import org.daywatch.planning.places.SchoolPlaces;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.springframework.stereotype.Component;

/**
 * Agreements past their last day without both signatures, and those soon to be, for those who can do something about
 * it.
 */
@Component
class AgreementFirstScreen implements FirstScreenLines {

    /** More than these become one line that leads to the list. */
    private static final int ONE_BY_ONE = 2;

    private final AgreementQueries queries;
    private final SchoolPlaces places;
    private final Campuses campuses;
    private final Clock clock;

    AgreementFirstScreen(AgreementQueries queries, SchoolPlaces places, Campuses campuses, Clock clock) {
        this.queries = queries;
        this.places = places;
        this.campuses = campuses;
        this.clock = clock;
    }

    @Override
    public List<Line> of(Page page, Actor actor) {
        if (!actor.may(Permission.AGREEMENTS_EDIT)) return List.of();
        var late = new ArrayList<Standing>();
        var soon = new ArrayList<Standing>();
        var schools = new HashMap<UUID, Campus>();
        for (var g : queries.pressing(places.only(actor).orElse(null))) {
            var school = schools.computeIfAbsent(g.schoolId(), id -> campuses.find(id).orElse(null));
            if (school == null) continue;
            AgreementTimes.of(g, clock.instant().atZone(school.zone()).toLocalDate())
                    .ifPresent(t -> (t == AgreementTimes.LATE ? late : soon).add(g));
        }
        var lines = new ArrayList<Line>();
        say(page, lines, late, schools, true);
        say(page, lines, soon, schools, false);
        return lines;
    }

    private static void say(Page page, List<Line> lines, List<Standing> found, HashMap<UUID, Campus> schools,
            boolean late) {
        String act = page.t("serviceAgreements.first.act");
        if (found.size() > ONE_BY_ONE) {
            lines.add(new Line(late,
                    page.t(late ? "serviceAgreements.first.lateMany" : "serviceAgreements.first.soonMany",
                            found.size()),
                    act, "/service-agreements" + (late ? "?state=" + AgreementQueries.LATE : "")));
            return;
        }
        for (var g : found) {
            lines.add(new Line(late,
                    page.t(late ? "serviceAgreements.first.late" : "serviceAgreements.first.soon",
                            AgreementWords.officer(page, g.officer()), schools.get(g.schoolId()).name(),
                            page.when().date(g.due())),
                    act, "/service-agreements/" + g.id()));
        }
    }
}
