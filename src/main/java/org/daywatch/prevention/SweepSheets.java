package org.daywatch.prevention;

import java.util.UUID;

/**
 * Whether a school's door sweeps are kept here, door by door, for rooms that would otherwise take an officer's word for
 * one.
 */
public interface SweepSheets {

    /** The school has doors of its own that belong to its sweep. */
    boolean kept(UUID school);
}
