package org.daywatch.emergencies.alerts;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.lane.LaneProof;
import tools.jackson.databind.json.JsonMapper;

/** An alert in the very words that screens get, signed as the application signs it: for measuring what it costs. */
public final class SealedForTests {

    private final AlertText text;

    /** With a key of its own. */
    public SealedForTests(Path folder) {
        this(new AlertText(new AlertSeal("", folder), JsonMapper.builder().build()));
    }

    public SealedForTests(AlertText text) {
        this.text = text;
    }

    /** @return one line, at the school of {@link LaneProof} */
    public String raised(UUID alert) {
        var now = Instant.now();
        return text.of(
                new Alert(LaneProof.AGENCY, alert, LaneProof.DISTRICT, LaneProof.SCHOOL, AlertStatus.EXERCISE,
                        ProtocolAction.LOCKDOWN, "", "Room 12", "Robin Alder", now,
                        new Alert.State.Active(now, null), Map.of(), 1, 1),
                new AlertText.School("Lane School", "America/Phoenix"), 1);
    }
}
