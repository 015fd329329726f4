package org.daywatch.emergencies.lane;

import java.nio.file.Path;
import java.time.Duration;

/** The lane's settings as shipped, on any free port. */
public final class LaneSettingsForTests {

    private LaneSettingsForTests() {}

    public static LaneSettings in(Path folder) {
        return new LaneSettings(true, 0, "", folder.resolve("lane").toString(), "", 1 << 22, 0, Duration.ofHours(12), 0,
                12, Duration.ofSeconds(15), "", 90, 0);
    }
}
