package org.daywatch.emergencies.dispatch;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The state of 911 as its reader reads it, wherever they stand in an emergency.
 *
 * @param state null where nothing goes on that it could be about
 * @param event the alert or incident; null where nothing goes on
 * @param fact what is so. @param advice what to do, empty where nothing is asked
 * @param later the fact once the school is told something else
 * @param records whether this reader may record that they called
 */
public record Line911(@Nullable State911 state, @Nullable UUID event, String fact, String advice, String later,
        boolean records) {

    /** A drill or a test: no page offers to call. */
    public boolean notNeeded() {
        return state != null && state.kind() == State911.Kind.NOT_NEEDED;
    }

    public boolean asks() {
        return state == null || state.asks();
    }

    /** Nobody is known to have called, and nothing was received. */
    public boolean nobody() {
        return state == null || state.kind() == State911.Kind.NOBODY;
    }

    public String text() {
        return advice.isEmpty() ? fact : fact + " " + advice;
    }
}
