package org.daywatch.emergencies.responders;

import static org.daywatch_db.emergencies.Tables.PRESS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.sites.School;
import org.daywatch.directory.sites.SchoolRooms;
import org.daywatch.emergencies.accountability.RollQueries;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.incidents.Incident;
import org.daywatch.emergencies.incidents.IncidentQueries;
import org.daywatch.emergencies.incidents.IncidentStore;
import org.daywatch.emergencies.incidents.commandpost.CommandPost;
import org.daywatch.emergencies.incidents.commandpost.CommandPosts;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the person who is on their way needs beside the alert itself: where exactly, who commands, who is there already,
 * how many are missing.
 */
@Component
@Transactional(readOnly = true)
public class ArrivingUnits {

    /** Lines of the timeline that say who commands; what else people wrote there stays in the house. */
    private static final Set<String> COMMAND = Set.of("CommandTaken", "CommandTransferred", "IncidentStoodDown",
            "IncidentResumed", "IncidentClosed", "IncidentReopened");

    /** Whoever has no account here was not forced here. */
    private static final UUID OUTSIDE = new UUID(0, 0);

    private final DSLContext db;
    private final SchoolRooms rooms;
    private final IncidentStore incidents;
    private final IncidentQueries queries;
    private final CommandPosts posts;
    private final RollQueries roll;

    ArrivingUnits(DSLContext db, SchoolRooms rooms, IncidentStore incidents, IncidentQueries queries,
            CommandPosts posts, RollQueries roll) {
        this.db = db;
        this.rooms = rooms;
        this.incidents = incidents;
        this.queries = queries;
        this.posts = posts;
        this.roll = roll;
    }

    /** A line of the timeline: who did what, without what they wrote. */
    public record Line(Instant at, String kind, String by) {}

    /**
     * @param room of the first press, by the school's list; null where it named none
     * @param others rooms from which it was pressed too, by name
     * @param holder who commands; null: nobody yet
     */
    public record Needs(@Nullable UUID room, String roomName, List<String> others, Incident.@Nullable Holder holder,
            CommandPost post, List<IncidentQueries.RoleHolder> roles,
            List<IncidentQueries.Resource> units, Optional<RollQueries.Numbers> people, List<Line> lines) {}

    /** @param reader who is signed in where it is read, or null */
    Needs of(Alert alert, @Nullable UUID reader) {
        var listed = rooms.of(alert.schoolId());
        var pressed = db.selectDistinct(PRESS.ROOM_ID).from(PRESS).where(PRESS.ALERT_ID.eq(alert.id()))
                .and(PRESS.ROOM_ID.isNotNull()).fetch(PRESS.ROOM_ID);
        UUID first = db.select(PRESS.ROOM_ID).from(PRESS).where(PRESS.ID.eq(alert.id())).fetchOptional(PRESS.ROOM_ID)
                .orElse(null);
        var others = listed.stream().filter(r -> pressed.contains(r.id()) && !r.id().equals(first))
                .map(School.Room::name).toList();
        UUID who = reader == null ? OUTSIDE : reader;
        var incident = incidents.find(alert.id()).map(i -> incidents.seenBy(i, who));
        var lines = queries.entries(alert.id(), who).stream().filter(e -> COMMAND.contains(e.kind()))
                .map(e -> new Line(e.at(), e.kind(), e.by())).toList();
        var shown = queries.shown(alert.id(), who);
        return new Needs(first,
                listed.stream().filter(r -> r.id().equals(first)).map(School.Room::name).findFirst().orElse(""), others,
                incident.map(Incident::holder).orElse(null),
                incident.map(posts::of).orElse(CommandPost.NOT_SAID), queries.roles(alert.id(), shown),
                queries.resources(alert.id(), shown), roll.numbers(alert.id()), lines);
    }
}
