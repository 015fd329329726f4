package org.daywatch.planning.meetings.meeting;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One item of an agenda with its minutes.
 *
 * @param title empty: the duty's own name
 * @param about what it is about besides, by {@code aboutId}
 * @param dealt it was talked about at the meeting
 */
public record AgendaItem(UUID id, int position, Duty duty, String title, About about, @Nullable UUID aboutId,
        boolean dealt, String notes, String writtenBy) {

    public enum About { NOTHING, IMPROVEMENT, DRILL }

    public boolean unwritten() {
        return dealt && notes.isBlank();
    }
}
