package org.daywatch.planning.meetings;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.daywatch.planning.meetings.meeting.TeamQuarters.Quarter;
import org.daywatch.planning.meetings.meeting.TeamQuarters;
import org.daywatch.planning.places.SchoolPlaces;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.springframework.stereotype.Component;

/** A quarter without a meeting with quorum, where one is demanded; the last weeks of one that goes on are a warning. */
@Component
class TeamFirstScreen implements FirstScreenLines {

    private static final int CLOSING_DAYS = 30;

    private final SchoolPlaces places;
    private final TeamOverview overview;
    /** Schools with a missed quarter, by organization: a state has thousands, and a first screen is opened all day. */
    private final Cache<UUID, Long> missed = Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(5)).build();

    TeamFirstScreen(SchoolPlaces places, TeamOverview overview) {
        this.places = places;
        this.overview = overview;
    }

    @Override
    public List<FirstScreenLines.Line> of(Page page, Actor actor) {
        if (!actor.may(Permission.TEAM_READ) || actor.role() == org.daywatch.platform.identity.Role.OFFICER)
            return List.of();
        if (actor.school() != null)
            return overview.of(places.of(actor)).stream().filter(TeamOverview.Line::demanded)
                    .flatMap(line -> own(page, line).stream()).toList();
        return all(page, missed.get(actor.tenant(),
                t -> overview.of(places.of(actor)).stream().filter(line -> line.missed() > 0).count()));
    }

    /** Many schools are one line, which leads to the list. */
    private static List<FirstScreenLines.Line> all(Page page, long schools) {
        return schools == 0
                ? List.of()
                : List.of(new FirstScreenLines.Line(true, page.t("team.first.missedMany", schools),
                        page.t("team.first.act"), "/team"));
    }

    private static List<FirstScreenLines.Line> own(Page page, TeamOverview.Line line) {
        String href = "/team/schools/" + line.school().id();
        var said = new java.util.ArrayList<FirstScreenLines.Line>();
        for (Quarter q : line.quarters()) {
            if (q.late())
                said.add(new FirstScreenLines.Line(true,
                        page.t("team.first.missed", line.school().name(), page.days(q.first(), q.last())),
                        page.t("team.first.act"), href));
        }
        line.now().filter(
                q -> q.standing() == TeamQuarters.Standing.NOTHING || q.standing() == TeamQuarters.Standing.NO_QUORUM)
                .filter(q -> q.last().minusDays(CLOSING_DAYS).isBefore(line.today()))
                .ifPresent(q -> said.add(new FirstScreenLines.Line(false,
                        page.t("team.first.closing", line.school().name(), page.days(q.first(), q.last())),
                        page.t("team.first.act"), href)));
        return said;
    }
}
