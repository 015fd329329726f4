package org.daywatch.platform.web.patience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.daywatch.platform.identity.Limits;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** A-44 of docs/security. */
class UnfinishedRequestsTest {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong now = new AtomicLong(-5 * SECOND); // the clock of a machine may count from below nought
    private final AtomicInteger counted = new AtomicInteger();
    private final List<String> ended = new ArrayList<>();
    private final UnfinishedRequests unfinished = new UnfinishedRequests(3, 5, now::get, counted::incrementAndGet);

    @Test
    void eachEndsAtItsOwnDeadlineAndWhatCameWholeDoesNot() {
        begin("a1", "a", 10);
        var whole = begin("a2", "a", 10);
        begin("b1", "b", 20);
        unfinished.whole(whole);
        now.addAndGet(9 * SECOND);
        unfinished.endOverdue();
        assertThat(ended).isEmpty();
        now.addAndGet(SECOND);
        unfinished.endOverdue();
        assertThat(ended).containsExactly("a1");
        now.addAndGet(10 * SECOND);
        unfinished.endOverdue();
        unfinished.endOverdue();
        assertThat(ended).containsExactly("a1", "b1");
        assertThat(unfinished.size()).isZero();
        assertThat(counted).hasValue(2);
    }

    @Test
    void anAddressWithTooManyLosesItsOwnOldestAndNobodyElseDoes() {
        begin("b1", "b", 10);
        for (int i = 1; i <= 4; i++) begin("a" + i, "a", 10);
        assertThat(ended).containsExactly("a1");
        assertThat(unfinished.size()).isEqualTo(4);
    }

    @Test
    void whereThereAreTooManyInAllTheOldestOfWhoeverHasMostGoes() {
        begin("b1", "b", 10);
        for (int i = 1; i <= 3; i++) begin("a" + i, "a", 10);
        begin("c1", "c", 10);
        assertThat(ended).isEmpty();
        begin("d1", "d", 10);
        assertThat(ended).containsExactly("a1");
    }

    @Test
    void oneNetworkOfIPv6IsOneAddress() {
        assertThat(Limits.one("2001:db8:0:1:0:0:0:7")).isEqualTo(Limits.one("2001:db8:0:1:ffff:0:0:8"))
                .isNotEqualTo(Limits.one("2001:db8:0:2:0:0:0:7"));
    }

    @Test
    void aLargeBodyHasLongerWhileItComesAndNeverLongerThanItsSizeAllows() {
        var settings = new PatienceSettings(Duration.ofSeconds(10), Duration.ofSeconds(20), DataSize.ofKilobytes(8),
                Duration.ofSeconds(20), 256, 1000);
        assertThat(settings.bodyNanos(2, 1000)).as("a byte now and then moves nothing").isLessThan(21 * SECOND);
        assertThat(settings.bodyNanos(0, 200 << 20)).as("nor does a size that is only said").isEqualTo(20 * SECOND);
        assertThat(settings.bodyNanos(800 << 10, 200 << 20)).isEqualTo(120 * SECOND);
        assertThat(settings.bodyNanos(900 << 10, 800 << 10)).as("more than was said").isEqualTo(120 * SECOND);
        assertThat(settings.bodyNanos(800 << 10, -1)).as("in pieces, with no size").isEqualTo(120 * SECOND);
    }

    private UnfinishedRequests.One begin(String name, String network, int seconds) {
        return unfinished.began(network, () -> ended.add(name), seconds * SECOND);
    }
}
