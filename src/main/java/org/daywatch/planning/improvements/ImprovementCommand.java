package org.daywatch.planning.improvements;

import java.util.UUID;

/** What becomes of something that is to be done better. */
public sealed interface ImprovementCommand {

    /** @param mayDrop they answer for the safety of the district */
    record By(UUID person, String name, boolean mayDrop) {}

    record SayDone(String what, By by) implements ImprovementCommand {}

    /** Somebody else has looked, and it is so. */
    record Verify(String how, By by) implements ImprovementCommand {}

    /** Somebody has looked, and it is not so. */
    record Return(String why, By by) implements ImprovementCommand {}

    record Drop(String why, By by) implements ImprovementCommand {}
}
