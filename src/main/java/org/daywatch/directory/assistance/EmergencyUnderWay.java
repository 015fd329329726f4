package org.daywatch.directory.assistance;

import java.util.UUID;

/** Answered by the room of emergencies: whether an actual alert is under way at a school. A drill opens nothing. */
public interface EmergencyUnderWay {

    boolean at(UUID school);
}
