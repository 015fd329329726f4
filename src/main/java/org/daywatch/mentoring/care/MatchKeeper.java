package org.daywatch.mentoring.care;

import java.time.Instant;
import java.time.ZoneOffset;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.platform.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/** A match that ended goes at the end of its term, with its sessions and its key. */
@Component
class MatchKeeper implements RecordKeeper {

    private final MatchCommands commands;

    MatchKeeper(MatchCommands commands) {
        this.commands = commands;
    }

    @Override
    public String kind() {
        return "MATCH";
    }

    @Override
    public int forget(Instant before) {
        return commands.forget(Tenancy.tenant(), before.atOffset(ZoneOffset.UTC).toLocalDate());
    }
}
