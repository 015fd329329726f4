package org.daywatch.scheduling.hours;

import org.daywatch.platform.time.Window;

/** Hours of one kind in one stretch. Planned hours count before they are worked. */
public record HourEntry(HourKind kind, Window window, boolean planned) {

    public static HourEntry planned(HourKind kind, Window window) {
        return new HourEntry(kind, window, true);
    }
}
