package org.daywatch.directory.sites;

import static org.daywatch_db.directory.Tables.BUILDING;
import static org.daywatch_db.directory.Tables.ROOM;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rooms of a school, by name, whatever building they are in. */
@Component
@Transactional(readOnly = true)
public class SchoolRooms {

    private final DSLContext db;

    SchoolRooms(DSLContext db) {
        this.db = db;
    }

    public List<School.Room> of(UUID school) {
        return db.select(ROOM.ID, ROOM.NAME, ROOM.FLOOR, ROOM.CAPACITY).from(ROOM).join(BUILDING)
                .on(BUILDING.AGENCY_ID.eq(ROOM.AGENCY_ID), BUILDING.ID.eq(ROOM.BUILDING_ID))
                .where(BUILDING.SCHOOL_ID.eq(school)).orderBy(ROOM.NAME)
                .fetch(r -> new School.Room(r.get(ROOM.ID), r.get(ROOM.NAME), r.get(ROOM.FLOOR), r.get(ROOM.CAPACITY)));
    }

    /**
     * The room that a roster means, which writes "104" where the school's list has "Room 104"; empty where the list has
     * none of that name, or two.
     */
    public static Optional<School.Room> named(String room, List<School.Room> rooms) {
        String wanted = room.strip().toLowerCase(Locale.ROOT);
        var same = rooms.stream().filter(r -> r.name().toLowerCase(Locale.ROOT).equals(wanted)
                || r.name().toLowerCase(Locale.ROOT).endsWith(" " + wanted)).toList();
        return wanted.isEmpty() || same.size() != 1 ? Optional.empty() : Optional.of(same.getFirst());
    }
}
