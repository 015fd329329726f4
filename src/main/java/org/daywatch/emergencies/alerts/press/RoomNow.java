package org.daywatch.emergencies.alerts.press;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.rosters.ClassGroup;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.directory.sites.School.Room;
import org.daywatch.directory.sites.SchoolRooms;
import org.springframework.stereotype.Component;

/** In which room somebody is by the timetable: where whoever comes to help goes first. */
@Component
class RoomNow {

    private final ClassRosters rosters;
    private final Clock clock;

    RoomNow(ClassRosters rosters, Clock clock) {
        this.rosters = rosters;
        this.clock = clock;
    }

    /** Empty where no class of theirs meets now, two meet in different rooms, or the list of rooms has no such room. */
    Optional<UUID> of(UUID person, Campus school, List<Room> rooms) {
        var email = rooms.isEmpty() ? Optional.<String>empty() : rosters.emailOf(person);
        if (email.isEmpty()) return Optional.empty();
        var time = clock.instant().atZone(school.zone()).toLocalTime();
        var here = rosters.meeting(school, time).stream()
                .filter(group -> group.adults().stream().anyMatch(adult -> adult.email().equalsIgnoreCase(email.get())))
                .map(ClassGroup::room).filter(room -> !room.isBlank()).distinct().toList();
        return here.size() == 1 ? SchoolRooms.named(here.getFirst(), rooms).map(Room::id) : Optional.empty();
    }
}
