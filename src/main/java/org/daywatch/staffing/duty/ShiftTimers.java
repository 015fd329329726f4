package org.daywatch.staffing.duty;

import java.time.Clock;
import java.util.UUID;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.tenancy.Tenants;
import org.daywatch.staffing.shifts.PunctualityRules;
import org.daywatch.staffing.shifts.ShiftCommand;
import org.daywatch.staffing.shifts.ShiftCommands;
import org.daywatch.staffing.shifts.ShiftStore;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Time itself acts: a shift nobody began within the grace is missed, and its post is free for somebody else. */
@Component
public class ShiftTimers {

    private static final Logger log = LoggerFactory.getLogger(ShiftTimers.class);
    /** Any number, the same on every node: one of them does the round, the others skip it. */
    private static final long ONE_NODE_ONLY = 0x5348_4946_5453L;

    private final ShiftStore shifts;
    private final ShiftCommands commands;
    private final PunctualityRules rules;
    private final Clock clock;
    private final DSLContext db;
    private final TransactionTemplate round;
    private final TransactionTemplate each;

    ShiftTimers(ShiftStore shifts, ShiftCommands commands, PunctualityRules rules, Clock clock, DSLContext db,
            PlatformTransactionManager transactions) {
        this.shifts = shifts;
        this.commands = commands;
        this.rules = rules;
        this.clock = clock;
        this.db = db;
        this.round = new TransactionTemplate(transactions);
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW); // one that fails leaves the others marked
    }

    /** Every half minute, where timers run. */
    @Component
    @ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
    static class EveryHalfMinute {

        private final ShiftTimers timers;
        private final Tenants tenants;

        EveryHalfMinute(ShiftTimers timers, Tenants tenants) {
            this.timers = timers;
            this.tenants = tenants;
        }

        @Scheduled(fixedDelay = 30_000)
        void round() {
            tenants.forEachAgency("marking missed shifts", agency -> timers.markMissed());
        }
    }

    /** For the agency that is bound. @return how many shifts were missed */
    public int markMissed() {
        var missed = round.execute(
                t -> alone() ? (int) shifts.scheduledBefore(clock.instant()).stream().filter(this::missed).count() : 0);
        return missed == null ? 0 : missed;
    }

    private boolean missed(UUID id) {
        var shift = shifts.get(id);
        var punctuality = rules.of(shift.schoolId(), shift.window().start());
        if (clock.instant().isBefore(shift.missedAfter(punctuality.missedAfter()))) return false;
        try {
            each.executeWithoutResult(t -> commands.handle(id, new ShiftCommand.MarkNoShow(punctuality)));
            return true;
        } catch (Refused e) {
            log.info("shift {} was not marked as missed: {}", id, e.getMessage()); // they checked in, or gave it back, this very second
            return false;
        }
    }

    private boolean alone() {
        return Boolean.TRUE.equals(db.fetchValue("select pg_try_advisory_xact_lock({0})", DSL.val(ONE_NODE_ONLY)));
    }
}
