package org.daywatch.staffing.posts;

import org.daywatch.platform.tenancy.Tenants;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Time itself opens a place again when nobody took up the hold, and offers a post to partners when nobody took it. */
@Component
@ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
class PostTimers {

    private final Tenants tenants;
    private final PostCommands posts;
    private final PostWidening widening;

    PostTimers(Tenants tenants, PostCommands posts, PostWidening widening) {
        this.widening = widening;
        this.tenants = tenants;
        this.posts = posts;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 20_000)
    void release() {
        tenants.forEachAgency("releasing held places", agency -> posts.releaseExpired());
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 40_000)
    void widen() {
        tenants.forEachAgency("offering posts to partner departments", agency -> widening.widen());
    }
}
