package org.daywatch.emergencies.floorplans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.sites.School.Room;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.floorplans.LiveRooms.LiveRoom;
import org.daywatch.emergencies.floorplans.LiveRooms.Pressed;
import org.daywatch.emergencies.floorplans.LiveRooms.Said;
import org.daywatch.emergencies.floorplans.LiveRooms.State;
import org.junit.jupiter.api.Test;

/** What a floor plan shows of each room while an alert goes on. */
class LiveRoomsTest {

    private static final Instant NOON = Instant.parse("2026-08-11T19:00:00Z");
    private static final Room ROOM_12 = room("Room 12");
    private static final Room ROOM_14 = room("Room 14");
    private static final Room GYM = room("Gym");
    private static final List<Room> ALL = List.of(GYM, ROOM_12, ROOM_14);

    @Test
    void aRoomNobodySpokeOfIsUnknownAndNeverSecure() {
        var rooms = live(ProtocolAction.LOCKDOWN, Set.of(), List.of(), List.of(new Said("12", null, false)));
        assertThat(rooms.rooms()).extracting(LiveRoom::state).containsOnly(State.UNKNOWN);
        assertThat(rooms.counts()).isEqualTo(Map.of(State.UNKNOWN, 3L));
    }

    @Test
    void aRoomIsWhatItsClassSaidOfItAsTheRosterNamesIt() {
        var rooms = live(ProtocolAction.LOCKDOWN, Set.of(), List.of(),
                List.of(new Said("12", true, false), new Said("Room 14", false, false), new Said("gym", true, true)));
        assertThat(rooms.rooms()).extracting(LiveRoom::state).containsExactly(State.HELP, State.SECURE,
                State.NOT_SECURE);
    }

    @Test
    void ofTwoClassesInOneRoomTheWorseWordCountsAndSilenceIsNone() {
        assertThat(of("12", new Said("12", true, false), new Said("Room 12", null, true))).isEqualTo(State.HELP);
        assertThat(of("12", new Said("12", false, false), new Said("12", true, false))).isEqualTo(State.NOT_SECURE);
        assertThat(of("12", new Said("12", true, false), new Said("12", null, false))).isEqualTo(State.SECURE);
    }

    @Test
    void aReleasedRoomIsReleasedButWhoeverNeedsHelpThereIsNotForgotten() {
        var rooms = live(ProtocolAction.LOCKDOWN, Set.of(ROOM_12.id(), GYM.id()), List.of(),
                List.of(new Said("12", true, false), new Said("Gym", true, true)));
        assertThat(rooms.rooms()).extracting(LiveRoom::state).containsExactly(State.HELP, State.RELEASED,
                State.UNKNOWN);
        assertThat(rooms.rooms()).extracting(LiveRoom::released).containsExactly(true, true, false);
    }

    @Test
    void whereItWasPressedStandsWithTheFirstTimeAndAPlaceOffTheListBesideIt() {
        var rooms = live(ProtocolAction.LOCKDOWN, Set.of(),
                List.of(new Pressed(ROOM_14.id(), "Room 14", NOON.plusSeconds(9)), new Pressed(null, "Gym", NOON),
                        new Pressed(ROOM_14.id(), "Room 14", NOON.plusSeconds(3)), new Pressed(null, "Bus 7", NOON),
                        new Pressed(null, "", NOON)),
                List.of());
        assertThat(rooms.pressed()).extracting(LiveRoom::name).containsExactly("Gym", "Room 14");
        assertThat(rooms.pressed().getLast().pressedAt()).isEqualTo(NOON.plusSeconds(3));
        assertThat(rooms.elsewhere()).containsExactly("Bus 7");
    }

    @Test
    void inACallForHelpOnlyTheRoomThatCalledIsKnown() {
        var rooms = live(ProtocolAction.HELP_MEDICAL, Set.of(), List.of(new Pressed(ROOM_12.id(), "Room 12", NOON)),
                List.of());
        assertThat(rooms.asked()).isFalse();
        assertThat(rooms.listed()).extracting(LiveRoom::name, LiveRoom::state)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Room 12", State.HELP));
    }

    private static State of(String room, Said... said) {
        return live(ProtocolAction.LOCKDOWN, Set.of(), List.of(), List.of(said)).rooms().stream()
                .filter(one -> one.name().endsWith(room)).findFirst().orElseThrow().state();
    }

    private static LiveRooms live(ProtocolAction action, Set<UUID> released, List<Pressed> pressed, List<Said> said) {
        var state = released.isEmpty()
                ? new Alert.State.Active(NOON, null)
                : new Alert.State.Releasing(NOON, released, null);
        var alert = new Alert(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(),
                AlertStatus.ACTUAL, action, "", "", "Ana Cruz", NOON, state, Map.of(), 1, 1);
        return LiveRooms.of(alert, ALL, pressed, said);
    }

    private static Room room(String name) {
        return new Room(UUID.randomUUID(), name, "1", null);
    }
}
