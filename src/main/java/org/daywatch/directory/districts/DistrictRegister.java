package org.daywatch.directory.districts;

import static org.daywatch_db.directory.Tables.BELL_SCHEDULE;
import static org.daywatch_db.directory.Tables.CALENDAR;
import static org.daywatch_db.directory.Tables.SCHOOL;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Organizations.Organization;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.FarthestDays;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The districts of the agency that is bound, with what their schools still lack before posts can be made. */
@Component
@Transactional
public class DistrictRegister {

    private final DSLContext db;
    private final Organizations organizations;
    private final AuditLog audit;
    private final Clock clock;

    DistrictRegister(DSLContext db, Organizations organizations, AuditLog audit, Clock clock) {
        this.db = db;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws InvalidInput where a district of that name or number is there already */
    public UUID add(District district) {
        taken(district, null);
        var id = organizations.findOrCreate("DISTRICT", district.name(), district.state(),
                district.ncesId().isEmpty() ? null : district.ncesId());
        audit.act("DistrictAdded", "district " + id, Map.of("name", district.name(), "ncesId", district.ncesId()));
        return id;
    }

    public void change(UUID id, District district) {
        get(id);
        taken(district, id);
        organizations.rename(id, district.name(), district.ncesId().isEmpty() ? null : district.ncesId());
        audit.act("DistrictChanged", "district " + id, Map.of("name", district.name(), "ncesId", district.ncesId()));
    }

    @Transactional(readOnly = true)
    public District get(UUID id) {
        return organizations.find(id).filter(o -> o.kind().equals("DISTRICT") && Tenancy.tenant().equals(o.parent()))
                .map(DistrictRegister::district)
                .orElseThrow(() -> new NotFound("district " + id));
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<District.Progress> list() {
        var s = SCHOOL;
        var withBells = DSL.count().filterWhere(hasBells());
        var withYear = DSL.count().filterWhere(hasYear());
        var schools = DSL.count();
        var counted = db.select(s.DISTRICT_ID, schools, withYear, withBells).from(s).where(s.ARCHIVED_AT.isNull())
                .groupBy(s.DISTRICT_ID).fetchMap(s.DISTRICT_ID);
        return organizations.listOwn("DISTRICT").stream().map(o -> {
            var row = counted.get(o.id());
            return new District.Progress(district(o), row == null ? 0 : row.get(schools),
                    row == null ? 0 : row.get(withYear), row == null ? 0 : row.get(withBells));
        }).toList();
    }

    /** All schools of the program together; the district is nobody's. */
    @Transactional(readOnly = true)
    public District.Progress all() {
        var s = SCHOOL;
        var withBells = DSL.count().filterWhere(hasBells());
        var withYear = DSL.count().filterWhere(hasYear());
        var schools = DSL.count();
        return db.select(schools, withYear, withBells).from(s).where(s.ARCHIVED_AT.isNull())
                .fetchSingle(r -> new District.Progress(new District(null, "all", "", "US"), r.get(schools),
                        r.get(withYear), r.get(withBells)));
    }

    /** The day it still is in the westernmost schools: a school year that ends today is not over. */
    private LocalDate today() {
        return FarthestDays.earliest(clock.instant());
    }

    private org.jooq.Condition hasYear() {
        return DSL.exists(DSL.selectOne().from(CALENDAR).where(CALENDAR.AGENCY_ID.eq(SCHOOL.AGENCY_ID))
                .and(CALENDAR.DISTRICT_ID.eq(SCHOOL.DISTRICT_ID)).and(CALENDAR.LAST_DAY.ge(today())));
    }

    private org.jooq.Condition hasBells() {
        return DSL.exists(DSL.selectOne().from(BELL_SCHEDULE).where(BELL_SCHEDULE.AGENCY_ID.eq(SCHOOL.AGENCY_ID))
                .and(BELL_SCHEDULE.SCHOOL_ID.eq(SCHOOL.ID))
                .and(BELL_SCHEDULE.VALID_TO.isNull().or(BELL_SCHEDULE.VALID_TO.ge(today()))));
    }

    private static District district(Organization o) {
        return new District(o.id(), o.name(),
                o.externalId() == null || !o.externalId().matches("[0-9]{7}") ? "" : o.externalId(),
                o.state() == null ? "US" : o.state());
    }

    private void taken(District district, @Nullable UUID except) {
        for (var o : organizations.listOwn("DISTRICT")) {
            if (o.id().equals(except)) continue;
            if (o.name().equalsIgnoreCase(district.name()))
                throw new InvalidInput("name", district.name(), "districts.error.name.taken");
            if (!district.ncesId().isEmpty() && district.ncesId().equals(o.externalId()))
                throw new InvalidInput("ncesId", district.ncesId(), "districts.error.nces.taken");
        }
    }
}
