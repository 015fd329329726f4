package org.daywatch.staffing.hours;

import static org.daywatch_db.staffing.Tables.OFFICER_BUSY;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.StaffingRefusal;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * One person, one place, at whatever organization: whoever books a person's time takes it here, in the transaction of
 * the booking. The database itself refuses the second taker, across tenants; they learn that the person is not
 * available then, and nothing else.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class BusyTimes {

    private final DSLContext db;

    BusyTimes(DSLContext db) {
        this.db = db;
    }

    /** The stretches one booking takes, with breaks in between in which the person is free. */
    public record Taken(UUID person, List<Window> parts) {}

    /**
     * @param sourceId of the shift or hour entry that takes the time; the key to {@link #release}
     * @throws Refused with {@link StaffingRefusal#NOT_AVAILABLE_THEN}, which ends the transaction
     */
    public void reserve(UUID person, Window window, UUID sourceId) {
        reserve(person, List.of(window), sourceId);
    }

    /** The same for a booking in several stretches. */
    public void reserve(UUID person, List<Window> parts, UUID sourceId) {
        queue(List.of(person));
        if (!reserveAll(Map.of(sourceId, new Taken(person, parts))).isEmpty())
            throw new Refused(StaffingRefusal.NOT_AVAILABLE_THEN);
    }

    /** Two bookings of one person queue up here; without it they could wait for each other inside the constraint. */
    void queue(Collection<UUID> people) {
        db.fetch(
                "select pg_advisory_xact_lock(hashtextextended(p::text, 0)) from (select distinct p from unnest({0}::uuid[]) p order by p) q",
                DSL.val(people.toArray(UUID[]::new)));
    }

    /** Takes what is free, a booking wholly or not at all. @return the sources of those that meet a commitment */
    Set<UUID> reserveAll(Map<UUID, Taken> bookings) {
        var sources = new ArrayList<UUID>();
        var people = new ArrayList<UUID>();
        var numbers = new ArrayList<Integer>();
        var starts = new ArrayList<OffsetDateTime>();
        var ends = new ArrayList<OffsetDateTime>();
        bookings.forEach((source, taken) -> {
            for (int part = 0; part < taken.parts().size(); part++) {
                sources.add(source);
                people.add(taken.person());
                numbers.add(part);
                starts.add(taken.parts().get(part).start().atOffset(ZoneOffset.UTC));
                ends.add(taken.parts().get(part).end().atOffset(ZoneOffset.UTC));
            }
        });
        if (sources.isEmpty()) return Set.of();
        var left = new ArrayList<>(sources);
        db.fetch("""
                insert into staffing.officer_busy (owner_id, id, part, person_id, during)
                select {0}, w.id, w.part, w.person, tstzrange(w.starts, w.ends, '[)')
                  from unnest({1}::uuid[], {2}::int[], {3}::uuid[], {4}::timestamptz[], {5}::timestamptz[]) as w(id, part, person, starts, ends)
                on conflict do nothing returning id""", DSL.val(Tenancy.tenant()),
                DSL.val(sources.toArray(UUID[]::new)),
                DSL.val(numbers.toArray(Integer[]::new)), DSL.val(people.toArray(UUID[]::new)),
                DSL.val(starts.toArray(OffsetDateTime[]::new)),
                DSL.val(ends.toArray(OffsetDateTime[]::new))).forEach(row -> left.remove(row.get(0, UUID.class)));
        var refused = new HashSet<>(left);
        if (!refused.isEmpty()) {
            db.deleteFrom(OFFICER_BUSY).where(OFFICER_BUSY.OWNER_ID.eq(Tenancy.tenant()))
                    .and(OFFICER_BUSY.ID.in(refused)).execute();
        }
        return refused;
    }

    /** Nothing happens when nothing was taken: releasing twice is as good as once. */
    public void release(UUID sourceId) {
        db.deleteFrom(OFFICER_BUSY).where(OFFICER_BUSY.OWNER_ID.eq(Tenancy.tenant())).and(OFFICER_BUSY.ID.eq(sourceId))
                .execute();
    }
}
