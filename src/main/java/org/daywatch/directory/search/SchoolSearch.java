package org.daywatch.directory.search;

import static org.daywatch_db.directory.Tables.SCHOOL;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.SchoolNames;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.search.SearchSource;
import org.daywatch_db.directory.tables.records.SchoolRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Schools by name, town, or one of their numbers. */
@Component
@Transactional(readOnly = true)
class SchoolSearch implements SearchSource, SchoolNames {

    private final DSLContext db;

    SchoolSearch(DSLContext db) {
        this.db = db;
    }

    @Override
    public String heading() {
        return "search.schools";
    }

    @Override
    public Permission needs() {
        return Permission.SCHOOLS_READ;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<Hit> find(String words, int most, String language) {
        return db.select(SCHOOL.ID, SCHOOL.NAME, SCHOOL.CITY, SCHOOL.STATE, SCHOOL.NCES_ID).from(SCHOOL)
                .where(SCHOOL.NAME.containsIgnoreCase(words).or(SCHOOL.CITY.startsWithIgnoreCase(words))
                        .or(SCHOOL.NCES_ID.eq(words))
                        .or(SCHOOL.STATE_ID.eq(words)))
                .and(SCHOOL.ARCHIVED_AT.isNull())
                .orderBy(SCHOOL.NAME.startsWithIgnoreCase(words).desc(), SCHOOL.NAME, SCHOOL.ID).limit(most)
                .fetch(row -> new Hit(row.get(SCHOOL.NAME),
                        place(row.get(SCHOOL.CITY), row.get(SCHOOL.STATE), row.get(SCHOOL.NCES_ID)),
                        "/schools/" + row.get(SCHOOL.ID)));
    }

    @Override
    public List<Campus> named(String words, int most) {
        return db.selectFrom(SCHOOL).where(SCHOOL.NAME.containsIgnoreCase(words)).and(SCHOOL.ARCHIVED_AT.isNull())
                .orderBy(SCHOOL.NAME, SCHOOL.ID)
                .limit(most).fetch(SchoolSearch::campus);
    }

    @Override
    public List<Campus> called(UUID district, String numberOrName) {
        return db.selectFrom(SCHOOL).where(SCHOOL.DISTRICT_ID.eq(district)).and(SCHOOL.ARCHIVED_AT.isNull())
                .and(SCHOOL.NCES_ID.eq(numberOrName).or(SCHOOL.STATE_ID.eq(numberOrName))
                        .or(SCHOOL.ROSTER_ID.eq(numberOrName)).or(SCHOOL.NAME.equalIgnoreCase(numberOrName)))
                .orderBy(SCHOOL.NAME, SCHOOL.ID).fetch(SchoolSearch::campus);
    }

    private static Campus campus(SchoolRecord s) {
        return new Campus(s.getId(), s.getDistrictId(), s.getName(), s.getState(), SchoolLevel.valueOf(s.getLevel()),
                ZoneId.of(s.getZone()));
    }

    private static String place(String city, String state, String nces) {
        var town = city.isBlank() ? state : city + ", " + state;
        return nces == null ? town : town + " · NCES " + nces;
    }
}
