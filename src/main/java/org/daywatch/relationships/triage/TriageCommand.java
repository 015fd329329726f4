package org.daywatch.relationships.triage;

import java.util.Set;
import java.util.UUID;

/** What somebody does about a tip in the queue. */
public sealed interface TriageCommand {

    By by();

    /** Who acts, and what they may do about tips of this school. */
    record By(UUID person, String name, Part part) {}

    /**
     * ANALYST triages and routes; RECEIVER has got it, at the school, as mental health or its officer; READER reads
     * what was disclosed and does nothing about it here.
     */
    enum Part {
        ANALYST, RECEIVER, READER
    }

    /** @param why needed where the writer said that somebody may die and the analyst does not think so */
    record Triage(TipClass tipClass, TipCategory category, String why, By by) implements TriageCommand {}

    /**
     * @param reportable categories that the district's rule lets go to police without anybody's life in danger
     * @param disclosure asked for where it goes to the police of the district
     */
    record Route(Set<TipReceiver> to, Set<TipCategory> reportable, TipDisclosure disclosure,
            By by) implements TriageCommand {

        /** Where nobody receives for the police of the district. */
        public Route(Set<TipReceiver> to, Set<TipCategory> reportable, By by) {
            this(to, reportable, TipDisclosure.none(), by);
        }
    }

    record Acknowledge(By by) implements TriageCommand {}

    record Work(By by) implements TriageCommand {}

    /** @param words what was done, for those who may read it; not for the writer */
    record Close(Set<TipOutcome> outcomes, String words, By by) implements TriageCommand {}

    record Reopen(String why, By by) implements TriageCommand {}

    /** @param other is worked on in its place */
    record Link(UUID other, By by) implements TriageCommand {}

    /** The writer has added words: what was closed is looked at again. Nobody of the school does it. */
    record HearAgain(By by) implements TriageCommand {}
}
