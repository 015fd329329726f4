package org.daywatch.emergencies.lane.drain;

import java.util.Set;

/** Hears how far a log is in the database. */
public interface Stored {

    /** @param except but for these entries, which it refuses */
    void upTo(long sequence, Set<Long> except);

    /**
     * Everything up to this entry has been there for so long that no other server will lack it; @param server which one
     * that was
     */
    default void settled(long sequence, String server) {}
}
