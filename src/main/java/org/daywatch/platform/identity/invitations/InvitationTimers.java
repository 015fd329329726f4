package org.daywatch.platform.identity.invitations;

import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Invitations that wait: after a restart, after a failure, or on another node's behalf. */
@Component
@ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
class InvitationTimers {

    private final InvitationSending sending;

    InvitationTimers(InvitationSending sending) {
        this.sending = sending;
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void send() {
        sending.all();
    }
}
