package org.daywatch.emergencies.devices;

import java.util.UUID;

/** Something of an agency that the lane must know without asking the database. */
public interface Remembered {

    /** The agency is bound. Whatever fails leaves what was known. @return whether the agency has any of it */
    boolean refresh(UUID agency);
}
