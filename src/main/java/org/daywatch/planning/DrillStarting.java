package org.daywatch.planning;

import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Actor;

/** Who may begin a drill of a whole school, and when: asked before one is raised. */
public interface DrillStarting {

    /** Whether their role runs drills, or the school's drill plan names them. */
    boolean mayStart(Actor actor, UUID school);

    /** Why this person cannot begin one here and now; empty where they can. */
    Optional<Refused> refusal(Actor actor, Campus school);
}
