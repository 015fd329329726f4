package org.daywatch.emergencies.floorplans;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.plans.SitePlan;
import org.daywatch.directory.sites.School.Room;
import org.daywatch.directory.sites.SchoolRooms;
import org.daywatch.emergencies.alerts.Alert;
import org.jspecify.annotations.Nullable;

/**
 * The rooms of a school during one alert, as they were last reported; a pure function. It speaks of rooms and names
 * nobody.
 *
 * @param rooms in the order of the school's list, which does not change while a finger is on its way
 * @param elsewhere from where it was pressed too, which is no room of the list
 * @param asked whether rooms answer in this alert; in a call for help nobody asks them
 */
public record LiveRooms(List<LiveRoom> rooms, List<String> elsewhere, boolean asked) {

    /** Worst first. */
    public enum State { HELP, NOT_SECURE, UNKNOWN, SECURE, RELEASED }

    /** @param pressedAt when it was pressed from there first; null: it was not */
    public record LiveRoom(UUID id, String name, State state, boolean released, @Nullable Instant pressedAt) {}

    /** @param room of the school's list, or null. @param place as it was said then */
    record Pressed(@Nullable UUID room, String place, Instant at) {}

    /**
     * What one class said of the room it is in, as the roster names that.
     *
     * @param secured null: nothing was said. @param help somebody there is hurt or needs help
     */
    record Said(String room, @Nullable Boolean secured, boolean help) {}

    static LiveRooms of(Alert alert, List<Room> list, List<Pressed> presses, List<Said> said) {
        Map<UUID, Instant> pressed = new HashMap<>();
        var elsewhere = new ArrayList<String>();
        for (var press : presses) {
            var room = list.stream().filter(one -> one.id().equals(press.room)).findFirst()
                    .or(() -> SchoolRooms.named(press.place, list));
            if (room.isPresent())
                pressed.merge(room.get().id(), press.at, (one, other) -> one.isBefore(other) ? one : other);
            else
                if (!press.place.isBlank()) elsewhere.add(press.place);
        }
        Map<UUID, State> states = new HashMap<>();
        for (var one : said)
            SchoolRooms.named(one.room, list)
                    .ifPresent(room -> states.merge(room.id(), state(one), LiveRooms::worse));
        var rooms = list.stream().map(room -> {
            boolean released = alert.released().contains(room.id());
            var state = states.getOrDefault(room.id(), State.UNKNOWN);
            if (alert.action().help() && pressed.containsKey(room.id())) state = State.HELP;
            return new LiveRoom(room.id(), room.name(), released && state != State.HELP ? State.RELEASED : state,
                    released, pressed.get(room.id()));
        }).toList();
        return new LiveRooms(rooms, elsewhere.stream().distinct().toList(), !alert.action().help());
    }

    private static State state(Said said) {
        if (said.help) return State.HELP;
        return said.secured == null ? State.UNKNOWN : said.secured ? State.SECURE : State.NOT_SECURE;
    }

    /** Of two classes in one room the one that is worse off counts; nothing said is no word against the other. */
    private static State worse(State one, State other) {
        if (one == State.UNKNOWN) return other;
        if (other == State.UNKNOWN) return one;
        return one.compareTo(other) < 0 ? one : other;
    }

    private Optional<LiveRoom> at(SitePlan.Mark mark) {
        return rooms.stream().filter(room -> room.id().equals(mark.roomId())).findFirst();
    }

    /** What stands on a plan beside its rooms: doors, keys and the like. */
    public List<SitePlan.Mark> others(SitePlan.Sheet sheet) {
        return sheet.marks().stream().filter(mark -> at(mark).isEmpty()).toList();
    }

    /** A room where it stands on a plan. */
    public record Drawn(LiveRoom room, SitePlan.Mark mark) {}

    public List<Drawn> on(SitePlan.Sheet sheet) {
        return sheet.marks().stream().flatMap(mark -> at(mark).stream().map(room -> new Drawn(room, mark))).toList();
    }

    /** How many rooms are in each state in which there are any, worst first. */
    public Map<State, Long> counts() {
        var counts = new java.util.EnumMap<State, Long>(State.class);
        rooms.forEach(room -> counts.merge(room.state, 1L, Long::sum));
        return counts;
    }

    /** Rooms that stand on none of these plans. */
    public List<LiveRoom> unmarked(List<SitePlan.Sheet> sheets) {
        return rooms.stream().filter(room -> sheets.stream().noneMatch(sheet -> sheet.shows(room.id()))).toList();
    }

    /** Those of a call for help are not asked: only where it was pressed is known. */
    public List<LiveRoom> listed() {
        return asked ? rooms : rooms.stream().filter(room -> room.pressedAt != null).toList();
    }

    /** From where it was pressed, in the order of time. */
    public List<LiveRoom> pressed() {
        return rooms.stream().filter(room -> room.pressedAt != null)
                .sorted(Comparator.comparing(LiveRoom::pressedAt)).toList();
    }

    /** The parts of a page that change with it, wherever they stand. */
    public static String beside(List<SitePlan.Sheet> sheets) {
        return "#floor-list" + sheets.stream().map(sheet -> ",#floor-marks-" + sheet.plan().id())
                .collect(Collectors.joining());
    }

    public static List<State> states() {
        return Arrays.asList(State.values());
    }
}
