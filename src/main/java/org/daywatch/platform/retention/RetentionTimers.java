package org.daywatch.platform.retention;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Every night, when nobody works. */
@Component
@ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
class RetentionTimers {

    private static final Logger log = LoggerFactory.getLogger(RetentionTimers.class);

    private final Retention retention;

    RetentionTimers(Retention retention) {
        this.retention = retention;
    }

    @Scheduled(cron = "0 40 9 * * *", zone = "UTC") // night from Hawaii to Maine
    void nightly() {
        log.info("retention: {}", retention.apply());
    }
}
