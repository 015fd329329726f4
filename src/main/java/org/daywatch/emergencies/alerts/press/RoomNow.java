package org.daywatch.emergencies.alerts.press;

import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.directory.Campus;
import org.daywatch.directory.rosters.ClassPeriod;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.directory.rosters.ClassRosters.Taught;
import org.daywatch.directory.sites.School.Room;
import org.daywatch.directory.sites.SchoolRooms;
import org.springframework.stereotype.Component;

/** In which room somebody is by the timetable: where whoever comes to help goes first. */
@Component
public class RoomNow {

    private final ClassRosters rosters;
    private final Clock clock;

    RoomNow(ClassRosters rosters, Clock clock) {
        this.rosters = rosters;
        this.clock = clock;
    }

    /** Empty where no class of theirs meets now, two meet in different rooms, or the list of rooms has no such room. */
    Optional<UUID> of(UUID person, Campus school, List<Room> rooms) {
        var day = throughTheDay(person, school, rooms);
        var now = day.floorEntry(clock.instant().atZone(school.zone()).toLocalTime());
        return now == null ? Optional.empty() : now.getValue();
    }

    /**
     * The same for the whole day, for a page that stays open and a phone without a connection: where they are from each
     * time on by the school's clock. Without an entry where they teach no class of the school.
     */
    public NavigableMap<LocalTime, Optional<UUID>> throughTheDay(UUID person, Campus school, List<Room> rooms) {
        var taught = rooms.isEmpty()
                ? List.<Taught>of()
                : rosters.emailOf(person).map(email -> rosters.taughtBy(school.id(), email)).orElse(List.of());
        var day = new TreeMap<LocalTime, Optional<UUID>>();
        if (taught.isEmpty()) return day;
        var periods = rosters.periods(school.id());
        Stream.concat(Stream.of(LocalTime.MIN), periods.stream().flatMap(p -> Stream.of(p.begins(), p.ends())))
                .forEach(time -> day.put(time, room(taught, periods.stream().filter(p -> p.at(time))
                        .map(ClassPeriod::name).collect(Collectors.toSet()), rooms)));
        return day;
    }

    /** Of the lesson that is on, else of their homeroom, else the one in which they teach everything. */
    static Optional<UUID> room(List<Taught> taught, Set<String> on, List<Room> rooms) {
        return Stream.<Predicate<Taught>>of(
                lesson -> lesson.periods().stream().anyMatch(on::contains), lesson -> lesson.periods().isEmpty(),
                lesson -> true)
                .map(kind -> taught.stream().filter(kind).map(Taught::room).filter(room -> !room.isBlank()).distinct()
                        .toList())
                .filter(here -> !here.isEmpty()).findFirst().filter(here -> here.size() == 1)
                .flatMap(here -> SchoolRooms.named(here.getFirst(), rooms)).map(Room::id);
    }
}
