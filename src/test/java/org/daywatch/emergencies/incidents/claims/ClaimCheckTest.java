package org.daywatch.emergencies.incidents.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.sites.School.Room;
import org.daywatch.emergencies.incidents.claims.ClaimCheck.Answer;
import org.daywatch.emergencies.incidents.claims.ClaimCheck.Bells;
import org.daywatch.emergencies.incidents.claims.ClaimCheck.Sign;
import org.junit.jupiter.api.Test;

class ClaimCheckTest {

    private static final Room R101 = new Room(new UUID(1, 101), "Room 101", "1", null);
    private static final Room R104 = new Room(new UUID(1, 104), "Room 104", "1", null);
    private static final Room GYM = new Room(new UUID(1, 1), "Gym", "1", null);
    private static final List<Room> ROOMS = List.of(GYM, R101, R104);
    private static final Optional<Bells> BELLS = Optional.of(new Bells(LocalTime.of(8, 0), LocalTime.of(15, 0)));
    private static final LocalTime TEN = LocalTime.of(10, 0);

    @Test
    void aRoomThatDoesNotExistIsSaidWithTheNearest() {
        assertThat(ClaimCheck.findings("room 219", ROOMS, BELLS, TEN, List.of())).containsExactly(
                "ROOM_UNKNOWN|room 219", "NEAR|Room 104", "NEAR|Room 101", "IN_SESSION", "NOBODY_HAS_PRESSED");
    }

    @Test
    void aRoomIsFoundHoweverTheCallerSaysIt() {
        for (String said : List.of("101", "Room 101", "rm. 101", "room number 101", " ROOM 101 ", "Aula 101")) {
            assertThat(ClaimCheck.findings(said, ROOMS, BELLS, TEN, List.of()).getFirst()).as(said)
                    .isEqualTo("ROOM_EXISTS|Room 101");
        }
        assertThat(ClaimCheck.findings("1011", ROOMS, BELLS, TEN, List.of()).getFirst()).isEqualTo("ROOM_UNKNOWN|1011");
    }

    @Test
    void pressesFromTheRoomAndFromElsewhereAreToldApart() {
        var signs = List.of(new Sign(R101.id(), Instant.EPOCH), new Sign(R101.id(), Instant.EPOCH),
                new Sign(GYM.id(), Instant.EPOCH));
        assertThat(ClaimCheck.findings("101", ROOMS, BELLS, TEN, signs)).contains("PRESSED_IN_ROOM|2");
        assertThat(ClaimCheck.findings("104", ROOMS, BELLS, TEN, signs)).contains("PRESSED_ELSEWHERE|3");
        assertThat(ClaimCheck.findings("219", ROOMS, BELLS, TEN, signs)).contains("PRESSED_ELSEWHERE|3");
    }

    @Test
    void theTimetableIsAskedToo() {
        assertThat(ClaimCheck.findings("101", ROOMS, BELLS, LocalTime.of(7, 0), List.of()))
                .contains("BEFORE_SCHOOL|08:00");
        assertThat(ClaimCheck.findings("101", ROOMS, BELLS, LocalTime.of(18, 0), List.of()))
                .contains("AFTER_SCHOOL|15:00");
        assertThat(ClaimCheck.findings("101", ROOMS, Optional.empty(), TEN, List.of())).contains("NO_SCHOOL_TODAY");
    }

    @Test
    void whatCannotBeCheckedIsNotClaimed() {
        assertThat(ClaimCheck.findings("", ROOMS, BELLS, TEN, List.of()).getFirst()).isEqualTo("NO_ROOM_NAMED");
        assertThat(ClaimCheck.findings("219", List.of(), BELLS, TEN, List.of()).getFirst())
                .isEqualTo("NO_LIST_OF_ROOMS");
    }

    @Test
    void whatTheAdultsOfTheRoomSaidIsHeldBesideIt() {
        assertThat(ClaimCheck.adults(List.of(Answer.of("SAFE"), Answer.of("ACKNOWLEDGED"), Answer.of("SEEN")),
                List.of(true)))
                .containsExactly("ADULT_SAFE|1", "ADULT_ACKNOWLEDGED|1", "ADULT_SILENT|1", "ROOM_SECURED");
        assertThat(ClaimCheck.adults(List.of(Answer.of("NEEDS_HELP"), Answer.of("NOT_REACHED")), List.of(false)))
                .as("help first").containsExactly("ADULT_NEEDS_HELP|1", "ADULT_SILENT|1", "ROOM_NOT_SECURED");
        assertThat(ClaimCheck.adults(List.of(), List.of())).containsExactly("NO_ADULT_KNOWN");
    }
}
