package org.daywatch.emergencies.lane.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.daywatch.platform.web.kit.Chip.Tone;
import org.junit.jupiter.api.Test;

class LaneSignsTest {

    @Test
    void whoRunsTheHouseIsWarnedWhileAFifthOfTheDiskIsStillFree() {
        assertThat(LaneSigns.disk(79, 80).tone()).isEqualTo(Tone.GOOD);
        assertThat(LaneSigns.disk(80, 80).tone()).isEqualTo(Tone.WARN);
        assertThat(LaneSigns.disk(97, 80)).extracting(sign -> sign.figure()).isEqualTo("97%");
    }
}
