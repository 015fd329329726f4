package org.daywatch.restorative.diversions;

import java.time.Instant;
import java.time.ZoneOffset;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.platform.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/** What was offered before exclusion goes at the end of its term, with its key. */
@Component
class DiversionKeeper implements RecordKeeper {

    private final DiversionCommands commands;

    DiversionKeeper(DiversionCommands commands) {
        this.commands = commands;
    }

    @Override
    public String kind() {
        return "DIVERSION";
    }

    @Override
    public int forget(Instant before) {
        return commands.forget(Tenancy.tenant(), before.atOffset(ZoneOffset.UTC).toLocalDate());
    }
}
