package org.daywatch.platform.operations;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether the pages have a database, said within a second: a balancer that waits twenty for the answer sends people to
 * a node that cannot serve them. The alert lane says how it is by itself ({@code /lane/health}); it accepts meanwhile.
 */
@Component("pagesDatabase")
class DatabaseHealthIndicator implements HealthIndicator {

    private static final Duration PATIENCE = Duration.ofMillis(800);

    private final DataSource pages;
    /** One question at a time: where the last one hangs, the answer is known. */
    private final Semaphore asking = new Semaphore(1);

    DatabaseHealthIndicator(@Qualifier("pages") DataSource pages) {
        this.pages = pages;
    }

    @Override
    public Health health() {
        if (!asking.tryAcquire()) return Health.down().withDetail("why", "asked before, not answered yet").build();
        var answer = new ArrayBlockingQueue<Boolean>(1);
        Thread.ofPlatform().daemon().name("database-health").start(() -> {
            boolean up = answers();
            asking.release();
            answer.offer(up); // nobody waits any more where it took too long
        });
        try {
            return Boolean.TRUE.equals(answer.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                    ? Health.up().build()
                    : Health.down().build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.down().build();
        }
    }

    private boolean answers() {
        try (Connection connection = pages.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException | RuntimeException away) {
            return false;
        }
    }
}
