package org.daywatch.platform.identity.security;

import org.daywatch.platform.identity.Actor;

/** Asked each time somebody takes a list along as a file, before its first row is read. */
public interface ExportGate {

    /**
     * @param address of the file
     * @throws org.daywatch.platform.errors.Refused where they have taken as many as one person may on their own
     */
    void take(Actor actor, String address);
}
