package org.daywatch.scheduling.caps;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.hours.HourEntry;
import org.daywatch.scheduling.hours.HourLedger;
import org.jspecify.annotations.Nullable;

/** One published limit of one department, in force between two dates. */
public record CapPolicy(String id, String set, String department, String scope, CapShape shape, Action action,
        LocalDate validFrom, @Nullable LocalDate validTo, String source, boolean toConfirm, String words,
        List<WorkedExample> examples) {

    /** What follows when the limit is broken. APPROVE: not without the department's word. */
    public enum Action {
        BLOCK, WARN, APPROVE
    }

    public CapPolicy {
        if (validTo != null && validTo.isBefore(validFrom)) {
            throw new IllegalArgumentException(id + " ends on " + validTo + ", before it begins on " + validFrom + ".");
        }
    }

    public boolean inForce(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** How a job would stand: read from the ledger with the job in it. Empty where the limit does not apply to it. */
    public Optional<Judgment> judge(HourLedger ledgerWithJob, Window job, ZoneId zone) {
        return shape.read(ledgerWithJob, job, zone).map(r -> new Judgment(this, r));
    }

    public Optional<Judgment> judge(HourLedger ledger, HourEntry job, ZoneId zone) {
        return judge(ledger.with(job), job.window(), zone);
    }

    /** How the ledger stands at a moment, planned hours included. */
    public Optional<Judgment> standing(HourLedger ledger, Instant at, ZoneId zone) {
        return shape.read(ledger, Window.of(at, Duration.ofMinutes(1)), zone).map(r -> new Judgment(this, r));
    }

    public record Judgment(CapPolicy policy, CapReading reading) {

        public boolean broken() {
            return reading.broken();
        }

        public Action action() {
            return reading.firm() ? Action.BLOCK : policy.action();
        }
    }
}
