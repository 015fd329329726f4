package org.daywatch.directory.imports.ical;

import static org.daywatch_db.directory.Tables.SCHOOL;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.UUID;
import org.daywatch.directory.BegunDays;
import org.daywatch.directory.imports.nces.SchoolZones;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.time.HomeTime;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which days of a district nobody may change any more: those that are over, and today once a post has begun. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SettledDays {

    private final HomeTime home;
    private final DSLContext db;
    private final Organizations organizations;
    private final ObjectProvider<BegunDays> begun;
    private final Clock clock;

    SettledDays(DSLContext db, Organizations organizations, ObjectProvider<BegunDays> begun, HomeTime home,
            Clock clock) {
        this.home = home;
        this.db = db;
        this.organizations = organizations;
        this.begun = begun;
        this.clock = clock;
    }

    /** The first day that may still change. In a district with two zones, the one that is ahead decides. */
    LocalDate firstOpen(UUID district) {
        var today = today(district);
        return begun.stream().anyMatch(b -> b.begun(district, today)) ? today.plusDays(1) : today;
    }

    LocalDate today(UUID district) {
        Instant now = clock.instant();
        return db.selectDistinct(SCHOOL.ZONE).from(SCHOOL).where(SCHOOL.DISTRICT_ID.eq(district)).fetch(SCHOOL.ZONE)
                .stream()
                .map(zone -> LocalDate.ofInstant(now, ZoneId.of(zone))).max(Comparator.naturalOrder())
                .orElseGet(() -> LocalDate.ofInstant(now, zone(district)));
    }

    /** Of most schools of its state. */
    ZoneId zone(UUID district) {
        String state = organizations.find(district).map(Organizations.Organization::state).orElse(null);
        return state == null ? home.zone() : new SchoolZones().usual(state);
    }
}
