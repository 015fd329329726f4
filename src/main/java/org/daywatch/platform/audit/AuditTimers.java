package org.daywatch.platform.audit;

import static org.daywatch_db.platform.Tables.SETTING;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Signs the ends of the chains every half minute, and once more on the way out: at most a minute is ever unprotected.
 */
@Component
@ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
class AuditTimers {

    private static final Logger log = LoggerFactory.getLogger(AuditTimers.class);

    private final AuditVerification verification;
    private final DSLContext db;
    private final Clock clock;
    private final AtomicBoolean failing = new AtomicBoolean();

    AuditTimers(AuditVerification verification, DSLContext db, Clock clock) {
        this.verification = verification;
        this.db = db;
        this.clock = clock;
    }

    @Scheduled(fixedRate = 30, timeUnit = TimeUnit.SECONDS)
    void sign() {
        try {
            verification.checkpoint();
            String now = clock.instant().toString();
            db.insertInto(SETTING).set(SETTING.NAME, "audit.checkpoint").set(SETTING.VALUE, now)
                    .onConflict(SETTING.NAME).doUpdate()
                    .set(SETTING.VALUE, now).execute();
            failing.set(false);
        } catch (RuntimeException e) {
            if (!failing.getAndSet(true)) log.error("audit checkpoints are not being signed", e); // once, not every half minute
        }
    }

    @EventListener(ContextClosedEvent.class)
    void signOnTheWayOut() {
        sign();
    }
}
