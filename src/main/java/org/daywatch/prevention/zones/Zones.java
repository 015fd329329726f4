package org.daywatch.prevention.zones;

import static org.daywatch_db.prevention.Tables.ZONE;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.prevention.places.PreventionPlaces;
import org.daywatch_db.prevention.tables.records.ZoneRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Zones as stored. A zone is retired, never deleted: what happened there stays there. */
@Repository
@Transactional
public class Zones {

    private final DSLContext db;
    private final PreventionPlaces places;
    private final AuditLog audit;
    private final Clock clock;

    Zones(DSLContext db, PreventionPlaces places, AuditLog audit, Clock clock) {
        this.db = db;
        this.places = places;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that are walked, in the order one would walk. */
    @Transactional(readOnly = true)
    public List<Zone> of(UUID school) {
        return list(ZONE.SCHOOL_ID.eq(school).and(ZONE.RETIRED_AT.isNull()));
    }

    /** With those that were walked once. */
    @Transactional(readOnly = true)
    public List<Zone> ever(UUID school) {
        return list(ZONE.SCHOOL_ID.eq(school));
    }

    @Transactional(readOnly = true)
    public Zone get(UUID school, UUID id) {
        return list(ZONE.SCHOOL_ID.eq(school).and(ZONE.ID.eq(id))).stream().findFirst()
                .orElseThrow(() -> new NotFound("zone " + id));
    }

    /** The one whose name stands in the words, the longest name first. */
    @Transactional(readOnly = true)
    public Optional<Zone> named(UUID school, String words) {
        String said = words.toLowerCase(Locale.ROOT);
        return of(school).stream().filter(z -> said.contains(z.name().toLowerCase(Locale.ROOT)))
                .max(java.util.Comparator.comparingInt(z -> z.name().length()));
    }

    public UUID add(Campus school, String name) {
        return add(school, name, of(school.id()).stream().mapToInt(Zone::position).max().orElse(0) + 1);
    }

    private UUID add(Campus school, String name, int position) {
        if (of(school.id()).stream().anyMatch(z -> z.name().equalsIgnoreCase(name)))
            throw new InvalidInput("name", name, "zones.wrong.taken");
        var id = Ids.next();
        db.insertInto(ZONE).set(ZONE.AGENCY_ID, places.agency(school)).set(ZONE.ID, id)
                .set(ZONE.DISTRICT_ID, school.districtId()).set(ZONE.SCHOOL_ID, school.id()).set(ZONE.NAME, name)
                .set(ZONE.POSITION, Math.min(999, position)).execute();
        audit.act("ZoneAdded", "school " + school.id(), Map.of("zone", name));
        return id;
    }

    public void retire(Campus school, UUID id) {
        var zone = get(school.id(), id);
        db.update(ZONE).set(ZONE.RETIRED_AT, clock.instant()).where(ZONE.ID.eq(id)).and(ZONE.RETIRED_AT.isNull())
                .execute();
        audit.act("ZoneRetired", "school " + school.id(), Map.of("zone", zone.name()));
    }

    private List<Zone> list(Condition which) {
        return db.selectFrom(ZONE).where(which).orderBy(ZONE.POSITION, ZONE.NAME).fetch().map(Zones::zone);
    }

    private static Zone zone(ZoneRecord r) {
        return new Zone(r.getAgencyId(), r.getId(), r.getDistrictId(), r.getSchoolId(), r.getName(), r.getPosition(),
                r.getRetiredAt());
    }
}
