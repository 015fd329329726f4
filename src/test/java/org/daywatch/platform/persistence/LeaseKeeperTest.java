package org.daywatch.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.daywatch._story.TestClock;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.junit.jupiter.api.Test;

/** A stored job stays with the node that works on it. */
class LeaseKeeperTest {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final TestClock clock = new TestClock();

    @Test
    void whatTakingTheLeaseCostIsPartOfIt() throws Exception {
        var taken = clock.instant();
        clock.move(Duration.ofSeconds(25)); // the database answered late, and the clock stands since
        assertThat(renewedUntil(taken)).as("5 of 30 seconds are left").isEqualTo(clock.instant().plus(LEASE));
    }

    private Instant renewedUntil(Instant taken) throws Exception {
        var renewed = new CompletableFuture<Instant>();
        return Tenancy.as(Scope.system(UUID.randomUUID()), () -> {
            try (var lease = new LeaseKeeper(clock, taken, LEASE, renewed::complete)) {
                return renewed.get(10, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
