package org.daywatch.emergencies.lane;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who sends or listens, as the lane knows it without asking anybody.
 *
 * @param agency whose program it is
 * @param district null for somebody of the agency itself
 * @param wide all schools of the district (or, where that is null, of the agency); otherwise only those of
 * {@code schools}
 * @param schools each with its district
 * @param person null for a device or a wearable that belongs to nobody
 * @param name shown to others as the presser
 * @param expires nothing is taken from then on, and open streams end
 * @param session in which the token was made: when that is closed, the token counts no more; null for a device
 * @param names may read who was reached by name; null, as in the token of an earlier version, means no
 * @param drills may begin a drill of a whole school; null, as in the token of an earlier version, means yes
 */
public record LaneSender(UUID agency, @Nullable UUID district, boolean wide, Map<UUID, UUID> schools,
        @Nullable UUID person, String name,
        boolean mayPress, boolean mayAck, boolean mayWatch, Instant expires, @Nullable UUID session,
        @Nullable Boolean names, @Nullable Boolean drills) {

    public LaneSender {
        schools = Map.copyOf(schools);
    }

    public LaneSender(UUID agency, @Nullable UUID district, boolean wide, Map<UUID, UUID> schools,
            @Nullable UUID person, String name,
            boolean mayPress, boolean mayAck, boolean mayWatch, Instant expires, @Nullable UUID session,
            @Nullable Boolean names) {
        this(agency, district, wide, schools, person, name, mayPress, mayAck, mayWatch, expires, session, names, null);
    }

    /** The same, which may begin drills of a whole school or not. */
    public LaneSender starting(boolean drills) {
        return new LaneSender(agency, district, wide, schools, person, name, mayPress, mayAck, mayWatch, expires,
                session, names, drills);
    }

    /** One that reads no names. */
    public LaneSender(UUID agency, @Nullable UUID district, boolean wide, Map<UUID, UUID> schools,
            @Nullable UUID person, String name,
            boolean mayPress, boolean mayAck, boolean mayWatch, Instant expires, @Nullable UUID session) {
        this(agency, district, wide, schools, person, name, mayPress, mayAck, mayWatch, expires, session, null);
    }

    /** One that hangs on no session. */
    public LaneSender(UUID agency, @Nullable UUID district, boolean wide, Map<UUID, UUID> schools,
            @Nullable UUID person, String name,
            boolean mayPress, boolean mayAck, boolean mayWatch, Instant expires) {
        this(agency, district, wide, schools, person, name, mayPress, mayAck, mayWatch, expires, null);
    }

    /** What limits are counted by: the person, or the device's or hook's name. */
    public String key() {
        return person == null ? agency + "/" + name : person.toString();
    }

    /** A person with the right to; never a device. */
    public boolean mayReadNames() {
        return person != null && Boolean.TRUE.equals(names);
    }

    /** Whether it may begin a drill of a whole school; a call for help it may always practice. */
    public boolean mayStartDrills() {
        return !Boolean.FALSE.equals(drills);
    }

    /** Whether events of this school are for this listener. */
    public boolean hears(UUID agency, UUID district, UUID school) {
        if (!this.agency.equals(agency)) return false;
        return wide ? this.district == null || this.district.equals(district) : schools.containsKey(school);
    }
}
