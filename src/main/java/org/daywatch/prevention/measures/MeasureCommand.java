package org.daywatch.prevention.measures;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What becomes of a measure. */
public sealed interface MeasureCommand {

    /** @param decides they answer for the safety of the district */
    record By(UUID person, String name, boolean decides) {}

    /** @param dollars a better estimate; null: the one that was given stays; @param payer blank: as proposed */
    record Approve(@Nullable Integer dollars, String payer, String words, By by) implements MeasureCommand {}

    record Reject(String why, By by) implements MeasureCommand {}

    /** @param paid what it cost; null: not known */
    record Finish(String how, @Nullable Integer paid, By by) implements MeasureCommand {}
}
