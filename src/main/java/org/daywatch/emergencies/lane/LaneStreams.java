package org.daywatch.emergencies.lane;

import java.util.UUID;

/** All open alert screens of this node (and, by the bus, of the others). */
public interface LaneStreams {

    /**
     * Sends an event to every screen of the school and to those of its district and agency that watch all schools.
     * Returns at once; a reader who cannot keep up is cut and resumes by id. Kept for resume until the school has been
     * quiet for a day.
     *
     * @param event the SSE event name: alert, reach, quiet
     * @param json what the screen shows, without line breaks
     */
    void publish(UUID agency, UUID district, UUID school, String event, String json);

    /**
     * What screens of this school were told as {@code from} is {@code into}: two nodes had raised the same at once.
     * Says nothing where nobody was told.
     */
    void merge(UUID agency, UUID district, UUID school, UUID from, UUID into);

    /** To one person's screens only. */
    void publishTo(UUID person, UUID school, String event, String json);
}
