package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.daywatch.Daywatch;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class WallsTest {

    /** Read once for all tests: it takes every class of the application. */
    private static final ApplicationModules ROOMS = ApplicationModules.of(Daywatch.class);

    @Test
    void noRoomReachesIntoAnotherOrSideways() {
        ROOMS.verify();
    }

    /** They stand in a file, so that a start need not read every class to learn them. */
    @Test
    void theRoomsTheApplicationStartsWithAreThoseOfTheCode() throws IOException {
        var file = Files.readString(Path.of("src/main/resources/META-INF/spring-modulith/application-modules.json"));
        var named = Pattern.compile("\"(\\w+)\": \\{").matcher(file).results().map(found -> found.group(1)).toList();
        assertThat(named).containsExactlyInAnyOrderElementsOf(
                ROOMS.stream().map(room -> room.getIdentifier().toString()).toList());
    }
}
