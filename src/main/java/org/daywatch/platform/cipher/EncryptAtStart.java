package org.daywatch.platform.cipher;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a release before this one stored in the clear is encrypted when this one starts. */
@Component
@ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
class EncryptAtStart {

    private static final Logger log = LoggerFactory.getLogger(EncryptAtStart.class);

    private final Renewal renewal;

    EncryptAtStart(Renewal renewal) {
        this.renewal = renewal;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofPlatform().daemon().name("encrypt-at-start").start(() -> {
            try {
                int done = renewal.run();
                if (done > 0) log.info("{} records were encrypted", done);
            } catch (RuntimeException e) {
                log.error("records of an older release could not be encrypted; they are tried again at the next start",
                        e);
            }
        });
    }
}
