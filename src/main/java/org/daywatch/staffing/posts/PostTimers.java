package org.daywatch.staffing.posts;

import org.daywatch.platform.tenancy.Tenants;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Time itself opens a place again when nobody took up the hold. */
@Component
@ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
class PostTimers {

    private final Tenants tenants;
    private final PostCommands posts;

    PostTimers(Tenants tenants, PostCommands posts) {
        this.tenants = tenants;
        this.posts = posts;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 20_000)
    void release() {
        tenants.forEachAgency("releasing held places", agency -> posts.releaseExpired());
    }
}
