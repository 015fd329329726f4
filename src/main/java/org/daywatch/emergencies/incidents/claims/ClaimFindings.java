package org.daywatch.emergencies.incidents.claims;

import static org.daywatch_db.emergencies.Tables.PRESS;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.BellDays;
import org.daywatch.directory.Campus;
import org.daywatch.directory.sites.SchoolRooms;
import org.daywatch.emergencies.incidents.Incident;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Holds what somebody claims against what the school knows at that minute: rooms, bells, who pressed, what the adults
 * of the room said.
 */
@Component
public class ClaimFindings {

    private final DSLContext db;
    private final SchoolRooms rooms;
    private final BellDays bells;
    private final RoomAdults adults;

    ClaimFindings(DSLContext db, SchoolRooms rooms, BellDays bells, RoomAdults adults) {
        this.db = db;
        this.rooms = rooms;
        this.bells = bells;
        this.adults = adults;
    }

    /**
     * @param incident that goes on at the school; empty: nobody has pressed, and nobody was asked. @param now
     * there. @return as {@link ClaimCheck#findings}, then as {@link ClaimCheck#adults}
     */
    public List<String> of(Optional<Incident> incident, Campus school, String room, ZonedDateTime now) {
        var today = bells.of(List.of(school.id()), now.toLocalDate(), now.toLocalDate()).stream().findFirst()
                .map(d -> new ClaimCheck.Bells(d.firstBell(), d.lastBell()));
        var signs = incident.map(i -> signs(i.id())).orElse(List.of());
        var found = new ArrayList<>(ClaimCheck.findings(room, rooms.of(school.id()), today, now.toLocalTime(), signs));
        incident.ifPresent(i -> found.addAll(adults.findings(i, school, room, now)));
        return List.copyOf(found);
    }

    private List<ClaimCheck.Sign> signs(UUID incident) {
        return db.select(PRESS.ROOM_ID, PRESS.ACCEPTED_AT).from(PRESS).where(PRESS.ALERT_ID.eq(incident))
                .fetch(r -> new ClaimCheck.Sign(r.get(PRESS.ROOM_ID), r.get(PRESS.ACCEPTED_AT)));
    }
}
