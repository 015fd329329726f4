package org.daywatch.prevention.patterns;

import java.time.Instant;
import java.time.ZoneOffset;
import org.daywatch.platform.retention.RecordKeeper;
import org.springframework.stereotype.Component;

/** After its time nothing that happened is counted any more. */
@Component
record HappeningKeeper(Happenings happenings) implements RecordKeeper {

    @Override
    public String kind() {
        return "HAPPENING";
    }

    @Override
    public int forget(Instant before) {
        return happenings.forget(before.atOffset(ZoneOffset.UTC).toLocalDate());
    }
}
