package org.daywatch.house;

import org.daywatch.Daywatch;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class WallsTest {

    private final ApplicationModules rooms = ApplicationModules.of(Daywatch.class);

    @Test
    void noRoomReachesIntoAnotherOrSideways() {
        rooms.verify();
    }

    @Test
    void thePictureOfTheRoomsIsDrawnFromTheCode() {
        new Documenter(rooms, Documenter.Options.defaults().withOutputFolder("target/modules")).writeModulesAsPlantUml();
    }
}
