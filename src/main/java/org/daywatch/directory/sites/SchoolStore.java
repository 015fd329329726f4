package org.daywatch.directory.sites;

import static org.daywatch_db.directory.Tables.BUILDING;
import static org.daywatch_db.directory.Tables.ROOM;
import static org.daywatch_db.directory.Tables.SCHOOL;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.sites.Position.Corner;
import org.daywatch.directory.sites.School.Building;
import org.daywatch.directory.sites.School.Room;
import org.daywatch.platform.errors.NotFound;
import org.daywatch_db.directory.tables.records.SchoolRecord;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Schools with their buildings and rooms. */
@Repository
@Transactional
class SchoolStore {

    private static final Pattern CORNER = Pattern.compile("\\[\\s*(-?[0-9.eE+-]+)\\s*,\\s*(-?[0-9.eE+-]+)\\s*]");

    private final DSLContext db;

    SchoolStore(DSLContext db) {
        this.db = db;
    }

    School get(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("school " + id));
    }

    Optional<School> find(UUID id) {
        return db.selectFrom(SCHOOL).where(SCHOOL.ID.eq(id)).fetchOptional().map(row -> school(row, buildings(id)));
    }

    Optional<School> findByNces(String ncesId) {
        return db.selectFrom(SCHOOL).where(SCHOOL.NCES_ID.eq(ncesId)).fetchOptional()
                .map(row -> school(row, buildings(row.getId())));
    }

    void insert(School s) {
        db.insertInto(SCHOOL).set(SCHOOL.AGENCY_ID, s.agencyId()).set(SCHOOL.ID, s.id())
                .set(SCHOOL.DISTRICT_ID, s.districtId())
                .set(SCHOOL.NAME, s.name()).set(SCHOOL.NCES_ID, s.ncesId()).set(SCHOOL.STATE_ID, s.stateId())
                .set(SCHOOL.KIND, s.kind())
                .set(SCHOOL.STATUS, s.status()).set(SCHOOL.LOW_GRADE, s.lowGrade())
                .set(SCHOOL.HIGH_GRADE, s.highGrade())
                .set(SCHOOL.LEVEL, s.level().name()).set(SCHOOL.ENROLLMENT, s.enrollment())
                .set(SCHOOL.STREET, s.street())
                .set(SCHOOL.CITY, s.city()).set(SCHOOL.STATE, s.state()).set(SCHOOL.ZIP, s.zip())
                .set(SCHOOL.COUNTY, s.county())
                .set(SCHOOL.PHONE, s.phone()).set(SCHOOL.ZONE, s.zone().getId())
                .set(SCHOOL.LATITUDE, s.position().latitude())
                .set(SCHOOL.LONGITUDE, s.position().longitude()).set(SCHOOL.RADIUS_M, s.position().radiusMeters())
                .set(SCHOOL.BOUNDARY, json(s.position().boundary())).set(SCHOOL.DESK_CODE, s.deskCode()).execute();
    }

    void position(UUID id, Position position) {
        db.update(SCHOOL).set(SCHOOL.LATITUDE, position.latitude()).set(SCHOOL.LONGITUDE, position.longitude())
                .set(SCHOOL.RADIUS_M, position.radiusMeters()).set(SCHOOL.BOUNDARY, json(position.boundary()))
                .where(SCHOOL.ID.eq(id)).execute();
    }

    void details(UUID id, SchoolDetails d) {
        db.update(SCHOOL).set(SCHOOL.NAME, d.name()).set(SCHOOL.NCES_ID, d.ncesId()).set(SCHOOL.STATE_ID, d.stateId())
                .set(SCHOOL.STATUS, d.status())
                .set(SCHOOL.LEVEL, d.level().name()).set(SCHOOL.LOW_GRADE, d.lowGrade())
                .set(SCHOOL.HIGH_GRADE, d.highGrade())
                .set(SCHOOL.ENROLLMENT, d.enrollment()).set(SCHOOL.STREET, d.street()).set(SCHOOL.CITY, d.city())
                .set(SCHOOL.STATE, d.state())
                .set(SCHOOL.ZIP, d.zip()).set(SCHOOL.PHONE, d.phone()).set(SCHOOL.LOCALE, d.locale())
                .set(SCHOOL.ZONE, d.zone().getId())
                .where(SCHOOL.ID.eq(id)).execute();
    }

    boolean isKnown(String ncesId, UUID besides) {
        return db.fetchExists(SCHOOL, SCHOOL.NCES_ID.eq(ncesId).and(SCHOOL.ID.ne(besides)));
    }

    void renameBuilding(UUID id, String name) {
        db.update(BUILDING).set(BUILDING.NAME, name).where(BUILDING.ID.eq(id)).execute();
    }

    void removeBuilding(UUID id) {
        db.deleteFrom(BUILDING).where(BUILDING.ID.eq(id)).execute();
    }

    void changeRoom(UUID id, String name, String floor) {
        db.update(ROOM).set(ROOM.NAME, name).set(ROOM.FLOOR, floor).where(ROOM.ID.eq(id)).execute();
    }

    void removeRoom(UUID id) {
        db.deleteFrom(ROOM).where(ROOM.ID.eq(id)).execute();
    }

    void deskCode(UUID id, String code) {
        db.update(SCHOOL).set(SCHOOL.DESK_CODE, code).where(SCHOOL.ID.eq(id)).execute();
    }

    void archived(UUID id, @Nullable Instant at) {
        db.update(SCHOOL).set(SCHOOL.ARCHIVED_AT, at).where(SCHOOL.ID.eq(id)).execute();
    }

    void addBuilding(School school, UUID id, String name) {
        db.insertInto(BUILDING).set(BUILDING.AGENCY_ID, school.agencyId()).set(BUILDING.ID, id)
                .set(BUILDING.DISTRICT_ID, school.districtId())
                .set(BUILDING.SCHOOL_ID, school.id()).set(BUILDING.NAME, name).execute();
    }

    void addRoom(School school, UUID building, UUID id, String name, String floor, @Nullable Integer capacity) {
        db.insertInto(ROOM).set(ROOM.AGENCY_ID, school.agencyId()).set(ROOM.ID, id)
                .set(ROOM.DISTRICT_ID, school.districtId())
                .set(ROOM.BUILDING_ID, building).set(ROOM.NAME, name).set(ROOM.FLOOR, floor)
                .set(ROOM.CAPACITY, capacity).execute();
    }

    private List<Building> buildings(UUID school) {
        var rooms = db.select(ROOM).from(ROOM).join(BUILDING).on(BUILDING.ID.eq(ROOM.BUILDING_ID))
                .where(BUILDING.SCHOOL_ID.eq(school))
                .orderBy(ROOM.FLOOR, ROOM.NAME).fetch(org.jooq.Record1::value1).stream()
                .collect(Collectors.groupingBy(r -> r.getBuildingId(),
                        Collectors.mapping(r -> new Room(r.getId(), r.getName(), r.getFloor(), r.getCapacity()),
                                Collectors.toList())));
        return db.selectFrom(BUILDING).where(BUILDING.SCHOOL_ID.eq(school)).orderBy(BUILDING.NAME)
                .fetch(b -> new Building(b.getId(), b.getName(), rooms.getOrDefault(b.getId(), List.of())));
    }

    private static School school(SchoolRecord r, List<Building> buildings) {
        var position = new Position(r.getLatitude(), r.getLongitude(), r.getRadiusM(), corners(r.getBoundary()));
        return new School(r.getId(), r.getAgencyId(), r.getDistrictId(), r.getName(), r.getNcesId(), r.getStateId(),
                r.getKind(), r.getStatus(),
                r.getLowGrade(), r.getHighGrade(), SchoolLevel.valueOf(r.getLevel()), r.getEnrollment(), r.getStreet(),
                r.getCity(), r.getState(),
                r.getZip(), r.getCounty(), r.getPhone(), r.getLocale(), ZoneId.of(r.getZone()), position,
                r.getDeskCode(), r.getArchivedAt(), buildings);
    }

    private static List<Corner> corners(@Nullable JSONB boundary) {
        if (boundary == null) return List.of();
        return CORNER.matcher(boundary.data()).results()
                .map(m -> new Corner(Double.parseDouble(m.group(1)), Double.parseDouble(m.group(2)))).toList();
    }

    private static @Nullable JSONB json(List<Corner> boundary) {
        if (boundary.isEmpty()) return null;
        return JSONB.valueOf(boundary.stream().map(c -> "[" + c.latitude() + "," + c.longitude() + "]")
                .collect(Collectors.joining(",", "[", "]")));
    }
}
