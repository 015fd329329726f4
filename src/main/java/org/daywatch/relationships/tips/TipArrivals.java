package org.daywatch.relationships.tips;

import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.relationships.tips.ring.WaitingTip;

/** Hears what was handed on, once each, in the transaction that stores it. Whoever hears it keeps none of the words. */
public interface TipArrivals {

    void arrived(WaitingTip tip, String words);

    /** Words were added to a tip that is there. @param life somebody may die */
    void added(UUID district, UUID tip, LocalDate day, boolean life, String words);
}
