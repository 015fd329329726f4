package org.daywatch.emergencies.accountability;

import static org.daywatch_db.emergencies.Tables.ROLL_PERSON;
import static org.daywatch_db.emergencies.Tables.ROLL_PLACE;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.rosters.ClassGroup.RosterPerson;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.directory.visitors.Visitors;
import org.daywatch.directory.visitors.VisitorStore;
import org.daywatch.emergencies.accountability.AlertsAtSchool.Raised;
import org.daywatch.emergencies.accountability.RollCall.Kind;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.staffing.OnDuty;
import org.daywatch_db.emergencies.tables.records.RollPersonRecord;
import org.daywatch_db.emergencies.tables.records.RollPlaceRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who ought to be in a school at a moment: students by the class that meets, staff, today's visitors, officers on post.
 */
@Component
class ExpectedPeople {

    private final ClassRosters rosters;
    private final Visitors visitors;
    private final VisitorStore storedVisitors;
    private final OnDuty onDuty;
    private final Campuses campuses;

    ExpectedPeople(ClassRosters rosters, Visitors visitors, VisitorStore storedVisitors, OnDuty onDuty,
            Campuses campuses) {
        this.rosters = rosters;
        this.visitors = visitors;
        this.storedVisitors = storedVisitors;
        this.onDuty = onDuty;
        this.campuses = campuses;
    }

    record Listed(List<RollPlaceRecord> places, List<RollPersonRecord> people) {}

    Listed at(Raised alert, UUID call) {
        var school = campuses.find(alert.schoolId()).orElseThrow();
        var listed = new Listed(new ArrayList<>(), new ArrayList<>());
        Set<UUID> seen = new HashSet<>();
        for (var group : rosters.meeting(school, alert.at().atZone(school.zone()).toLocalTime())) {
            var place = ROLL_PLACE.newRecord();
            place.setDistrictId(alert.districtId());
            place.setId(Ids.next());
            place.setCallId(call);
            place.setClassId(group.id());
            place.setTitle(group.title());
            place.setRoom(group.room());
            place.setAdults(group.adults().stream().map(RosterPerson::name).collect(Collectors.joining("; ")));
            place.setAdultEmails(
                    group.adults().stream().map(RosterPerson::email).filter(e -> !e.isEmpty()).toArray(String[]::new));
            listed.places().add(place);
            group.students().stream().filter(p -> seen.add(p.id())).forEach(p -> listed.people()
                    .add(person(alert, call, place.getId(), Kind.STUDENT, p.id(), p.name(), p.email())));
        }
        rosters.students(school.id()).stream().filter(p -> seen.add(p.id())).forEach(
                p -> listed.people().add(person(alert, call, null, Kind.STUDENT, p.id(), p.name(), p.email())));
        rosters.staff(school.id()).stream().filter(p -> seen.add(p.id()))
                .forEach(p -> listed.people().add(person(alert, call, null, Kind.STAFF, p.id(), p.name(), p.email())));
        storedVisitors.here(school.id())
                .forEach(v -> listed.people().add(person(alert, call, null, Kind.VISITOR, v.id(), v.name(), "")));
        onDuty.at(school.id())
                .forEach(o -> listed.people().add(person(alert, call, null, Kind.OFFICER, o.person(), o.name(), "")));
        return listed;
    }

    private static RollPersonRecord person(Raised alert, UUID call, @Nullable UUID place, Kind kind, UUID id,
            String name, String email) {
        var row = ROLL_PERSON.newRecord();
        row.setDistrictId(alert.districtId());
        row.setId(Ids.next());
        row.setCallId(call);
        row.setPlaceId(place);
        row.setKind(kind.name());
        row.setPersonId(id);
        row.setName(name);
        row.setEmail(email);
        return row;
    }
}
