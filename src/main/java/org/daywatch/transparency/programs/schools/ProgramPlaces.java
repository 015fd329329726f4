package org.daywatch.transparency.programs.schools;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.staffing.OfficerFiles;
import org.daywatch.transparency.programs.totals.ActivityFigures;
import org.daywatch.transparency.programs.totals.SchoolYears;
import org.springframework.stereotype.Component;

/**
 * Of which schools somebody reads figures: an officer of those they were at this year, a principal of their own, others
 * of their organization's.
 */
@Component
public class ProgramPlaces {

    private final Campuses campuses;
    private final OfficerFiles officers;
    private final ActivityFigures figures;
    private final HomeTime home;

    ProgramPlaces(Campuses campuses, OfficerFiles officers, ActivityFigures figures, HomeTime home) {
        this.campuses = campuses;
        this.officers = officers;
        this.figures = figures;
        this.home = home;
    }

    /** By name. */
    public List<Campus> of(Actor actor) {
        var all = switch (actor.role()) {
            case AGENCY_ADMIN, COORDINATOR -> campuses.search("", null);
            case SAFETY_DIRECTOR -> campuses.list(CalendarScope.all(actor.tenant()));
            case OFFICER -> officers.ofPerson(actor.person())
                    .map(o -> campuses.list(figures.schoolsOf(o, SchoolYears.begin(home.today()), home.today())))
                    .orElse(List.of());
            default -> actor.school() == null ? List.<Campus>of() : campuses.find(actor.school()).stream().toList();
        };
        return all.stream().sorted(Comparator.comparing(Campus::name)).toList();
    }

    /** @param state empty where they have no school */
    public record Chosen(List<String> states, String state, List<Campus> schools) {}

    /** A first screen is of one state: the one that was asked for where they have schools in it, else their first. */
    public Chosen chosen(Actor actor, String wanted) {
        var all = of(actor);
        var states = all.stream().map(Campus::state).distinct().sorted().toList();
        String state = states.contains(wanted) ? wanted : states.isEmpty() ? "" : states.getFirst();
        return new Chosen(states, state, all.stream().filter(c -> c.state().equals(state)).toList());
    }

    /**
     * Who reads which certificates officers of these schools hold: the agency, and a principal of those at their own
     * school.
     */
    public boolean files(Actor actor) {
        return actor.may(Permission.OFFICERS_READ) || actor.role() == Role.PRINCIPAL;
    }

    /** @throws NotFound when it is none of theirs: for them it is not there */
    public Campus get(Actor actor, UUID school) {
        boolean wide = actor.role() == Role.AGENCY_ADMIN || actor.role() == Role.COORDINATOR;
        if (!wide && of(actor).stream().noneMatch(c -> c.id().equals(school))) throw new NotFound("school " + school);
        return campuses.find(school).orElseThrow(() -> new NotFound("school " + school));
    }
}
