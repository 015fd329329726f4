package org.daywatch.staffing.postplans;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.directory.CalendarConsequences;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.DirectoryEvent.BellsChanged;
import org.daywatch.directory.DirectoryEvent.CalendarChanged;
import org.daywatch.staffing.StaffingEvent.RequestWithdrawn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows what a change of calendar or bells does to the posts, and does it in the transaction of the change: there is no
 * moment at which the calendar says "closed" and officers can still take the day.
 */
@Component
class CalendarFollowing implements CalendarConsequences {

    private static final int LINES = 200;
    private static final int BELLS_AHEAD_DAYS = 400;

    private final PostPlanning planning;
    private final Campuses campuses;

    CalendarFollowing(PostPlanning planning, Campuses campuses) {
        this.planning = planning;
        this.campuses = campuses;
    }

    @Override
    @Transactional(readOnly = true)
    public Preview preview(Proposal proposal) {
        var difference = planning.difference(proposal.schoolIds(), proposal.from(), proposal.to(), proposal.after());
        Map<UUID, Campus> places = campuses.list(proposal.schoolIds()).stream()
                .collect(Collectors.toMap(Campus::id, Function.identity()));
        return new Preview(difference.added().size() + difference.revived().size(), difference.moved().size(),
                difference.removed().size(),
                difference.untouched().size(), difference.movedFilled().size(), difference.removedFilled().size(),
                lines(difference, places));
    }

    private static List<Line> lines(PostDifference difference, Map<UUID, Campus> places) {
        var removed = difference.removed().stream().map(p -> line(places, p.schoolId(), p, null));
        var moved = difference.moved().stream().map(m -> line(places, m.before().schoolId(), m.before(), m.after()));
        var revived = difference.revived().stream().map(m -> line(places, m.before().schoolId(), null, m.after()));
        var added = difference.added().stream().map(w -> line(places, w.schoolId(), null, w));
        return Stream.of(removed, moved, revived, added).flatMap(Function.identity())
                .sorted(Comparator.comparing((Line l) -> l.officer() == null).thenComparing(Line::day)
                        .thenComparing(Line::school))
                .limit(LINES).toList();
    }

    private static Line line(Map<UUID, Campus> places, UUID school, @Nullable PlannedPost before,
            @Nullable WantedPost after) {
        var campus = places.get(school);
        var effect = before == null ? Effect.ADDED : after == null ? Effect.REMOVED : Effect.MOVED;
        return new Line(campus == null ? "" : campus.name(), before == null ? after.day() : before.day(),
                before == null ? after.seat() : before.seat(),
                effect, before == null ? null : before.window(), after == null ? null : after.window(),
                campus == null ? "UTC" : campus.zone().getId(), before == null ? null : before.officer());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(CalendarChanged change) {
        planning.follow(schools(change.scope()), change.from(), change.to(), change.what());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(BellsChanged change) {
        planning.follow(schools(change.scope()), change.from(), change.from().plusDays(BELLS_AHEAD_DAYS),
                change.kind() + " bells");
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(RequestWithdrawn withdrawn) {
        planning.cancelAhead(withdrawn.id(), withdrawn.reason());
    }

    private List<UUID> schools(CalendarScope scope) {
        return campuses.list(scope).stream().map(Campus::id).toList();
    }
}
