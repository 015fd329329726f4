package org.daywatch.directory.sites;

import static org.daywatch_db.directory.Tables.SCHOOL;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.CheckInPlace;
import org.daywatch.directory.CheckInPlaces;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers what a check-in asks of a school. */
@Component
@Transactional(readOnly = true)
class CheckInPlaceQueries implements CheckInPlaces {

    private final SchoolStore schools;
    private final DSLContext db;

    CheckInPlaceQueries(SchoolStore schools, DSLContext db) {
        this.schools = schools;
        this.db = db;
    }

    @Override
    public Optional<CheckInPlace> find(UUID schoolId) {
        return schools.find(schoolId)
                .map(s -> new CheckInPlace(s.id(), s.address(), s.phone(), s.position().latitude(),
                        s.position().longitude(),
                        s.position().radiusMeters(), s.position().boundary().stream()
                                .map(c -> new CheckInPlace.Corner(c.latitude(), c.longitude())).toList()));
    }

    @Override
    public Map<UUID, Center> centers(Collection<UUID> schoolIds) {
        return db.select(SCHOOL.ID, SCHOOL.ZIP, SCHOOL.LATITUDE, SCHOOL.LONGITUDE).from(SCHOOL)
                .where(SCHOOL.ID.in(schoolIds))
                .fetchMap(SCHOOL.ID,
                        r -> new Center(r.get(SCHOOL.ZIP), r.get(SCHOOL.LATITUDE), r.get(SCHOOL.LONGITUDE)));
    }

    @Override
    public boolean isDeskCode(UUID schoolId, String typed) {
        byte[] given = plain(typed);
        return given.length > 0
                && schools.find(schoolId).filter(s -> MessageDigest.isEqual(plain(s.deskCode()), given)).isPresent();
    }

    private static byte[] plain(String code) {
        return code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "").getBytes(StandardCharsets.UTF_8);
    }
}
