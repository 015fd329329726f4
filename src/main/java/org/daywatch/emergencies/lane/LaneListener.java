package org.daywatch.emergencies.lane;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the room does with the lane's entries. Implemented by alerts and reach; the lane itself knows no rule of theirs.
 */
public interface LaneListener {

    /**
     * Called once before the lane replays its log and opens its door: bring what stands into memory, and publish it.
     * The database is there; an exception is logged and the lane opens all the same.
     */
    default void begin() {}

    /**
     * Called once for each new entry, in the order of the log, after it is on disk and before the sender is answered.
     * In memory only: no database, no waiting. What screens must show goes to {@link LaneStreams#publish}.
     *
     * @return the alert the entry belongs to, told to the sender
     */
    UUID heard(LaneEntry entry);

    /**
     * The same for an entry that an earlier run of this node accepted, and of which it is not certain that it is in the
     * database.
     */
    default UUID heardAgain(LaneEntry entry) {
        return heard(entry);
    }

    /** The same for an entry that another node accepted. It may be older than what was heard here already. */
    default UUID heardFromOutside(LaneEntry entry) {
        return heard(entry);
    }

    /** A press was heard in one of the three ways, and this is the alert it belongs to. In memory only. */
    default void named(LaneEntry.Press press, UUID alert) {}

    /**
     * The same work on a memory of its own, for presses that nobody made: what it tells goes to these screens only, and
     * nothing is stored. Empty where a press costs this listener nothing.
     */
    default Optional<LaneListener> rehearsal(LaneStreams screens) {
        return Optional.empty();
    }

    /**
     * Brings entries into PostgreSQL, oldest first, in a transaction of its own choosing; an exception means "again
     * later", so each entry may come more than once and must count once.
     */
    void store(List<LaneEntry> entries);

    /**
     * Another database server answers than before, which may lack the last of what the other had acknowledged. The
     * entries it may lack have been stored again; what else memory knows better?
     */
    default void anotherServer() {}
}
