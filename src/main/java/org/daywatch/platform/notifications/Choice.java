package org.daywatch.platform.notifications;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a person wants to be told, and between which hours they do not want to be woken. The inbox is always told. */
public record Choice(Set<Channel> channels, String phone, @Nullable LocalTime quietFrom, @Nullable LocalTime quietTo,
        ZoneId zone) {

    /** Until the person chooses otherwise. */
    public static Choice usual(ZoneId home) {
        return new Choice(EnumSet.of(Channel.IN_APP, Channel.EMAIL), "", null, null, home);
    }

    /**
     * @return now, or the end of the quiet hours in which {@code now} lies; they may run over midnight and over a clock
     * change
     */
    public Instant notBefore(Instant now, boolean urgent) {
        if (urgent || quietFrom == null || quietTo == null || quietFrom.equals(quietTo)) return now;
        var local = now.atZone(zone);
        var time = local.toLocalTime();
        boolean overnight = quietFrom.isAfter(quietTo);
        boolean quiet = overnight
                ? !time.isBefore(quietFrom) || time.isBefore(quietTo)
                : !time.isBefore(quietFrom) && time.isBefore(quietTo);
        if (!quiet) return now;
        var day = overnight && !time.isBefore(quietFrom) ? local.toLocalDate().plusDays(1) : local.toLocalDate();
        return day.atTime(quietTo).atZone(zone).toInstant();
    }
}
