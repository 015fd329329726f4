package org.daywatch.platform.outgoing;

import java.util.UUID;
import org.daywatch.platform.json.JsonValue;
import org.daywatch.platform.setup.file.SetupRun;

/** What both ways out have in common in a set-up file. */
final class OutgoingParts {

    private OutgoingParts() {}

    static void mustKeep(Outgoing outgoing, UUID agency, JsonValue where, SetupRun run) {
        if (!outgoing.keptBy(agency))
            throw run.refuse(where,
                    "is set up by the agency that was here first, for all of this installation; take the section out.");
    }
}
