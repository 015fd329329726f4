package org.daywatch.directory.sites;

import static org.daywatch_db.directory.Tables.SCHOOL;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch_db.directory.tables.records.SchoolRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers other rooms' questions about schools. */
@Component
@Transactional(readOnly = true)
class CampusQueries implements Campuses {

    private final DSLContext db;

    CampusQueries(DSLContext db) {
        this.db = db;
    }

    @Override
    public Optional<Campus> find(UUID schoolId) {
        return db.selectFrom(SCHOOL).where(SCHOOL.ID.eq(schoolId)).fetchOptional(CampusQueries::campus);
    }

    @Override
    public List<Campus> list(Actor actor, Optional<Set<UUID>> only) {
        var all = only.map(this::list)
                .orElseGet(() -> ofDistrict(actor) ? list(CalendarScope.all(actor.tenant())) : search("", null));
        return all.stream().sorted(Comparator.comparing(Campus::name).thenComparing(Campus::id)).toList();
    }

    @Override
    public Campus get(Actor actor, Optional<Set<UUID>> only, UUID school) {
        return find(school).filter(campus -> only.map(schools -> schools.contains(school)).orElse(true))
                .filter(campus -> !ofDistrict(actor) || campus.districtId().equals(actor.tenant()))
                .orElseThrow(() -> new NotFound("school " + school));
    }

    private static boolean ofDistrict(Actor actor) {
        return actor.role().organizationKind().equals("DISTRICT");
    }

    @Override
    public List<Campus> list(Collection<UUID> schoolIds) {
        if (schoolIds.isEmpty()) return List.of();
        return db.selectFrom(SCHOOL).where(SCHOOL.ID.eq(DSL.any(schoolIds.toArray(UUID[]::new))))
                .and(SCHOOL.ARCHIVED_AT.isNull())
                .orderBy(SCHOOL.NAME, SCHOOL.ID).fetch(CampusQueries::campus);
    }

    @Override
    public List<Campus> list(CalendarScope scope) {
        var fits = SCHOOL.DISTRICT_ID.eq(scope.districtId()).and(SCHOOL.ARCHIVED_AT.isNull());
        if (scope.schoolId() != null) fits = fits.and(SCHOOL.ID.eq(scope.schoolId()));
        if (scope.level() != null) fits = fits.and(SCHOOL.LEVEL.eq(scope.level().name()));
        return db.selectFrom(SCHOOL).where(fits).orderBy(SCHOOL.NAME, SCHOOL.ID).fetch(CampusQueries::campus);
    }

    @Override
    public Map<UUID, String> zips(Collection<UUID> schoolIds) {
        return db.select(SCHOOL.ID, SCHOOL.ZIP).from(SCHOOL)
                .where(SCHOOL.ID.eq(DSL.any(schoolIds.toArray(UUID[]::new)))).fetchMap(SCHOOL.ID, SCHOOL.ZIP);
    }

    @Override
    public List<Campus> search(String words, @Nullable UUID districtId) {
        var fits = SCHOOL.ARCHIVED_AT.isNull();
        if (districtId != null) fits = fits.and(SCHOOL.DISTRICT_ID.eq(districtId));
        for (String word : words.strip().split("\\s+")) {
            if (!word.isEmpty())
                fits = fits.and(SCHOOL.NAME.containsIgnoreCase(word).or(SCHOOL.CITY.containsIgnoreCase(word)));
        }
        return db.selectFrom(SCHOOL).where(fits).orderBy(SCHOOL.NAME, SCHOOL.ID).fetch(CampusQueries::campus);
    }

    private static Campus campus(SchoolRecord s) {
        return new Campus(s.getId(), s.getDistrictId(), s.getName(), s.getState(), SchoolLevel.valueOf(s.getLevel()),
                ZoneId.of(s.getZone()));
    }
}
