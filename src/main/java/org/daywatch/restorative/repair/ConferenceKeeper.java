package org.daywatch.restorative.repair;

import java.time.Instant;
import java.time.ZoneOffset;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.platform.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/** A conference that ended goes at the end of its term, with its key. */
@Component
class ConferenceKeeper implements RecordKeeper {

    private final ConferenceCommands commands;

    ConferenceKeeper(ConferenceCommands commands) {
        this.commands = commands;
    }

    @Override
    public String kind() {
        return "CONFERENCE";
    }

    @Override
    public int forget(Instant before) {
        return commands.forget(Tenancy.tenant(), before.atOffset(ZoneOffset.UTC).toLocalDate());
    }
}
