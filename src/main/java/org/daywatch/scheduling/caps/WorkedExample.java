package org.daywatch.scheduling.caps;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.hours.HourEntry;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.scheduling.hours.HourLedger;

/**
 * An example a policy carries with it, so that a reader can check the rule by hand and a test checks it by machine.
 *
 * @param hours lines like {@code DUTY 2026-03-02T08:00 10:00 x4}: kind, local start, length, on how many days running
 * @param job the job asked about, {@code 2026-03-05T18:00 06:00}
 * @param shows {@code 65:00 of 64:00}, or {@code -} where the limit does not apply
 * @param answer {@code allowed}, {@code BLOCK}, {@code WARN} or {@code APPROVE}
 */
public record WorkedExample(String says, String zone, List<String> hours, String job, String shows, String answer) {

    public ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    public HourLedger ledger() {
        var entries = new ArrayList<HourEntry>();
        for (String line : hours) {
            var words = line.split(" ");
            int days = words.length > 3 ? Integer.parseInt(words[3].substring(1)) : 1;
            for (int day = 0; day < days; day++) {
                entries.add(HourEntry.planned(HourKind.valueOf(words[0]),
                        window(LocalDateTime.parse(words[1]).plusDays(day), words[2])));
            }
        }
        return HourLedger.of(entries);
    }

    public HourEntry jobEntry() {
        var words = job.split(" ");
        return HourEntry.planned(HourKind.OFF_DUTY_HERE, window(LocalDateTime.parse(words[0]), words[1]));
    }

    /** What the policy in fact shows and answers, in the words of this example. */
    public String outcome(CapPolicy policy) {
        return policy.judge(ledger(), jobEntry(), zoneId())
                .map(j -> hm(j.reading().reached()) + " of " + hm(j.reading().limit()) + " -> "
                        + (j.broken() ? j.action().name() : "allowed"))
                .orElse("- -> allowed");
    }

    public String expected() {
        return shows + " -> " + answer;
    }

    private Window window(LocalDateTime local, String length) {
        return Window.of(local.atZone(zoneId()).toInstant(), hours(length));
    }

    static Duration hours(String hm) {
        var parts = hm.split(":");
        return Duration.ofHours(Long.parseLong(parts[0])).plusMinutes(Long.parseLong(parts[1]));
    }

    static String hm(Duration length) {
        return String.format("%02d:%02d", length.toHours(), length.toMinutesPart());
    }
}
