package org.daywatch.relationships.triage.queue;

import java.time.Instant;
import java.util.Set;
import org.daywatch.relationships.triage.TipOutcome;

/** Why somebody did what they did, or how a tip ended; for those who may read the tip, not for its writer. */
public record TipNote(Kind kind, String words, Set<TipOutcome> outcomes, String name, Instant at) {

    public enum Kind { NOT_A_LIFE, CLOSED, REOPENED }
}
