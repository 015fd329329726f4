package org.daywatch.directory.sites;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.DirectoryEvent.SchoolChanged;
import org.daywatch.directory.DirectoryRefusal;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.sites.School.Building;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.persistence.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What can be done to a school by hand. Lists come in by import. */
@Component
@Transactional
public class Schools {

    private final SchoolStore schools;
    private final Organizations organizations;
    private final Facts facts;
    private final Clock clock;

    Schools(SchoolStore schools, Organizations organizations, Facts facts, Clock clock) {
        this.schools = schools;
        this.organizations = organizations;
        this.facts = facts;
        this.clock = clock;
    }

    /** A school that no list knows yet. */
    public record NewSchool(UUID districtId, String name, SchoolLevel level, String lowGrade, String highGrade,
            @Nullable Integer enrollment,
            String street, String city, String state, String zip, String phone, ZoneId zone) {

        public NewSchool {
            if (name.isBlank()) throw new InvalidInput("name", name, "schools.wrong.name");
            if (!state.matches("[A-Z]{2}")) throw new InvalidInput("state", state, "schools.wrong.state");
        }
    }

    public UUID add(NewSchool asked) {
        var agency = organizations.find(asked.districtId()).map(o -> o.parent())
                .orElseThrow(() -> new NotFound("district " + asked.districtId()));
        var school = new School(Ids.next(), agency, asked.districtId(), asked.name().strip(), null, null, "Regular",
                "Open", told(asked.lowGrade()),
                told(asked.highGrade()), asked.level(), asked.enrollment(), asked.street(), asked.city(), asked.state(),
                asked.zip(), null,
                asked.phone(), null, asked.zone(), new Position(null, null, Position.USUAL_RADIUS, List.of()),
                DeskCode.next(), null, List.of());
        schools.insert(school);
        tell(school, "added");
        return school.id();
    }

    private static @Nullable String told(String text) {
        return text.isBlank() ? null : text.strip();
    }

    public void locate(UUID id, Position position) {
        var school = open(id);
        schools.position(id, position);
        tell(school, "position");
    }

    public void details(UUID id, SchoolDetails details) {
        var school = open(id);
        if (details.ncesId() != null && schools.isKnown(details.ncesId(), id)) {
            throw new InvalidInput("ncesId", details.ncesId(), "schools.wrong.nces.taken");
        }
        schools.details(id, details);
        tell(school, "details");
    }

    @Transactional(readOnly = true)
    public School get(UUID id) {
        return schools.get(id);
    }

    /** The school of a national number that is not archived, among those whoever is bound may see. */
    @Transactional(readOnly = true)
    public Optional<School> findByNces(String ncesId) {
        return schools.findByNces(ncesId).filter(s -> s.archivedAt() == null);
    }

    /** The old code stops working at once; the new one must be printed and put up. */
    public void renewDeskCode(UUID id) {
        var school = open(id);
        schools.deskCode(id, DeskCode.next());
        tell(school, "desk code");
    }

    public UUID addBuilding(UUID id, String name) {
        var school = open(id);
        if (name.isBlank()) throw new InvalidInput("name", name, "schools.wrong.building");
        var building = Ids.next();
        schools.addBuilding(school, building, name.strip());
        tell(school, "buildings");
        return building;
    }

    public UUID addRoom(UUID id, UUID building, String name, String floor, @Nullable Integer capacity) {
        var school = open(id);
        if (school.buildings().stream().noneMatch(b -> b.id().equals(building)))
            throw new NotFound("building " + building);
        if (name.isBlank()) throw new InvalidInput("name", name, "schools.wrong.room");
        var room = Ids.next();
        schools.addRoom(school, building, room, name.strip(), floor.strip(), capacity);
        tell(school, "rooms");
        return room;
    }

    void renameBuilding(UUID id, UUID building, String name) {
        var school = open(id);
        building(school, building);
        if (name.isBlank()) throw new InvalidInput("name", name, "schools.wrong.building");
        schools.renameBuilding(building, name.strip());
        tell(school, "buildings");
    }

    /** Only an empty one, so that no room goes unnoticed. */
    void removeBuilding(UUID id, UUID building) {
        var school = open(id);
        if (!building(school, building).rooms().isEmpty()) throw new Refused(DirectoryRefusal.BUILDING_HAS_ROOMS);
        schools.removeBuilding(building);
        tell(school, "buildings");
    }

    void changeRoom(UUID id, UUID room, String name, String floor) {
        var school = open(id);
        room(school, room);
        if (name.isBlank()) throw new InvalidInput("name", name, "schools.wrong.room");
        schools.changeRoom(room, name.strip(), floor.strip());
        tell(school, "rooms");
    }

    void removeRoom(UUID id, UUID room) {
        var school = open(id);
        room(school, room);
        schools.removeRoom(room);
        tell(school, "rooms");
    }

    private static Building building(School school, UUID id) {
        return school.buildings().stream().filter(b -> b.id().equals(id)).findFirst()
                .orElseThrow(() -> new NotFound("building " + id));
    }

    private static void room(School school, UUID id) {
        if (school.buildings().stream().flatMap(b -> b.rooms().stream()).noneMatch(r -> r.id().equals(id)))
            throw new NotFound("room " + id);
    }

    /** The past stays readable, nothing new can be planned; {@link #restore} takes it back. */
    void archive(UUID id, String reason) {
        var school = open(id);
        schools.archived(id, clock.instant());
        tell(school, "archived: " + reason(reason));
    }

    void restore(UUID id, String reason) {
        var school = schools.get(id);
        if (school.archivedAt() == null) throw new Refused(DirectoryRefusal.SCHOOL_NOT_ARCHIVED);
        schools.archived(id, null);
        tell(school, "restored: " + reason(reason));
    }

    private static String reason(String text) {
        int length = text.strip().length();
        if (length < 5 || length > 300) throw new InvalidInput("reason", text, "schools.wrong.reason");
        return text.strip();
    }

    private School open(UUID id) {
        var school = schools.get(id);
        if (school.archivedAt() != null) throw new Refused(DirectoryRefusal.SCHOOL_ARCHIVED);
        return school;
    }

    private void tell(School school, String what) {
        facts.tell(new SchoolChanged(school.agencyId(), school.id(), clock.instant(), school.districtId(), what));
    }
}
