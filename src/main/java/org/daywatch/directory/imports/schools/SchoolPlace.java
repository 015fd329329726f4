package org.daywatch.directory.imports.schools;

import java.time.ZoneId;

/**
 * State and clock of a school, said by its row or found.
 *
 * @param toConfirm the line between two zones does not follow counties there
 */
record SchoolPlace(String state, StateBy stateBy, ZoneId zone, boolean zoneFound, boolean toConfirm) {

    /** What told the state. */
    enum StateBy {
        ROW, ZIP, DISTRICT, AGENCY
    }
}
