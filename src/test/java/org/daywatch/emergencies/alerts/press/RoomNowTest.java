package org.daywatch.emergencies.alerts.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.rosters.ClassRosters.Taught;
import org.daywatch.directory.sites.School.Room;
import org.junit.jupiter.api.Test;

class RoomNowTest {

    private static final Room GYM = new Room(new UUID(1, 1), "Gym", "1", null);
    private static final Room LAB = new Room(new UUID(1, 2), "Room 104", "1", null);
    private static final Room HOME = new Room(new UUID(1, 3), "Room 12", "1", null);
    private static final List<Room> ROOMS = List.of(GYM, LAB, HOME);
    private static final Taught SPORTS = new Taught("Gym", List.of("1"));
    private static final Taught CHEMISTRY = new Taught("104", List.of("3", "4"));
    private static final Taught HOMEROOM = new Taught("Room 12", List.of());

    @Test
    void theLessonThatIsOnSaysTheRoomWhateverElseSomebodyTeaches() {
        assertThat(RoomNow.room(List.of(SPORTS, CHEMISTRY, HOMEROOM), Set.of("1"), ROOMS)).contains(GYM.id());
        assertThat(RoomNow.room(List.of(SPORTS, CHEMISTRY, HOMEROOM), Set.of("4"), ROOMS)).contains(LAB.id());
    }

    @Test
    void withoutALessonTheyAreInTheirHomeroomOrInTheOneRoomInWhichTheyTeach() {
        assertThat(RoomNow.room(List.of(SPORTS, CHEMISTRY, HOMEROOM), Set.of("2"), ROOMS)).contains(HOME.id());
        assertThat(RoomNow.room(List.of(CHEMISTRY), Set.of(), ROOMS)).contains(LAB.id());
    }

    @Test
    void nothingIsGuessedBetweenTwoRooms() {
        assertThat(RoomNow.room(List.of(SPORTS, CHEMISTRY), Set.of("2"), ROOMS)).isEmpty();
        assertThat(RoomNow.room(List.of(SPORTS, new Taught("104", List.of("1"))), Set.of("1"), ROOMS)).isEmpty();
        assertThat(RoomNow.room(List.of(new Taught("", List.of("1"))), Set.of("1"), ROOMS)).isEmpty();
        assertThat(RoomNow.room(List.of(new Taught("Pool", List.of("1"))), Set.of("1"), ROOMS)).isEmpty();
    }
}
