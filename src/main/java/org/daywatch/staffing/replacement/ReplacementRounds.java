package org.daywatch.staffing.replacement;

import static org.daywatch_db.staffing.Tables.REPLACEMENT;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.errors.Stale;
import org.daywatch.platform.tenancy.Tenants;
import org.daywatch.staffing.replacement.Replacement.Cause;
import org.daywatch.staffing.shifts.ShiftStore;
import org.daywatch.staffing.standby.Standbys;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Time itself acts: who has not checked in is noticed, and the next wave goes out when the last one has had its time.
 */
@Component
public class ReplacementRounds {

    private static final Logger log = LoggerFactory.getLogger(ReplacementRounds.class);
    /** No rule looks further ahead or back than this. */
    private static final Duration FARTHEST = Duration.ofHours(4);

    private final DSLContext db;
    private final ReplacementStore store;
    private final ReplacementCommands commands;
    private final ReplacementRules rules;
    private final ShiftStore shifts;
    private final Clock clock;
    private final TransactionTemplate each;

    ReplacementRounds(DSLContext db, ReplacementStore store, ReplacementCommands commands, ReplacementRules rules,
            ShiftStore shifts, Clock clock,
            PlatformTransactionManager transactions) {
        this.db = db;
        this.store = store;
        this.commands = commands;
        this.rules = rules;
        this.shifts = shifts;
        this.clock = clock;
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW); // one that fails leaves the others sent
    }

    @Component
    @ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
    static class Timers {

        private final ReplacementRounds rounds;
        private final Standbys standbys;
        private final Tenants tenants;

        Timers(ReplacementRounds rounds, Standbys standbys, Tenants tenants) {
            this.rounds = rounds;
            this.standbys = standbys;
            this.tenants = tenants;
        }

        @Scheduled(fixedDelay = 5_000)
        void waves() {
            tenants.forEachAgency("asking for replacements", agency -> {
                rounds.noticeMissing();
                rounds.sendDue();
            });
        }

        /**
         * Whoever looks at the lists sees a post that was taken at once; the whole is worked out anew once a minute.
         */
        @Scheduled(fixedDelay = 1_000, initialDelay = 20_000)
        void newStandbys() {
            tenants.forEachAgency("beginning standby lists", agency -> standbys.begin());
        }

        @Scheduled(fixedDelay = 60_000, initialDelay = 20_000)
        void standbys() {
            tenants.forEachAgency("keeping standby lists", agency -> standbys.refresh());
        }
    }

    /** For the agency that is bound. @return waves sent, searches found exhausted included */
    public int sendDue() {
        var due = each.execute(t -> store.due(clock.instant()));
        return (int) (due == null ? 0 : due.stream().filter(this::send).count());
    }

    /** @return whether it was due and nobody else had sent it */
    boolean send(UUID id) {
        try {
            return Boolean.TRUE.equals(each.execute(t -> commands.sendDue(id)));
        } catch (Refused | Stale e) {
            log.info("replacement {} was not moved: {}", id, e.getMessage()); // it ended this very second
            return false;
        }
    }

    /**
     * Who has not checked in shortly before the start. Others are asked a little after it; until then they have time to
     * come. @return how many
     */
    public int noticeMissing() {
        var now = clock.instant();
        var ids = each.execute(t -> db.select(SHIFT.ID).from(SHIFT).where(SHIFT.STATE.eq("SCHEDULED"))
                .and(SHIFT.STARTS_AT.between(now.minus(FARTHEST), now.plus(FARTHEST)))
                .and(SHIFT.ENDS_AT.gt(now))
                .andNotExists(db.selectOne().from(REPLACEMENT).where(REPLACEMENT.AGENCY_ID.eq(SHIFT.AGENCY_ID))
                        .and(REPLACEMENT.SHIFT_ID.eq(SHIFT.ID))
                        .and(REPLACEMENT.CAUSE.eq(DSL.val("NO_CHECK_IN"))))
                .fetch(SHIFT.ID));
        return (int) (ids == null
                ? 0
                : ids.stream().filter(id -> Boolean.TRUE.equals(each.execute(t -> missing(id)))).count());
    }

    private boolean missing(UUID id) {
        var shift = shifts.get(id);
        var rule = rules.of(shift.schoolId(), shift.window().start());
        if (clock.instant().isBefore(rule.askedFrom(shift))) return false;
        return commands.noticed(id, rule.othersFrom(shift));
    }
}
