package org.daywatch.relationships.threats;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.HomeTime;
import org.springframework.stereotype.Component;

/** A transient case fades on its day, a closed one goes at the end of its term; both with their key. */
@Component
class ThreatKeeper implements RecordKeeper {

    private final ThreatCommands commands;
    private final HomeTime home;

    ThreatKeeper(ThreatCommands commands, HomeTime home) {
        this.commands = commands;
        this.home = home;
    }

    @Override
    public String kind() {
        return "THREAT_CASE";
    }

    @Override
    public int forget(Instant before) {
        var district = Tenancy.tenant();
        LocalDate last = before.atOffset(ZoneOffset.UTC).toLocalDate();
        return commands.fade(district, home.today()) + commands.forget(district, last);
    }
}
