package org.daywatch.scheduling.engine.limits;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Numbers for one officer in one stretch of time, shared by the pairs of shifts at the same hours: slot t takes
 * {@code sumMinutes[i]} of period {@code sumPeriod[i]} for i from {@code slotSums[t]} up to {@code slotSums[t + 1]}.
 */
public final class Slots {

    final Instant origin;
    final LocalDate first;
    final LocalDate last;
    public final IntList slotSums = new IntList();
    public final IntList sumPeriod = new IntList();
    public final IntList sumMinutes = new IntList();
    public final IntList periodLeft = new IntList();

    public Slots(Instant origin, LocalDate first, LocalDate last) {
        this.origin = origin;
        this.first = first;
        this.last = last;
    }
}
