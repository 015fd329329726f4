package org.daywatch.relationships;

import java.util.UUID;

/** Whether a tip about a life is open at a school, for whoever leads in an emergency there. Not a word of it. */
public interface OpenLifeTips {

    /** Asked in a transaction, for the district itself or its agency. */
    boolean at(UUID district, UUID school);
}
