package org.daywatch.restorative.restraints;

import java.time.Instant;
import java.time.ZoneOffset;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.platform.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/** The record of a restraint goes at the end of its term, with its key. */
@Component
class RestraintKeeper implements RecordKeeper {

    private final RestraintCommands commands;

    RestraintKeeper(RestraintCommands commands) {
        this.commands = commands;
    }

    @Override
    public String kind() {
        return "RESTRAINT";
    }

    @Override
    public int forget(Instant before) {
        return commands.forget(Tenancy.tenant(), before.atOffset(ZoneOffset.UTC).toLocalDate());
    }
}
