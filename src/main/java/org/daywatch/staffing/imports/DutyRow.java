package org.daywatch.staffing.imports;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.hours.HourKind;

/** One stretch of an officer's hours, as a department's roster tells it. */
record DutyRow(int line, String department, String badge, HourKind kind, Window window, boolean planned,
        String reference) {

    /**
     * The same stretch in the next file: by the roster's own reference where it has one, so that its times may change;
     * otherwise by officer, kind and start.
     */
    UUID key() {
        String what = reference.isEmpty() ? kind + "|" + window.start() : "ref|" + reference;
        String text = "duty|" + department.toLowerCase(Locale.ROOT) + "|" + badge.toLowerCase(Locale.ROOT) + "|" + what;
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    String officer() {
        return department.toLowerCase(Locale.ROOT) + "|" + badge.toLowerCase(Locale.ROOT);
    }
}
