package org.daywatch.directory.sites.map;

import static org.daywatch_db.directory.Tables.SCHOOL;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;

import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.places.ZipCodes;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where the map begins: at the district's other schools, else at the ZIP code, else at the state, else at the lower 48.
 */
@RestController
@Transactional(readOnly = true)
class SchoolMapPages {

    private final DSLContext db;

    SchoolMapPages(DSLContext db) {
        this.db = db;
    }

    @Needs(Permission.SCHOOLS_EDIT)
    @GetMapping("/schools/map-start")
    public MapStart start(@RequestParam(defaultValue = "") String district,
            @RequestParam(defaultValue = "") String school, @RequestParam(defaultValue = "") String zip,
            @RequestParam(defaultValue = "") String state) {
        return Ids.find(district).flatMap(id -> others(id, Ids.find(school)))
                .or(() -> ZipCodes.middle(zip).map(p -> MapStart.around(p, MapStart.LIKE_A_TOWN)))
                .or(() -> ZipCodes.middleOfState(state).map(p -> MapStart.around(p, MapStart.LIKE_A_STATE)))
                .orElse(MapStart.LOWER_48);
    }

    private Optional<MapStart> others(UUID district, Optional<UUID> besides) {
        var other = besides.map(SCHOOL.ID::ne).orElse(DSL.noCondition());
        var lastLongitude = max(SCHOOL.LONGITUDE);
        var lastLatitude = max(SCHOOL.LATITUDE);
        var firstLongitude = min(SCHOOL.LONGITUDE);
        var firstLatitude = min(SCHOOL.LATITUDE);
        return db.select(firstLatitude, firstLongitude, lastLatitude, lastLongitude).from(SCHOOL)
                .where(SCHOOL.DISTRICT_ID.eq(district)).and(SCHOOL.LATITUDE.isNotNull())
                .and(SCHOOL.ARCHIVED_AT.isNull()).and(other).fetchOptional()
                .filter(r -> r.get(firstLatitude) != null).map(r -> new MapStart(r.get(firstLatitude),
                        r.get(firstLongitude), r.get(lastLatitude), r.get(lastLongitude), MapStart.LIKE_A_TOWN));
    }
}
